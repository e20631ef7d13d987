package io.drift.collector;

import java.util.Arrays;

/** The content of a section while its lines arrive: bytes are put together, and become a text once. */
final class SectionContent {

    private static final int BEGIN = 1 << 12;

    private byte[] bytes = new byte[BEGIN];
    private int length;
    private int lengthOfLast;

    void clear() {
        length = 0;
        lengthOfLast = 0;
    }

    /** Adds a line and its end. */
    void add(byte[] line, int from, int lineLength) {
        if (bytes.length - length <= lineLength) {
            bytes = Arrays.copyOf(bytes, 2 * (length + lineLength));
        }
        System.arraycopy(line, from, bytes, length, lineLength);
        length += lineLength;
        bytes[length++] = '\n';
        lengthOfLast = lineLength;
    }

    /** All lines. The one that the script adds, because the last one may have no end, is none of them. */
    String text() {
        boolean added = length > 0 && lengthOfLast == 0;
        return PrintedText.of(bytes, 0, added ? length - 1 : length);
    }
}
