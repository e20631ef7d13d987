package io.drift.server.exports;

/** Something that is no whole export of this version, so that nothing of it was kept. The message says what to do. */
public final class UnreadableExportException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableExportException(String message) {
        super(message);
    }
}
