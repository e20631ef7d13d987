package io.drift.server.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The body of an upload, which is read while it arrives, and so holds a thread: it has to come at 1 KiB a second once 30
 * seconds are over, and within ten minutes.
 */
final class PacedBody extends FilterInputStream {

    private static final int LEAST_A_SECOND = 1024;
    private static final Duration FREE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final LongSupplier nanoTime;
    private final long begin;
    private long bytes;

    PacedBody(InputStream body) {
        this(body, System::nanoTime);
    }

    /**
     * A body.
     *
     * @param nanoTime on the scale of {@link System#nanoTime}
     */
    PacedBody(InputStream body, LongSupplier nanoTime) {
        super(body);
        this.nanoTime = nanoTime;
        this.begin = nanoTime.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) {
        bytes += more;
        long nanos = nanoTime.getAsLong() - begin;
        boolean slow = nanos >= FREE.toNanos() && bytes < LEAST_A_SECOND * TimeUnit.NANOSECONDS.toSeconds(nanos);
        if (slow || nanos >= LONGEST.toNanos()) {
            throw Problem.tooSlow("nothing was kept: the body arrives too slowly; it may take "
                    + LONGEST.toMinutes() + " minutes, at " + LEAST_A_SECOND
                    + " bytes a second or more: send fewer hosts at once, or compress them");
        }
    }
}
