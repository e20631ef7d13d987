package io.drift.json;

import java.io.IOException;
import java.io.OutputStream;

/** Collects pieces that are encoded already, and passes them on in large blocks. */
final class EncodedPieces {

    private static final int SIZE = 1 << 15;

    private final OutputStream out;
    private final byte[] block = new byte[SIZE];
    private int filled;

    EncodedPieces(OutputStream out) {
        this.out = out;
    }

    void write(byte[] piece) throws IOException {
        write(piece, 0, piece.length);
    }

    void write(byte[] pieces, int from, int length) throws IOException {
        if (length > SIZE - filled) {
            flush();
            if (length > SIZE) {
                out.write(pieces, from, length);
                return;
            }
        }
        System.arraycopy(pieces, from, block, filled, length);
        filled += length;
    }

    /** Passes on what is left here; the stream itself is not flushed. */
    void flush() throws IOException {
        out.write(block, 0, filled);
        filled = 0;
    }
}
