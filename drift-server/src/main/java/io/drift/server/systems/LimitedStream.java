package io.drift.server.systems;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once it has given so much. */
final class LimitedStream extends FilterInputStream {

    /** The limit was reached. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLongException(String message) {
            super(message);
        }
    }

    private final String message;
    private long left;

    LimitedStream(InputStream in, long most, String message) {
        super(in);
        this.left = most;
        this.message = message;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        count(Math.max(0, read));
        return read;
    }

    /** Nobody knows: a buffer that waits for more would lose what is there when the rest is cut off. */
    @Override
    public int available() {
        return 0;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new TooLongException(message);
        }
    }
}
