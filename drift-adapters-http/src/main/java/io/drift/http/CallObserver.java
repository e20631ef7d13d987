package io.drift.http;

import java.time.Duration;

/**
 * Hears of every HTTP call to a service, each try by itself, on the thread that made it. It has to be thread-safe and
 * quick.
 *
 * <pre>{@code
 * CallObserver observer = (service, took, outcome) ->
 *         System.out.println(service + " " + outcome + " after " + took.toMillis() + " ms");
 * }</pre>
 */
@FunctionalInterface
public interface CallObserver {

    /** Hears nothing. */
    CallObserver NONE = (service, took, outcome) -> {};

    /**
     * How a call ended.
     *
     * <pre>{@code
     * boolean failed = switch (outcome) {
     *     case ANSWERED, CANCELLED -> false;
     *     case BROKEN, LATE -> true;
     * };
     * }</pre>
     */
    enum Outcome {
        /** The service answered, whatever its answer was. */
        ANSWERED,
        /** There was no connection, or it broke before the answer was whole. */
        BROKEN,
        /** There was no whole answer in time. */
        LATE,
        /** Nobody waited any more. */
        CANCELLED
    }

    /**
     * A call has ended.
     *
     * @param service which service was called
     * @param took from the beginning of the call until its answer was read, or until it failed
     * @param outcome how it ended
     */
    void called(Service service, Duration took, Outcome outcome);
}
