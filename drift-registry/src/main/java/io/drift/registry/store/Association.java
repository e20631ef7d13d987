package io.drift.registry.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system that is meant to be as a baseline says.
 *
 * <pre>{@code
 * List<UUID> systems = associations.stream().map(Association::systemId).toList();
 * }</pre>
 *
 * @param id its own id
 * @param baselineId which baseline
 * @param systemId which system
 * @param groups which groups of the inventory the system was told to be in; may be empty
 */
public record Association(UUID id, UUID baselineId, UUID systemId, List<Group> groups) {

    /** Copies the list. */
    public Association {
        groups = List.copyOf(groups);
    }

    /**
     * A group of systems.
     *
     * @param id its id
     * @param name what it is called; null if nobody said
     */
    public record Group(UUID id, @Nullable String name) {}

    /**
     * The same in other groups.
     *
     * @param others all of them
     * @return the changed association
     */
    public Association withGroups(List<Group> others) {
        return new Association(id, baselineId, systemId, others);
    }
}
