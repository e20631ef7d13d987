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
     * Whether a service is called (Q47).
     *
     * <pre>{@code
     * boolean healthy = state == CallObserver.BreakerState.CLOSED;
     * }</pre>
     */
    enum BreakerState {
        /** It is called. */
        CLOSED,
        /** It was not called for a while, and some calls try whether it answers again. */
        TRYING,
        /** It is not called, because half of the last calls were not answered. */
        OPEN
    }

    /**
     * A service is called no more, or again. At the beginning all are {@link BreakerState#CLOSED}. Nothing is done unless
     * this is overridden.
     *
     * @param service which service
     * @param state from now on
     */
    default void breakerChanged(Service service, BreakerState state) {}

    /**
     * Calls were not made, because as many as may wait for the service did already. Nothing is done unless this is
     * overridden.
     *
     * @param service which service
     * @param calls how many, at least one
     */
    default void refused(Service service, int calls) {}

    /**
     * A call has ended.
     *
     * @param service which service was called
     * @param took from the beginning of the call until its answer was read, or until it failed
     * @param outcome how it ended
     */
    void called(Service service, Duration took, Outcome outcome);
}
