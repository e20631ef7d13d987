package io.drift.server.uploads;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that tells how much of it was read.
 *
 * <pre>{@code
 * InputStream atMostOneMiB = new CountedStream(body, read -> {
 *     if (read > 1 << 20) {
 *         throw new IOException("too long");
 *     }
 * });
 * }</pre>
 */
final class CountedStream extends FilterInputStream {

    /** Is told how much was read. */
    @FunctionalInterface
    interface Listener {

        /**
         * Something was read, or the end was met.
         *
         * @param bytes how many they are by now
         * @throws IOException if it should not go on; whoever reads gets it
         */
        void read(long bytes) throws IOException;
    }

    private static final int BLOCK = 1 << 13;

    private final Listener listener;
    private long bytes;

    /**
     * A stream of which nothing was read.
     *
     * @param in the bytes
     * @param listener is told after each time that something was read
     */
    CountedStream(InputStream in, Listener listener) {
        super(in);
        this.listener = listener;
    }

    /** How many bytes were read. */
    long bytes() {
        return bytes;
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

    /** What is skipped is read. */
    @Override
    public long skip(long most) throws IOException {
        byte[] nowhere = new byte[(int) Math.min(Math.max(most, 0), BLOCK)];
        return nowhere.length == 0 ? 0 : Math.max(0, read(nowhere, 0, nowhere.length));
    }

    /** What is read twice would be counted twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) throws IOException {
        bytes += more;
        listener.read(bytes);
    }
}
