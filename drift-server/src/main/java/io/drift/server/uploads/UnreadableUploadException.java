package io.drift.server.uploads;

/** An upload of which nothing is kept; the message says what to change. */
public final class UnreadableUploadException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;

    UnreadableUploadException(boolean tooLarge, String message) {
        super(message);
        this.tooLarge = tooLarge;
    }

    /**
     * Whether it is too large.
     *
     * @return false if it is wrong in another way
     */
    public boolean isTooLarge() {
        return tooLarge;
    }
}
