package io.drift.registry.store;

import java.util.UUID;

/**
 * What can be done with a store of baselines, in the unit of work of the {@link SystemWrites} that it came from. A
 * system that is removed takes its associations along.
 *
 * <pre>{@code
 * boolean gone = stores.write(store -> store.baselines().delete(OrgId.LOCAL, id));
 * }</pre>
 */
public interface BaselineWrites extends BaselineReads {

    /**
     * Adds a baseline that was not there.
     *
     * @param org whose it is
     * @param baseline with a new id and a new name
     */
    void add(OrgId org, StoredBaseline baseline);

    /**
     * Replaces what is kept of a baseline; its associations stay.
     *
     * @param org whose it is
     * @param baseline with an id that is there
     */
    void replace(OrgId org, StoredBaseline baseline);

    /**
     * Removes a baseline with its associations.
     *
     * @param org whose it is
     * @param baselineId its id
     * @return false if it was not there
     */
    boolean delete(OrgId org, UUID baselineId);

    /**
     * Associates a system with a baseline.
     *
     * @param org whose both are
     * @param association with a new id, of a baseline and a system that are there and not associated yet
     */
    void associate(OrgId org, Association association);

    /**
     * Keeps the groups of an association.
     *
     * @param org whose it is
     * @param association with an id that is there
     */
    void replaceGroups(OrgId org, Association association);

    /**
     * Takes an association away.
     *
     * @param org whose it is
     * @param associationId its id
     */
    void dissociate(OrgId org, UUID associationId);
}
