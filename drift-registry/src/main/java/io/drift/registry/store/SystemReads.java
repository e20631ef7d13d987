package io.drift.registry.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What can be asked of a store of systems. All answers of one unit of work are of one moment.
 *
 * <pre>{@code
 * List<StoredSystem> systems = stores.read(reads -> reads.systems(OrgId.LOCAL, ids));
 * }</pre>
 */
public interface SystemReads {

    /**
     * Systems with one of the things that machines are recognised by.
     *
     * @param org whose systems
     * @param kind what it is
     * @param id in the form of {@link MachineIdentity}
     * @return at most two: who asks wants to know which one it is, or that there are several
     */
    List<StoredSystem> recognised(OrgId org, IdentityKind kind, String id);

    /**
     * Systems by id.
     *
     * @param org whose systems
     * @param ids any number
     * @return those that there are, in any order
     */
    List<StoredSystem> systems(OrgId org, Collection<UUID> ids);

    /**
     * Systems by id, with what they are now, one after the other, as they are read.
     *
     * @param org whose systems
     * @param ids any number
     * @param each is told those that there are, in any order
     */
    void current(OrgId org, Collection<UUID> ids, Consumer<KnownState> each);

    /**
     * A page of systems.
     *
     * @param org whose systems
     * @param query which ones
     * @return the page, perhaps empty
     */
    SystemPage page(OrgId org, SystemQuery query);

    /**
     * The state that a system had at one date.
     *
     * @param org whose system
     * @param systemId its id
     * @param captured the date
     * @return empty if there is none of exactly that date
     */
    Optional<SystemState> stateAt(OrgId org, UUID systemId, CaptureDate captured);

    /**
     * The states of a system.
     *
     * @param org whose system
     * @param systemId its id
     * @param window which of them
     * @return the newest first; empty also if there is no such system
     */
    List<SystemState> states(OrgId org, UUID systemId, SystemQuery.Window window);

    /**
     * The ids of all systems.
     *
     * @param org whose
     * @return in the order of their texts
     */
    List<UUID> systemIds(OrgId org);

    /**
     * States by id, with all that belongs to them, one after the other, as they are read.
     *
     * @param org whose
     * @param stateIds any number
     * @param each is told those that there are, in any order
     */
    void known(OrgId org, Collection<UUID> stateIds, Consumer<KnownState> each);

    /**
     * A state by id, with all that belongs to it.
     *
     * @param org whose
     * @param stateId its id
     * @return empty if there is none
     */
    default Optional<KnownState> known(OrgId org, UUID stateId) {
        List<KnownState> found = new ArrayList<>();
        known(org, List.of(stateId), found::add);
        return found.stream().findFirst();
    }

    /**
     * The baselines in the same store.
     *
     * @return to be asked within this unit of work
     */
    BaselineReads baselines();
}
