package io.drift.collector;

import java.io.IOException;

/**
 * Something is no collection, or one of which it cannot be told what belongs to it. The message says why and what to do,
 * and has no text of it.
 *
 * <pre>{@code
 * try {
 *     Collection.parse(in);
 * } catch (UnreadableCollectionException unreadable) {
 *     System.err.println(unreadable.getMessage());
 * }
 * }</pre>
 */
public final class UnreadableCollectionException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableCollectionException(String message) {
        super(message);
    }
}
