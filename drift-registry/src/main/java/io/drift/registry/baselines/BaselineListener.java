package io.drift.registry.baselines;

/**
 * Hears what is done with baselines, after it was kept.
 *
 * <pre>{@code
 * Baselines baselines = new Baselines(stores, clock, UUID::randomUUID)
 *         .withListener((event, count) -> System.out.println(count + " " + event));
 * }</pre>
 *
 * <p>Called on the thread that did it; several at the same time.
 */
@FunctionalInterface
public interface BaselineListener {

    /** Hears nothing. */
    BaselineListener NONE = (event, count) -> {};

    /** What can be done with baselines. */
    enum Event {
        /** One was made, also as a copy of another one. */
        CREATED,
        /** One has other facts, another name, or tells of changes or not. */
        CHANGED,
        /** One is gone. */
        DELETED,
        /** A system was associated with one. */
        ASSOCIATED,
        /** A system was taken away from one. */
        DISSOCIATED
    }

    /**
     * Something was done.
     *
     * @param event what
     * @param count how often, from 0
     */
    void happened(Event event, int count);
}
