package io.drift.registry.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which systems a page shows, and in which order.
 *
 * <pre>{@code
 * SystemQuery webs = SystemQuery.ALL.withNamePart("web").withWindow(new SystemQuery.Window(0, 50));
 * }</pre>
 *
 * @param namePart what their names have in them, ignoring case; null for any
 * @param fqdn what their fqdn is, ignoring case; null for any
 * @param tags all of which they have; a filter without a value is met by any value
 * @param heardOf in one of these spans of time they were heard of last; empty for any time
 * @param order how they are sorted
 * @param window which part is shown
 */
public record SystemQuery(
        @Nullable String namePart,
        @Nullable String fqdn,
        List<Tag> tags,
        List<Span> heardOf,
        Order order,
        Window window) {

    /** All systems, those heard of last at the top. */
    public static final SystemQuery ALL =
            new SystemQuery(null, null, List.of(), List.of(), Order.UPDATED_DOWN, new Window(0, 50));

    /** Copies the lists. */
    public SystemQuery {
        tags = List.copyOf(tags);
        heardOf = List.copyOf(heardOf);
    }

    /** How systems are sorted; those that are alike are sorted by their ids. */
    public enum Order {
        /** By name, ignoring case, from A on. */
        NAME_UP,
        /** By name, from Z on. */
        NAME_DOWN,
        /** The oldest news first. */
        UPDATED_UP,
        /** The newest news first. */
        UPDATED_DOWN
    }

    /**
     * A span of time.
     *
     * @param from the first moment of it
     * @param until the first moment after it
     */
    public record Span(Instant from, Instant until) {}

    /**
     * A part of what is found.
     *
     * @param offset how many come before it; not negative
     * @param limit how many it has at most; at least 1
     */
    public record Window(long offset, int limit) {}

    /**
     * The same for systems with a part of a name.
     *
     * @param part null for any
     * @return the changed query
     */
    public SystemQuery withNamePart(@Nullable String part) {
        return new SystemQuery(part, fqdn, tags, heardOf, order, window);
    }

    /**
     * The same for systems with an fqdn.
     *
     * @param name null for any
     * @return the changed query
     */
    public SystemQuery withFqdn(@Nullable String name) {
        return new SystemQuery(namePart, name, tags, heardOf, order, window);
    }

    /**
     * The same for systems with tags.
     *
     * @param all what they must have
     * @return the changed query
     */
    public SystemQuery withTags(List<Tag> all) {
        return new SystemQuery(namePart, fqdn, all, heardOf, order, window);
    }

    /**
     * The same for systems that were heard of last at some time.
     *
     * @param any spans, of which one is enough
     * @return the changed query
     */
    public SystemQuery withHeardOf(List<Span> any) {
        return new SystemQuery(namePart, fqdn, tags, any, order, window);
    }

    /**
     * The same in another order.
     *
     * @param other how they are sorted
     * @return the changed query
     */
    public SystemQuery withOrder(Order other) {
        return new SystemQuery(namePart, fqdn, tags, heardOf, other, window);
    }

    /**
     * Another part of the same.
     *
     * @param part which one
     * @return the changed query
     */
    public SystemQuery withWindow(Window part) {
        return new SystemQuery(namePart, fqdn, tags, heardOf, order, part);
    }
}
