package io.drift.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/** The body of an answer, unpacked, up to so many bytes, and only as long as somebody waits for it. */
final class BoundedBody extends FilterInputStream {

    private final long most;
    private final BooleanSupplier isOver;
    private long left;

    /** There is more of it than is read. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        private TooLargeException(long most) {
            super("it has more than " + most + " bytes");
        }
    }

    BoundedBody(InputStream body, long most, BooleanSupplier isOver) {
        super(body);
        this.most = most;
        this.left = most;
        this.isOver = isOver;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (isOver.getAsBoolean()) {
            throw new IOException("Canceled");
        }
        int read = in.read(into, from, length);
        left -= Math.max(0, read);
        if (left < 0) {
            throw new TooLargeException(most);
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return read(new byte[(int) Math.min(bytes, 1 << 13)], 0, (int) Math.min(bytes, 1 << 13));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
