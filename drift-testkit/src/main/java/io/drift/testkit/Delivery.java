package io.drift.testkit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer, and what happens to it on its way.
 *
 * @param answer what the service means to say
 * @param manner how it gets to the caller, if at all
 * @param pause between two bytes of the body; of use for {@link Manner#DRIPPING} only
 * @param headers those that the answer has besides its content type, in place of those that follow from its body
 * @param sending sends the answer, at once and in place of the server; null to leave it to the server. With
 *     {@link Manner#RESET} the connection is reset behind it, else closed properly
 */
record Delivery(
        ScriptedAnswer answer,
        Manner manner,
        Duration pause,
        Map<String, String> headers,
        @Nullable Sending sending) {

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
        /** Another answer comes first, that says to wait. */
        AFTER_EARLY_HINTS,
        /** What comes is not HTTP. */
        NOT_HTTP
    }

    Delivery {
        headers = Map.copyOf(headers);
    }

    static Delivery of(ScriptedAnswer answer) {
        return new Delivery(answer, answer.isDropped() ? Manner.DROPPED : Manner.WHOLE, Duration.ZERO, Map.of(), null);
    }

    Delivery in(Manner other) {
        return new Delivery(answer, other, pause, headers, sending);
    }

    Delivery dripping(Duration every) {
        return new Delivery(answer, Manner.DRIPPING, every, headers, sending);
    }

    Delivery after(Duration wait) {
        return with(answer.after(wait));
    }

    Delivery with(ScriptedAnswer other) {
        return new Delivery(other, manner, pause, headers, sending);
    }

    Delivery with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Delivery(answer, manner, pause, more, sending);
    }

    Delivery sentBy(Sending other) {
        return new Delivery(answer, manner, pause, headers, other);
    }
}
