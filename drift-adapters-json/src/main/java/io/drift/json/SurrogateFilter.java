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
    private static final int ESCAPE = 6;
    private static final int ENCODED = 3;
    /** The first byte of an encoded surrogate. */
    private static final byte LEAD = (byte) 0xed;

    private static final byte[] REPLACEMENT = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};
    private static final byte[] REPLACEMENT_ESCAPE = {'\\', 'u', 'f', 'f', 'f', 'd'};

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
            int length = at == end ? 0 : lengthOfSuspect(at, end);
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
                if (bytes[at] == '\\' || bytes[at] == LEAD) {
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

    /**
     * How many bytes belong together; they are replaced if they must be. More bytes than the buffer has mean that the rest is
     * needed to find out.
     */
    private int lengthOfSuspect(int at, int end) {
        return buffer[at] == LEAD ? lengthOfEncoded(at, end) : lengthOfEscape(at, end);
    }

    private int lengthOfEncoded(int at, int end) {
        if (end - at < ENCODED) {
            return ENCODED;
        }
        if ((buffer[at + 1] & 0xe0) == 0xa0 && (buffer[at + 2] & 0xc0) == 0x80) {
            System.arraycopy(REPLACEMENT, 0, buffer, at, ENCODED);
            return ENCODED;
        }
        return 1;
    }

    private int lengthOfEscape(int at, int end) {
        if (end - at < 2 || buffer[at + 1] != 'u') {
            return 2;
        }
        int unit = unit(at, end);
        if (unit < 0 || !Character.isSurrogate((char) unit)) {
            return end - at < ESCAPE && !ended ? ESCAPE : 2;
        }
        if (Character.isHighSurrogate((char) unit)) {
            if (end - at < 2 * ESCAPE && !ended) {
                return 2 * ESCAPE;
            }
            int next = unit(at + ESCAPE, end);
            if (next >= 0 && Character.isLowSurrogate((char) next)) {
                return 2 * ESCAPE;
            }
        }
        System.arraycopy(REPLACEMENT_ESCAPE, 0, buffer, at, ESCAPE);
        return ESCAPE;
    }

    /** Which unit of UTF-16 is escaped at a place; -1 if there is no whole escape. */
    private int unit(int at, int end) {
        if (end - at < ESCAPE || buffer[at] != '\\' || buffer[at + 1] != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE; i++) {
            int digit = Character.digit(buffer[i], 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
