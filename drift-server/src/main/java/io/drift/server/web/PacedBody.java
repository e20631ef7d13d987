package io.drift.server.web;

import io.drift.server.uploads.CountedStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The body of an upload, which is read while it arrives, and so holds a thread: it has to come at 1 KiB a second once 30
 * seconds are over, and within ten minutes.
 */
final class PacedBody {

    private static final int LEAST_A_SECOND = 1024;
    private static final Duration FREE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private PacedBody() {}

    /**
     * A body that arrives from now on.
     *
     * @param nanoTime on the scale of {@link System#nanoTime}
     */
    static InputStream of(InputStream body, LongSupplier nanoTime) {
        long begin = nanoTime.getAsLong();
        return new CountedStream(body, bytes -> refuseSlow(bytes, nanoTime.getAsLong() - begin));
    }

    private static void refuseSlow(long bytes, long nanos) {
        boolean slow = nanos >= FREE.toNanos() && bytes < LEAST_A_SECOND * TimeUnit.NANOSECONDS.toSeconds(nanos);
        if (slow || nanos >= LONGEST.toNanos()) {
            throw Problem.tooSlow("nothing was kept: the body arrives too slowly; it may take "
                    + LONGEST.toMinutes() + " minutes, at " + LEAST_A_SECOND
                    + " bytes a second or more: send fewer hosts at once, or compress them");
        }
    }
}
