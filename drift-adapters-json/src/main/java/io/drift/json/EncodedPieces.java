package io.drift.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.drift.core.report.ValidUnicode;
import java.io.IOException;
import java.io.OutputStream;

/** Collects the bytes of a document, pieces that are encoded already and texts that are not, and passes them on in blocks. */
final class EncodedPieces extends OutputStream {

    private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();
    private static final int SIZE = 1 << 16;
    private static final int QUOTES = 2;

    private final OutputStream out;
    private final byte[] block = new byte[SIZE];
    private int filled;
    /** How many bytes are no longer in the block. */
    private long passedOn;

    EncodedPieces(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        if (filled == SIZE) {
            passOn();
        }
        block[filled++] = (byte) one;
    }

    @Override
    public void write(byte[] piece) throws IOException {
        write(piece, 0, piece.length);
    }

    @Override
    public void write(byte[] pieces, int from, int length) throws IOException {
        if (length > SIZE - filled) {
            passOn();
            if (length > SIZE) {
                out.write(pieces, from, length);
                passedOn += length;
                return;
            }
        }
        System.arraycopy(pieces, from, block, filled, length);
        filled += length;
    }

    /** Writes a text in quotes. */
    void writeText(String text) throws IOException {
        if (text.length() > SIZE - filled - QUOTES) {
            passOn();
        }
        if (text.length() > SIZE - QUOTES || !fill(text)) {
            write(quoted(text));
        }
    }

    /**
     * Puts a text of plain letters into the block, which has room for it; false if some of it has to be escaped. Most
     * bytes of a report come through here, so nothing but letters is touched in the loop.
     */
    private boolean fill(String text) {
        byte[] to = block;
        int at = filled;
        to[at++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
                return false;
            }
            to[at++] = (byte) unit;
        }
        to[at++] = '"';
        filled = at;
        return true;
    }

    /** A text as it stands in JSON, in quotes; the encoder refuses unpaired surrogates. */
    static byte[] quoted(String text) {
        byte[] escaped = JSON.quoteAsUTF8(ValidUnicode.of(text));
        byte[] quoted = new byte[escaped.length + QUOTES];
        quoted[0] = '"';
        System.arraycopy(escaped, 0, quoted, 1, escaped.length);
        quoted[quoted.length - 1] = '"';
        return quoted;
    }

    /** How many bytes the document has so far. */
    long position() {
        return passedOn + filled;
    }

    /**
     * Writes something again that stands in the document already.
     *
     * @return whether it was still at hand; else nothing has happened
     */
    boolean repeat(long from, int length) {
        if (length == 0 || from < passedOn || length > SIZE - filled) {
            return false;
        }
        System.arraycopy(block, (int) (from - passedOn), block, filled, length);
        filled += length;
        return true;
    }

    private void passOn() throws IOException {
        out.write(block, 0, filled);
        passedOn += filled;
        filled = 0;
    }

    @Override
    public void flush() throws IOException {
        passOn();
        out.flush();
    }
}
