package io.drift.registry.baselines;

import io.drift.core.error.InvalidQueryException;
import io.drift.core.error.ItemNotReturnedException;
import io.drift.registry.baselines.BaselineListener.Event;
import io.drift.registry.store.Association;
import io.drift.registry.store.BaselineReads;
import io.drift.registry.store.BaselineWrites;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.SystemStores;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which systems are associated with which baselines: they are meant to be as the baseline says.
 *
 * <pre>{@code
 * BaselineSystems systems = new BaselineSystems(stores, UUID::randomUUID);
 * systems.associate(OrgId.LOCAL, baselineId, List.of(systemId));
 * }</pre>
 *
 * <p>Thread-safe. What breaks a rule is refused as a whole, with an exception that says which one.
 */
public final class BaselineSystems {

    private final SystemStores stores;
    private final Supplier<UUID> ids;
    private final BaselineListener listener;

    /**
     * The associations of a store.
     *
     * @param stores where they are kept
     * @param ids makes ids that nothing else has
     */
    public BaselineSystems(SystemStores stores, Supplier<UUID> ids) {
        this(stores, ids, BaselineListener.NONE);
    }

    private BaselineSystems(SystemStores stores, Supplier<UUID> ids, BaselineListener listener) {
        this.stores = stores;
        this.ids = ids;
        this.listener = listener;
    }

    /**
     * The same, watched.
     *
     * @param other hears what is done
     * @return the changed associations
     */
    public BaselineSystems withListener(BaselineListener other) {
        return new BaselineSystems(stores, ids, other);
    }

    /**
     * The systems of a baseline.
     *
     * @param org whose
     * @param baselineId its id
     * @return in the order in which they were associated; empty if there is no such baseline
     */
    public Optional<List<Association>> ofBaseline(OrgId org, UUID baselineId) {
        return stores.read(store -> isThere(org, baselineId, store.baselines())
                ? Optional.of(store.baselines().ofBaseline(org, baselineId))
                : Optional.empty());
    }

    private static boolean isThere(OrgId org, UUID baselineId, BaselineReads store) {
        return !store.find(org, List.of(baselineId)).isEmpty();
    }

    /**
     * The baselines of systems.
     *
     * @param org whose
     * @param systemIds which systems
     * @return in the order in which they were associated
     */
    public List<Association> ofSystems(OrgId org, Collection<UUID> systemIds) {
        return stores.read(store -> store.baselines().ofSystems(org, systemIds));
    }

    /**
     * All baselines of all systems.
     *
     * @param org whose
     * @return in the order in which they were associated
     */
    public List<Association> all(OrgId org) {
        return stores.read(store -> store.baselines().associations(org));
    }

    /**
     * Associates systems with a baseline.
     *
     * @param org whose
     * @param baselineId its id
     * @param systemIds none of which is associated with it
     * @return all that are associated now; empty if there is no such baseline
     * @throws InvalidQueryException if one is associated already
     * @throws ItemNotReturnedException if one is not known
     */
    public Optional<List<Association>> associate(OrgId org, UUID baselineId, Collection<UUID> systemIds) {
        Optional<List<Association>> now = stores.write(store -> {
            BaselineWrites baselines = store.baselines();
            if (!isThere(org, baselineId, baselines)) {
                return Optional.empty();
            }
            Set<UUID> missing = new LinkedHashSet<>(systemIds);
            store.systems(org, systemIds).forEach(system -> missing.remove(system.id()));
            if (!missing.isEmpty()) {
                throw ItemNotReturnedException.ofIds(
                        missing.stream().map(UUID::toString).toList());
            }
            associate(org, baselineId, systemIds, baselines);
            return Optional.of(baselines.ofBaseline(org, baselineId));
        });
        listener.happened(Event.ASSOCIATED, now.isPresent() ? systemIds.size() : 0);
        return now;
    }

    private void associate(OrgId org, UUID baselineId, Collection<UUID> systemIds, BaselineWrites store) {
        Set<UUID> associated = store.ofBaseline(org, baselineId).stream()
                .map(Association::systemId)
                .collect(Collectors.toSet());
        for (UUID system : systemIds) {
            if (!associated.add(system)) {
                throw new InvalidQueryException("System " + system + " already associated with this baseline");
            }
            store.associate(org, new Association(ids.get(), baselineId, system, List.of()));
        }
    }

    /**
     * Takes systems away from a baseline.
     *
     * @param org whose
     * @param baselineId its id
     * @param systemIds all of which are associated with it
     * @return false if there is no such baseline
     * @throws InvalidQueryException if one is not associated
     */
    public boolean dissociate(OrgId org, UUID baselineId, Collection<UUID> systemIds) {
        boolean isThere = stores.write(store -> {
            BaselineWrites baselines = store.baselines();
            if (!isThere(org, baselineId, baselines)) {
                return false;
            }
            Map<UUID, UUID> associated = new LinkedHashMap<>();
            baselines.ofBaseline(org, baselineId).forEach(one -> associated.put(one.systemId(), one.id()));
            for (UUID system : systemIds) {
                UUID association = associated.remove(system);
                if (association == null) {
                    throw new InvalidQueryException(
                            "Failed to remove system id " + system + " from mapped systems - not in list");
                }
                baselines.dissociate(org, association);
            }
            return true;
        });
        listener.happened(Event.DISSOCIATED, isThere ? systemIds.size() : 0);
        return isThere;
    }

    /**
     * Takes systems away from all baselines.
     *
     * @param org whose
     * @param systemIds associated or not
     */
    public void dissociateAll(OrgId org, Collection<UUID> systemIds) {
        int removed = stores.write(store -> {
            List<Association> found = store.baselines().ofSystems(org, systemIds);
            found.forEach(one -> store.baselines().dissociate(org, one.id()));
            return found.size();
        });
        listener.happened(Event.DISSOCIATED, removed);
    }

    /**
     * Keeps in which groups a system is.
     *
     * @param org whose
     * @param systemId the system
     * @param groups all of its groups
     * @return its associations, with the groups; empty if it has none, so that nothing was kept
     */
    public List<Association> regroup(OrgId org, UUID systemId, List<Association.Group> groups) {
        return stores.write(store -> {
            List<Association> changed = store.baselines().ofSystems(org, List.of(systemId)).stream()
                    .map(one -> one.withGroups(groups))
                    .toList();
            changed.forEach(one -> store.baselines().replaceGroups(org, one));
            return changed;
        });
    }
}
