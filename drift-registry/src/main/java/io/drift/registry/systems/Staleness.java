package io.drift.registry.systems;

import io.drift.registry.store.SystemQuery;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a system that is not heard of any more counts as stale, and when it is removed.
 *
 * <pre>{@code
 * Instant stale = Staleness.DEFAULT.staleAt(system.checkIns().last());
 * }</pre>
 *
 * @param stale after how long it is stale
 * @param warning after how long there is a warning of it; longer than {@code stale}
 * @param culling after how long it is removed; null for never
 */
public record Staleness(
        Duration stale, Duration warning, @Nullable Duration culling) {

    /** Stale after 26 hours, warned of after 7 days, never removed. */
    public static final Staleness DEFAULT = new Staleness(Duration.ofHours(26), Duration.ofDays(7), null);

    /**
     * The same, but a system is removed.
     *
     * @param after after how long; null for never
     * @return the changed rule
     */
    public Staleness withCulling(@Nullable Duration after) {
        return new Staleness(stale, warning, after);
    }

    /** What a system can be. */
    public enum Level {
        /** It was heard of not long ago. */
        FRESH,
        /** It should have been heard of. */
        STALE,
        /** It was not heard of for a long time. */
        STALE_WARNING
    }

    /**
     * From when on a system is stale.
     *
     * @param last when it was heard of last
     * @return that moment
     */
    public Instant staleAt(Instant last) {
        return last.plus(stale);
    }

    /**
     * From when on a system may be removed.
     *
     * @param last when it was heard of last
     * @return that moment; null for never
     */
    public @Nullable Instant culledAt(Instant last) {
        return culling == null ? null : last.plus(culling);
    }

    /**
     * From when on there is a warning.
     *
     * @param last when it was heard of last
     * @return that moment
     */
    public Instant warningAt(Instant last) {
        return last.plus(warning);
    }

    /**
     * When the systems of a level were heard of last.
     *
     * @param level what they are
     * @param now what time it is
     * @return the span of time
     */
    public SystemQuery.Span heardOf(Level level, Instant now) {
        return switch (level) {
            case FRESH -> new SystemQuery.Span(now.minus(stale), Instant.MAX);
            case STALE -> new SystemQuery.Span(now.minus(warning), now.minus(stale));
            case STALE_WARNING -> new SystemQuery.Span(Instant.MIN, now.minus(warning));
        };
    }
}
