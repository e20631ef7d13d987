package io.drift.registry.history;

import io.drift.registry.store.SystemState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How much of the history of a system is kept: everything at first, then one state of each day, then one of each week, and
 * in the end nothing. Of a day or a week the last state is kept; both are those of UTC, and a week begins on Monday.
 *
 * <pre>{@code
 * List<SystemState> surplus = Retention.DEFAULT.surplus(newestFirst, clock.instant());
 * }</pre>
 *
 * @param all how old a state is at most of which nothing is thinned
 * @param daily up to which age one of each day is kept; not shorter than {@code all}
 * @param weekly up to which age one of each week is kept; not shorter than {@code daily}
 */
public record Retention(Duration all, Duration daily, Duration weekly) {

    /** All of 7 days, daily for 90, weekly for 365. */
    public static final Retention DEFAULT =
            new Retention(Duration.ofDays(7), Duration.ofDays(90), Duration.ofDays(365));

    private static final long SECONDS_OF_DAY = Duration.ofDays(1).toSeconds();
    private static final int DAYS_OF_WEEK = 7;
    /** 1970 began on a Thursday. */
    private static final int DAYS_SINCE_MONDAY = 3;

    /** Refuses spans that overtake each other. */
    public Retention {
        if (all.isNegative() || daily.compareTo(all) < 0 || weekly.compareTo(daily) < 0) {
            throw new IllegalArgumentException("each span must be as long as the one before it");
        }
    }

    /**
     * The states that are not kept any more.
     *
     * @param newestFirst all states of one system; the first one is its current state, which is always kept
     * @param now what time it is
     * @return those to remove, in their order
     */
    public List<SystemState> surplus(List<SystemState> newestFirst, Instant now) {
        Set<String> taken = new HashSet<>();
        return newestFirst.stream()
                .skip(1)
                .filter(state -> !isKept(state.captured().instant(), now, taken))
                .toList();
    }

    private boolean isKept(Instant captured, Instant now, Set<String> taken) {
        if (!captured.isBefore(now.minus(all))) {
            return true;
        }
        long day = Math.floorDiv(captured.getEpochSecond(), SECONDS_OF_DAY);
        if (!captured.isBefore(now.minus(daily))) {
            return taken.add("day " + day);
        }
        return !captured.isBefore(now.minus(weekly))
                && taken.add("week " + Math.floorDiv(day + DAYS_SINCE_MONDAY, DAYS_OF_WEEK));
    }
}
