package io.drift.json;

import io.drift.core.report.ValidUnicode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of a document as the parser gets them: UTF-8 without unpaired surrogates (Q45). */
final class DocumentBytes {

    /** So many bytes tell in which encoding a document is. */
    private static final int TELLING = 4;

    private static final int FIRST_OF_BOM = 0xfe;
    private static final int LAST_OF_BOM = 0xff;

    private DocumentBytes() {}

    /**
     * What is to be parsed instead of a document. One in UTF-16 or UTF-32 is rare, and read as a whole.
     *
     * @return to be closed instead of the document
     */
    static InputStream of(InputStream in) throws IOException {
        return of(in, DocumentLimits.NONE);
    }

    /** As {@link #of(InputStream)}, of a document that may be no longer than it has to be. */
    static InputStream of(InputStream in, DocumentLimits limits) throws IOException {
        byte[] start = in.readNBytes(TELLING);
        Charset encoding = encoding(start);
        if (encoding.equals(StandardCharsets.UTF_8)) {
            return new SurrogateFilter(start, in);
        }
        try (in) {
            byte[] rest =
                    limits.areNone() ? in.readAllBytes() : in.readNBytes(DocumentLimits.LONGEST_WIDE_DOCUMENT + 1);
            if (!limits.areNone() && rest.length > DocumentLimits.LONGEST_WIDE_DOCUMENT) {
                throw UnreadableJsonException.tooLarge("the document is not in UTF-8, and longer than "
                        + DocumentLimits.LONGEST_WIDE_DOCUMENT + " bytes");
            }
            byte[] whole = new byte[start.length + rest.length];
            System.arraycopy(start, 0, whole, 0, start.length);
            System.arraycopy(rest, 0, whole, start.length, rest.length);
            return of(text(whole, encoding));
        }
    }

    /** A decoder of UTF-16 would swallow what stands behind an unpaired surrogate. */
    private static String text(byte[] document, Charset encoding) {
        if (encoding.equals(StandardCharsets.UTF_16LE) || encoding.equals(StandardCharsets.UTF_16BE)) {
            ByteOrder order =
                    encoding.equals(StandardCharsets.UTF_16LE) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            return ByteBuffer.wrap(document).order(order).asCharBuffer().toString();
        }
        return new String(document, encoding);
    }

    /** A text that is to be parsed. */
    static InputStream of(String json) {
        byte[] utf8 = ValidUnicode.of(json).getBytes(StandardCharsets.UTF_8);
        return new SurrogateFilter(new byte[0], new ByteArrayInputStream(utf8));
    }

    /** JSON begins with ASCII, perhaps behind a byte order mark: zeros show how wide its characters are. */
    private static Charset encoding(byte[] start) {
        if (start.length < 2) {
            return StandardCharsets.UTF_8;
        }
        boolean wide = start.length == TELLING;
        if (start[0] == 0 && start[1] == 0) {
            return wide ? Charset.forName("UTF-32BE") : StandardCharsets.UTF_8;
        }
        if (start[0] == 0 || isPair(start, FIRST_OF_BOM, LAST_OF_BOM)) {
            return StandardCharsets.UTF_16BE;
        }
        if (start[1] == 0 || isPair(start, LAST_OF_BOM, FIRST_OF_BOM)) {
            return wide && start[2] == 0 && start[3] == 0 ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean isPair(byte[] start, int first, int second) {
        return (start[0] & 0xff) == first && (start[1] & 0xff) == second;
    }
}
