package io.drift.server.baselines;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactValue;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.RequestContext;
import io.drift.core.source.Baseline;
import io.drift.registry.Registry;
import io.drift.registry.store.BaselineEntry;
import io.drift.registry.store.BaselineEntry.Category;
import io.drift.registry.store.BaselineEntry.Fact;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoredBaseline;
import io.drift.server.limits.Patience;
import java.util.List;
import java.util.UUID;

/**
 * Own baselines for comparisons.
 *
 * @param registry where they are
 * @param org whose they are
 */
public record StoredBaselines(Registry registry, OrgId org) implements BaselineCatalog {

    private static final String WHAT = "baselines";

    @Override
    public List<Baseline> find(List<String> ids, RequestContext context) {
        Patience patience = new Patience(context, registry.clock());
        patience.check(WHAT);
        FactRecorder recorder = new FactRecorder();
        return registry.baselines().find(org, ids.stream().map(UUID::fromString).toList()).stream()
                .map(stored -> baseline(patience.check(WHAT, stored), recorder))
                .toList();
    }

    private static Baseline baseline(StoredBaseline stored, FactRecorder recorder) {
        for (BaselineEntry entry : stored.facts()) {
            if (entry instanceof Category category) {
                category.facts()
                        .forEach(fact -> record(FactName.of(category.name(), fact.name()), fact.value(), recorder));
            } else {
                record(FactName.of(entry.name()), ((Fact) entry).value(), recorder);
            }
        }
        return new Baseline(
                stored.head().id().toString(),
                stored.head().name(),
                BaselineJson.stamp(stored.head().updated()),
                recorder.end());
    }

    private static void record(FactName name, FactValue value, FactRecorder recorder) {
        if (value instanceof FactValue.Text text) {
            recorder.record(name, text.text());
        } else {
            recorder.record(name, value.texts());
        }
    }
}
