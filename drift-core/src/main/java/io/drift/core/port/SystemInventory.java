package io.drift.core.port;

import io.drift.core.source.InventorySystem;
import java.util.List;

/**
 * Where systems come from.
 *
 * <pre>{@code
 * SystemInventory inventory = (ids, context) -> ids.stream()
 *         .filter(profiles::containsKey)
 *         .map(id -> InventorySystem.ofProfile(id, profiles.get(id)))
 *         .toList();
 * }</pre>
 *
 * <p>Asked on any thread, by several requests at the same time.
 */
@FunctionalInterface
public interface SystemInventory {

    /**
     * Finds systems.
     *
     * @param ids UUIDs without duplicates, any number, also none
     * @param context who asks, and until when
     * @return what it found, in the order of the ids or in the service's own; it may be less than asked for, or more,
     *     and an id may come back in another case
     * @throws io.drift.core.error.DriftException if it cannot tell
     */
    List<InventorySystem> find(List<String> ids, RequestContext context);
}
