package io.drift.registry.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What can be asked of a store of baselines, in the unit of work of the {@link SystemReads} that it came from.
 *
 * <pre>{@code
 * BaselinePage page = stores.read(store -> store.baselines().page(OrgId.LOCAL, BaselineQuery.ALL));
 * }</pre>
 */
public interface BaselineReads {

    /**
     * A page of baselines.
     *
     * @param org whose
     * @param query which ones
     * @return the page, perhaps empty
     */
    BaselinePage page(OrgId org, BaselineQuery query);

    /**
     * Baselines by id.
     *
     * @param org whose
     * @param ids any number
     * @return those that there are, in any order
     */
    List<StoredBaseline> find(OrgId org, Collection<UUID> ids);

    /**
     * The baseline of a name.
     *
     * @param org whose
     * @param name in exactly these letters
     * @return its id; empty if there is none
     */
    Optional<UUID> named(OrgId org, String name);

    /**
     * The systems of a baseline.
     *
     * @param org whose
     * @param baselineId its id
     * @return in the order in which they were associated; empty also if there is no such baseline
     */
    List<Association> ofBaseline(OrgId org, UUID baselineId);

    /**
     * The baselines of systems.
     *
     * @param org whose
     * @param systemIds of which systems
     * @return in the order in which they were associated
     */
    List<Association> ofSystems(OrgId org, Collection<UUID> systemIds);

    /**
     * All baselines of all systems.
     *
     * @param org whose
     * @return in the order in which they were associated
     */
    List<Association> associations(OrgId org);
}
