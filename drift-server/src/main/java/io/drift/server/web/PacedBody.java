package io.drift.server.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The body of an upload, which is read while it arrives, and so holds a thread: it has to come at 1 KiB a second once 30
 * seconds are over, and within ten minutes. Only the time counts in which it is waited for.
 */
final class PacedBody extends FilterInputStream {

    private static final int LEAST_A_SECOND = 1024;
    private static final Duration FREE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final LongSupplier nanoTime;
    private long waited;
    private long bytes;

    /**
     * A body that arrives from now on.
     *
     * @param nanoTime on the scale of {@link System#nanoTime}
     */
    PacedBody(InputStream body, LongSupplier nanoTime) {
        super(body);
        this.nanoTime = nanoTime;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        long begin = nanoTime.getAsLong();
        int read = super.read(into, from, length);
        waited += nanoTime.getAsLong() - begin;
        bytes += Math.max(0, read);
        refuseSlow();
        return read;
    }

    private void refuseSlow() {
        boolean slow = waited >= FREE.toNanos() && bytes < LEAST_A_SECOND * TimeUnit.NANOSECONDS.toSeconds(waited);
        if (slow || waited >= LONGEST.toNanos()) {
            throw Problem.tooSlow("nothing was kept: the body arrives too slowly; it may take "
                    + LONGEST.toMinutes() + " minutes, at " + LEAST_A_SECOND
                    + " bytes a second or more: send fewer hosts at once, or compress them");
        }
    }
}
