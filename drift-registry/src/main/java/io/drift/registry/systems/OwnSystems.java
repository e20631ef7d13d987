package io.drift.registry.systems;

import io.drift.registry.store.KnownState;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemPage;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemStores;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The systems that are known.
 *
 * <pre>{@code
 * SystemPage page = new OwnSystems(stores).page(OrgId.LOCAL, SystemQuery.ALL);
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class OwnSystems {

    private final SystemStores stores;

    /**
     * The systems of a store.
     *
     * @param stores where they are kept
     */
    public OwnSystems(SystemStores stores) {
        this.stores = stores;
    }

    /**
     * A page of them.
     *
     * @param org whose
     * @param query which ones
     * @return the page
     */
    public SystemPage page(OrgId org, SystemQuery query) {
        return stores.read(store -> store.page(org, query));
    }

    /**
     * Some of them.
     *
     * @param org whose
     * @param ids any number
     * @return those that there are, in the order of the ids
     */
    public List<StoredSystem> find(OrgId org, Collection<UUID> ids) {
        return stores.read(store -> inOrder(ids, store.systems(org, ids), StoredSystem::id));
    }

    /**
     * Some of them with what they are now, one after the other, as they are read: together they may be large.
     *
     * @param org whose
     * @param ids any number
     * @param each is told those that there are, in any order
     */
    public void current(OrgId org, Collection<UUID> ids, Consumer<KnownState> each) {
        stores.read(store -> {
            store.current(org, ids, each);
            return each;
        });
    }

    private static <T> List<T> inOrder(Collection<UUID> ids, List<T> found, Function<T, UUID> idOf) {
        Map<UUID, T> byId = new HashMap<>();
        found.forEach(one -> byId.put(idOf.apply(one), one));
        return ids.stream().distinct().filter(byId::containsKey).map(byId::get).toList();
    }

    /**
     * Removes systems with all their states, if all of them are there.
     *
     * @param org whose
     * @param ids any number
     * @return those that were not there, so that nothing was removed; empty if all were removed
     */
    public List<UUID> delete(OrgId org, Collection<UUID> ids) {
        return stores.write(store -> {
            Set<UUID> missing = new LinkedHashSet<>(ids);
            store.systems(org, ids).forEach(system -> missing.remove(system.id()));
            if (missing.isEmpty()) {
                ids.forEach(id -> store.delete(org, id));
            }
            return List.copyOf(missing);
        });
    }
}
