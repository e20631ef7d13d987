package io.drift.registry.history;

import io.drift.registry.store.KnownState;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemState;
import io.drift.registry.store.SystemStores;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What systems were. The current state of a system is the newest of its states.
 *
 * <pre>{@code
 * List<SystemState> states = new SystemHistory(stores).states(OrgId.LOCAL, id, new SystemQuery.Window(0, 50));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class SystemHistory {

    private final SystemStores stores;

    /**
     * The history in a store.
     *
     * @param stores where it is kept
     */
    public SystemHistory(SystemStores stores) {
        this.stores = stores;
    }

    /**
     * The states of one system.
     *
     * @param org whose
     * @param systemId its id
     * @param window which of them
     * @return the newest first; empty if there is no such system, or none in the window
     */
    public List<SystemState> states(OrgId org, UUID systemId, SystemQuery.Window window) {
        return stores.read(store -> store.states(org, systemId, window));
    }

    /**
     * States by their own ids, one after the other, as they are read: together they may be large.
     *
     * @param org whose
     * @param stateIds any number
     * @param each is told those that there are, in any order
     */
    public void find(OrgId org, Collection<UUID> stateIds, Consumer<KnownState> each) {
        stores.read(store -> {
            store.known(org, stateIds, each);
            return each;
        });
    }
}
