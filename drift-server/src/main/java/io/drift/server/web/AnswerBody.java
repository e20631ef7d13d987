package io.drift.server.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer that is sent while it is made. Up to 64 KiB are held back, so that an answer which fails before
 * can still become another one. With the first block the answer has begun for good, compressed or not.
 */
final class AnswerBody extends OutputStream {

    /** Hears when something is sent. */
    interface Sending {

        /** Nobody needs to hear it. */
        Sending UNHEARD = () -> {};

        /** The answer is about to begin, and may still fail. */
        void beforeFirstByte();

        /** A block is about to be sent. */
        default void begin() {}

        /** It was taken. */
        default void end() {}
    }

    private static final int BLOCK = 1 << 16;

    private final Context request;
    private final Sending sending;
    private final byte[] held = new byte[BLOCK];
    private int size;

    /**
     * The body of the answer to a request.
     *
     * @param sending hears when something is sent
     */
    AnswerBody(Context request, Sending sending) {
        this.request = request;
        this.sending = sending;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (length > BLOCK - size) {
            send(held, 0, size);
            size = 0;
        }
        if (length > BLOCK) {
            send(bytes, from, length);
        } else {
            System.arraycopy(bytes, from, held, size, length);
            size += length;
        }
    }

    /** Whether an answer is compressed is decided by the size of its first write. */
    private void send(byte[] bytes, int from, int length) throws IOException {
        if (length > 0) {
            begin();
            sending.begin();
            request.outputStream().write(bytes, from, length);
            if (!request.res().isCommitted()) {
                request.res().flushBuffer();
            }
            sending.end();
        }
    }

    private void begin() {
        if (!request.res().isCommitted()) {
            sending.beforeFirstByte();
        }
    }

    /** Sends what is held back: the answer is whole. Neither flushing nor closing means that. */
    void finish() throws IOException {
        begin();
        request.outputStream().write(held, 0, size);
    }
}
