package io.drift.server.uploads;

import java.util.function.LongConsumer;

/** Counts a text in JSON while it arrives: the parser holds all of it, and shows nothing before its end. */
final class ArrivingText {

    /** A text that is shorter does not count. */
    private static final int MUCH = 1 << 17;

    private final long longest;
    private final LongConsumer holds;
    private long read;
    private long lastToken;

    /**
     * Nothing has arrived.
     *
     * @param longest so long may a text be
     * @param holds is told how many bytes of a text are there by now
     */
    ArrivingText(long longest, LongConsumer holds) {
        this.longest = longest;
        this.holds = holds;
    }

    /** So many bytes of the body were read by now. */
    void read(long bytes) {
        read = bytes;
        if (isMuch()) {
            holds.accept(Math.min(read - lastToken, longest));
        }
    }

    /** The parser shows a token. */
    void ended() {
        if (isMuch()) {
            holds.accept(0);
        }
        lastToken = read;
    }

    private boolean isMuch() {
        return read - lastToken > MUCH;
    }
}
