package io.drift.server.uploads;

import java.io.IOException;

/** More was sent than is read. */
final class TooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLongException(String message) {
        super(message);
    }
}
