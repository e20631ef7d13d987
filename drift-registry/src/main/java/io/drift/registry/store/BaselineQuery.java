package io.drift.registry.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which baselines a page shows, and in which order.
 *
 * <pre>{@code
 * BaselineQuery golden = BaselineQuery.ALL.withNamePart("golden").withOrder(BaselineQuery.Order.UPDATED, false);
 * }</pre>
 *
 * @param ids which ones; null for any
 * @param namePart what their names have in them, ignoring case; null for any
 * @param order what they are sorted by; those that are alike are sorted by their ids
 * @param isUp whether the smallest comes first
 * @param window which part is shown
 */
public record BaselineQuery(
        @Nullable List<UUID> ids, @Nullable String namePart, Order order, boolean isUp, SystemQuery.Window window) {

    /** All baselines, by name. */
    public static final BaselineQuery ALL =
            new BaselineQuery(null, null, Order.NAME, true, new SystemQuery.Window(0, 50));

    /** Copies the list. */
    public BaselineQuery {
        ids = ids == null ? null : List.copyOf(ids);
    }

    /** What baselines are sorted by. */
    public enum Order {
        /** By name, ignoring case. */
        NAME,
        /** By when they were made. */
        CREATED,
        /** By when they were changed. */
        UPDATED
    }

    /**
     * The same for some baselines.
     *
     * @param some their ids; null for any
     * @return the changed query
     */
    public BaselineQuery withIds(@Nullable List<UUID> some) {
        return new BaselineQuery(some, namePart, order, isUp, window);
    }

    /**
     * The same for baselines with a part of a name.
     *
     * @param part null for any
     * @return the changed query
     */
    public BaselineQuery withNamePart(@Nullable String part) {
        return new BaselineQuery(ids, part, order, isUp, window);
    }

    /**
     * The same in another order.
     *
     * @param by what they are sorted by
     * @param up whether the smallest comes first
     * @return the changed query
     */
    public BaselineQuery withOrder(Order by, boolean up) {
        return new BaselineQuery(ids, namePart, by, up, window);
    }

    /**
     * Another part of the same.
     *
     * @param part which one
     * @return the changed query
     */
    public BaselineQuery withWindow(SystemQuery.Window part) {
        return new BaselineQuery(ids, namePart, order, isUp, part);
    }
}
