package io.drift.json;

/**
 * Surrogates in a document in UTF-8, as escapes or as three bytes that are not allowed there. An unpaired one is replaced
 * by U+FFFD (Q45), which is as long in either form.
 */
final class Surrogates {

    /** The first byte of an encoded surrogate. */
    static final byte LEAD = (byte) 0xed;

    private static final int ESCAPE = 6;
    private static final int ENCODED = 3;
    private static final byte[] REPLACEMENT = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};
    private static final byte[] REPLACEMENT_ESCAPE = {'\\', 'u', 'f', 'f', 'f', 'd'};

    private Surrogates() {}

    /**
     * How many bytes belong together, replaced if they are half a pair.
     *
     * @param at where a backslash or {@link #LEAD} stands
     * @param end where the bytes end that are there
     * @param ended whether none will follow
     * @return more than there are if it cannot be told yet
     */
    static int lengthAt(int at, byte[] buffer, int end, boolean ended) {
        return buffer[at] == LEAD ? lengthOfEncoded(at, buffer, end) : lengthOfEscape(at, buffer, end, ended);
    }

    private static int lengthOfEncoded(int at, byte[] buffer, int end) {
        if (end - at < ENCODED) {
            return ENCODED;
        }
        if ((buffer[at + 1] & 0xe0) == 0xa0 && (buffer[at + 2] & 0xc0) == 0x80) {
            System.arraycopy(REPLACEMENT, 0, buffer, at, ENCODED);
            return ENCODED;
        }
        return 1;
    }

    private static int lengthOfEscape(int at, byte[] buffer, int end, boolean ended) {
        if (end - at < 2 || buffer[at + 1] != 'u') {
            return 2;
        }
        int unit = unit(at, buffer, end);
        if (unit < 0 || !Character.isSurrogate((char) unit)) {
            return end - at < ESCAPE && !ended ? ESCAPE : 2;
        }
        if (Character.isHighSurrogate((char) unit)) {
            if (end - at < 2 * ESCAPE && !ended) {
                return 2 * ESCAPE;
            }
            int next = unit(at + ESCAPE, buffer, end);
            if (next >= 0 && Character.isLowSurrogate((char) next)) {
                return 2 * ESCAPE;
            }
        }
        System.arraycopy(REPLACEMENT_ESCAPE, 0, buffer, at, ESCAPE);
        return ESCAPE;
    }

    /** Which unit of UTF-16 is escaped at a place; -1 if there is no whole escape. */
    private static int unit(int at, byte[] buffer, int end) {
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
