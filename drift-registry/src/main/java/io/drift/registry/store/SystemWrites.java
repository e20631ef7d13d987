package io.drift.registry.store;

import java.util.UUID;

/**
 * What can be done with a store of systems, beside asking it. All that one unit of work does is kept, or nothing of it.
 *
 * <pre>{@code
 * boolean gone = stores.write(writes -> writes.delete(OrgId.LOCAL, id));
 * }</pre>
 */
public interface SystemWrites extends SystemReads {

    /**
     * Adds a system that was not there, with its first state.
     *
     * @param org whose it is
     * @param system with a new id
     * @param content of its current state
     */
    void add(OrgId org, StoredSystem system, ProfileContent content);

    /**
     * Adds a state to a system. Which one is current is told by {@link #replace}.
     *
     * @param org whose system
     * @param state of a date of which the system has none yet
     * @param content of the state
     */
    void addState(OrgId org, SystemState state, ProfileContent content);

    /**
     * Replaces what is kept of a system.
     *
     * @param org whose it is
     * @param system with an id that is there, and a current state that is there
     */
    void replace(OrgId org, StoredSystem system);

    /**
     * Removes a system with all its states and associations, and the content that nobody else has.
     *
     * @param org whose it is
     * @param systemId its id
     * @return false if it was not there
     */
    boolean delete(OrgId org, UUID systemId);

    /**
     * The baselines in the same store.
     *
     * @return to be asked and changed within this unit of work
     */
    @Override
    BaselineWrites baselines();
}
