package io.drift.collector.source;

import java.io.IOException;

/**
 * A file of which nothing can be used. The message says why, and what to do; it quotes no values of the file.
 *
 * <pre>{@code
 * try {
 *     reader.read(in);
 * } catch (UnreadableSourceException unreadable) {
 *     System.err.println(unreadable.getMessage()); // this list of packages has no packages
 * }
 * }</pre>
 */
public final class UnreadableSourceException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableSourceException(String message) {
        super(message);
    }
}
