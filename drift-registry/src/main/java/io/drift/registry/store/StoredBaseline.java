package io.drift.registry.store;

import java.util.List;

/**
 * A baseline as it is kept.
 *
 * <pre>{@code
 * StoredBaseline golden = stores.read(store -> store.baselines().find(OrgId.LOCAL, List.of(id))).get(0);
 * }</pre>
 *
 * @param head all but its facts
 * @param facts sorted by name
 */
public record StoredBaseline(BaselineHead head, List<BaselineEntry> facts) {

    /** Copies the list. */
    public StoredBaseline {
        facts = List.copyOf(facts);
    }
}
