package io.drift.server.uploads;

/** A host of an upload that is not taken; the message says what to change. */
final class WrongHostException extends Exception {

    private static final long serialVersionUID = 1L;

    WrongHostException(String message) {
        super(message);
    }
}
