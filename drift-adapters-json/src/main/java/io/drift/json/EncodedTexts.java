package io.drift.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Arrays;

/** Texts as they stand in JSON, quotes included, one behind the other in one array: each is encoded once. */
final class EncodedTexts {

    private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();
    private static final int FEW = 1 << 12;

    private byte[] encoded = new byte[FEW];
    private int filled;
    /** Where the text of a number begins and ends; 0 to 0 for one that is not known yet. */
    private final int[] begin;

    private final int[] end;

    /** No texts yet, for numbers below a certain one. */
    EncodedTexts(int numbers) {
        begin = new int[numbers];
        end = new int[numbers];
    }

    /** A text of which nothing is known. */
    static byte[] quoted(String text) {
        byte[] escaped = JSON.quoteAsUTF8(text);
        byte[] quoted = new byte[escaped.length + 2];
        quoted[0] = '"';
        System.arraycopy(escaped, 0, quoted, 1, escaped.length);
        quoted[quoted.length - 1] = '"';
        return quoted;
    }

    boolean has(int number) {
        return end[number] != 0;
    }

    /** Encodes the text of a number. */
    void add(int number, String text) {
        begin[number] = filled;
        append(text);
        end[number] = filled;
    }

    /** Writes the text of a number that was added. */
    void write(int number, EncodedPieces out) throws IOException {
        out.write(encoded, begin[number], end[number] - begin[number]);
    }

    /** Writes a text that will not come again. */
    void write(String text, EncodedPieces out) throws IOException {
        int start = filled;
        append(text);
        out.write(encoded, start, filled - start);
        filled = start;
    }

    private void append(String text) {
        reserve(text.length() + 2);
        int start = filled;
        encoded[filled++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
                filled = start;
                append(quoted(text));
                return;
            }
            encoded[filled++] = (byte) unit;
        }
        encoded[filled++] = '"';
    }

    private void append(byte[] quoted) {
        reserve(quoted.length);
        System.arraycopy(quoted, 0, encoded, filled, quoted.length);
        filled += quoted.length;
    }

    private void reserve(int length) {
        if (length > encoded.length - filled) {
            encoded = Arrays.copyOf(encoded, Math.max(filled + length, 2 * encoded.length));
        }
    }
}
