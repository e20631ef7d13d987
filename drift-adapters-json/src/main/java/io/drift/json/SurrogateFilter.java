package io.drift.json;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A document in UTF-8 with U+FFFD in the place of each unpaired surrogate (Q45), which Jackson would refuse in some
 * places and let through in others. A surrogate can be an escape, or three bytes that are not allowed in UTF-8; U+FFFD
 * is as long as either, so places in the document stay what they are.
 */
final class SurrogateFilter extends InputStream {

    /** As much as Jackson reads at once. */
    private static final int SIZE = 8000;

    private static final int BLOCK = 4 * Long.BYTES;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = ONES << 7;
    private static final long BACKSLASHES = ONES * '\\';

    private final InputStream rest;
    private final byte[] buffer = new byte[SIZE];
    /** How far the buffer was given out, how far it was checked, and how far it is filled. */
    private int given;

    private int checked;
    private int filled;
    private boolean ended;

    /**
     * Filters a document.
     *
     * @param start its first bytes, few
     * @param rest what comes behind them
     */
    SurrogateFilter(byte[] start, InputStream rest) {
        this.rest = rest;
        System.arraycopy(start, 0, buffer, 0, start.length);
        filled = start.length;
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : buffer[given++] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (given == filled && !ended && length >= BLOCK) {
            int clean = readClean(bytes, from, Math.min(length, SIZE));
            if (clean > 0) {
                return clean;
            }
        }
        if (isAtEnd()) {
            return -1;
        }
        int some = Math.min(length, checked - given);
        System.arraycopy(buffer, given, bytes, from, some);
        given += some;
        return some;
    }

    /** Reads past the buffer up to the first suspect; the rest goes into the buffer, which is empty. */
    private int readClean(byte[] bytes, int from, int length) throws IOException {
        int read = rest.read(bytes, from, length);
        ended = read < 0;
        int end = from + Math.max(0, read);
        int suspect = nextSuspect(bytes, from, end);
        filled = end - suspect;
        given = 0;
        System.arraycopy(bytes, suspect, buffer, 0, filled);
        checked = replaceUpTo(filled);
        return suspect - from;
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }

    /** Looks at more of the document if there is nothing left to give out. */
    private boolean isAtEnd() throws IOException {
        while (given == checked && !(ended && checked == filled)) {
            System.arraycopy(buffer, checked, buffer, 0, filled - checked);
            filled -= checked;
            given = 0;
            checked = 0;
            int more = rest.read(buffer, filled, SIZE - filled);
            ended = more < 0;
            filled += Math.max(0, more);
            checked = replaceUpTo(filled);
        }
        return given == checked;
    }

    /** Replaces what has to be replaced; returns up to where it is clear what that is. */
    private int replaceUpTo(int end) {
        int at = 0;
        while (at < end) {
            at = nextSuspect(buffer, at, end);
            int length = at == end ? 0 : Surrogates.lengthAt(at, buffer, end, ended);
            if (length > end - at) {
                return ended ? end : at;
            }
            at += length;
        }
        return at;
    }

    /** The next byte with which a surrogate may begin; nearly all documents have very few. */
    private static int nextSuspect(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            while (at <= end - BLOCK && !hasSuspect(bytes, at)) {
                at += BLOCK;
            }
            int next = Math.min(end, at + BLOCK);
            while (at < next) {
                if (bytes[at] == '\\' || bytes[at] == Surrogates.LEAD) {
                    return at;
                }
                at++;
            }
        }
        return end;
    }

    /** Whether one byte of a block is a backslash, or is not ASCII. */
    private static boolean hasSuspect(byte[] bytes, int at) {
        long suspects = suspects(bytes, at)
                | suspects(bytes, at + Long.BYTES)
                | suspects(bytes, at + 2 * Long.BYTES)
                | suspects(bytes, at + 3 * Long.BYTES);
        return (suspects & HIGHEST_BITS) != 0;
    }

    /** Has the highest bit of a byte set if one of eight is a backslash, or is not ASCII. */
    private static long suspects(byte[] bytes, int at) {
        long eight = (long) EIGHT_BYTES.get(bytes, at);
        long zeroAtBackslash = eight ^ BACKSLASHES;
        return ((zeroAtBackslash - ONES) & ~zeroAtBackslash) | eight;
    }
}
