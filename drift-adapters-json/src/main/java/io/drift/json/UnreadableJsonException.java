package io.drift.json;

import java.io.IOException;

/**
 * A document that cannot be read. The message names what is wrong and where; of the document it quotes keys, and words
 * that are not JSON, but no values.
 *
 * <pre>{@code
 * try {
 *     System.out.println(SystemReader.read("web-1", json).facts());
 * } catch (UnreadableJsonException unreadable) {
 *     System.err.println(unreadable.reason() + ": " + unreadable.getMessage());
 * }
 * }</pre>
 */
public final class UnreadableJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong with a document.
     *
     * <pre>{@code
     * String advice = switch (unreadable.reason()) {
     *     case NOT_JSON -> "send the file again";
     *     case TOO_LARGE -> "leave out what no system has";
     *     case UNKNOWN_DOCUMENT, WRONG_SHAPE -> "send a host, a profile or an answer of the inventory";
     * };
     * }</pre>
     */
    public enum Reason {
        /** It is not JSON, or it ends too early. */
        NOT_JSON,
        /** Something in it is deeper or longer than is read; whether the rest is JSON is not known. */
        TOO_LARGE,
        /** It is JSON, but not what was expected at that place. */
        WRONG_SHAPE,
        /** It is JSON, but as a whole nothing that can be compared; the message says what it is. */
        UNKNOWN_DOCUMENT
    }

    /** Which kind of failure. */
    private final Reason reason;

    private UnreadableJsonException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static UnreadableJsonException notJson(String message) {
        return new UnreadableJsonException(Reason.NOT_JSON, message);
    }

    static UnreadableJsonException tooLarge(String message) {
        return new UnreadableJsonException(Reason.TOO_LARGE, message);
    }

    /**
     * Not what anybody compares.
     *
     * @param seen what it is: {@code an object with the keys a, b}
     */
    static UnreadableJsonException unknownDocument(String seen) {
        return new UnreadableJsonException(Reason.UNKNOWN_DOCUMENT, "this is " + seen);
    }

    static UnreadableJsonException wrongShape(String message) {
        return new UnreadableJsonException(Reason.WRONG_SHAPE, message);
    }

    /**
     * What is wrong.
     *
     * @return never null
     */
    public Reason reason() {
        return reason;
    }
}
