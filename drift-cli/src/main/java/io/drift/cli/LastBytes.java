package io.drift.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The end of what a stream says: all of it is read, so that nobody who writes it has to wait. Thread-safe. */
final class LastBytes {

    private static final int BLOCK = 8192;

    private final byte[] ring;
    private long count;

    /**
     * Of a stream that has said nothing yet.
     *
     * @param most how many bytes of its end are kept
     */
    LastBytes(int most) {
        ring = new byte[most];
    }

    /** Reads a stream to its end, or until it fails. True once that is so. */
    boolean readAll(InputStream in) {
        byte[] block = new byte[BLOCK];
        try {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                add(block, read);
            }
        } catch (IOException closed) {
            // what it said before is what there is
        }
        return true;
    }

    private synchronized void add(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (count++ % ring.length)] = block[i];
        }
    }

    /** What is kept by now. */
    synchronized String text() {
        int length = (int) Math.min(count, ring.length);
        byte[] last = new byte[length];
        for (int i = 0; i < length; i++) {
            last[i] = ring[(int) ((count - length + i) % ring.length)];
        }
        return new String(last, StandardCharsets.UTF_8);
    }
}
