package io.drift.core.comparison;

import java.util.function.Supplier;

/**
 * Hears when the parts of a comparison begin and end, to measure how long they take. Parts contain others, and
 * may begin on several threads at the same time, so a listener has to be thread-safe.
 *
 * <pre>{@code
 * ComparisonListener listener = phase -> {
 *     long start = System.nanoTime();
 *     return () -> System.out.println(phase + " took " + (System.nanoTime() - start) + " ns");
 * };
 * }</pre>
 */
@FunctionalInterface
public interface ComparisonListener {

    /** Hears nothing. */
    ComparisonListener NONE = phase -> () -> {};

    /**
     * A part of a comparison.
     *
     * <pre>{@code
     * ComparisonListener listener =
     *         phase -> phase == ComparisonListener.Phase.COMPARE ? () -> System.out.println("compared") : () -> {};
     * }</pre>
     */
    enum Phase {
        /** Everything that is asked of ports, all at the same time. */
        FIND,
        /** Systems from the inventory, within {@link #FIND}. */
        FIND_SYSTEMS,
        /** Baselines, within {@link #FIND}. */
        FIND_BASELINES,
        /** Historical profiles, within {@link #FIND}. */
        FIND_HISTORICAL_PROFILES,
        /** From sources to the report; the parts below are within it. */
        COMPARE,
        /** The columns are put in order. */
        ORDER_COLUMNS,
        /** The facts of all sources become one table, whose rows are sorted. */
        FILL_TABLE,
        /** Facts that are not shown are left out. */
        SELECT_FACTS,
        /** The header is made, historical profiles newest first. */
        MAKE_HEADER,
        /** States are found, and facts form groups. */
        GROUP_FACTS
    }

    /**
     * Starts a part.
     *
     * @param phase which part
     * @return to be run once on the same thread when the part ends, also if it fails
     */
    Runnable start(Phase phase);

    /**
     * Does the work of a part between its start and its end.
     *
     * @param phase which part
     * @param work the work
     * @param <T> what the work makes
     * @return what the work made
     */
    default <T> T during(Phase phase, Supplier<T> work) {
        Runnable end = start(phase);
        try {
            return work.get();
        } finally {
            end.run();
        }
    }
}
