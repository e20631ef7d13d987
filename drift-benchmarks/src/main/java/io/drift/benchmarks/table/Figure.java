package io.drift.benchmarks.table;

import org.jspecify.annotations.Nullable;

/**
 * Something that was measured.
 *
 * @param what what it is, for people
 * @param systems how many systems were compared
 * @param value the figure; not a number if it could not be measured
 * @param unit its unit
 * @param goal what it should be; null if it is told only to explain others
 */
public record Figure(
        String what,
        int systems,
        double value,
        String unit,
        @Nullable Goal goal) {

    /** A figure without a goal. */
    public static Figure of(String what, int systems, double value, String unit) {
        return new Figure(what, systems, value, unit, null);
    }

    /** Whether the goal, if there is one, was reached. */
    public boolean isGood() {
        return goal == null || goal.isMetBy(value);
    }
}
