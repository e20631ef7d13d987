package io.drift.testkit;

import java.time.Duration;

/**
 * An answer, and what happens to it on its way.
 *
 * @param answer what the service means to say
 * @param manner how it gets to the caller, if at all
 * @param pause between two bytes of the body; of use for {@link Manner#DRIPPING} only
 */
record Delivery(ScriptedAnswer answer, Manner manner, Duration pause) {

    /** What happens to an answer. */
    enum Manner {
        WHOLE,
        /** The connection is closed properly before a byte was sent. */
        DROPPED,
        /** The connection is reset before a byte was sent. */
        RESET,
        /** The connection is closed in the middle of the body. */
        TRUNCATED,
        /** The body comes byte by byte. */
        DRIPPING,
        /** What comes is not HTTP. */
        NOT_HTTP
    }

    static Delivery of(ScriptedAnswer answer) {
        return new Delivery(answer, answer.isDropped() ? Manner.DROPPED : Manner.WHOLE, Duration.ZERO);
    }

    Delivery in(Manner other) {
        return new Delivery(answer, other, pause);
    }

    Delivery after(Duration wait) {
        return new Delivery(answer.after(wait), manner, pause);
    }
}
