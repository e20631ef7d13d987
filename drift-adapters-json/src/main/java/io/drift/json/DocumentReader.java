package io.drift.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads documents that are passed on as they are.
 *
 * <pre>{@code
 * String statistics = DocumentReader.readText(new ByteArrayInputStream("{ }".getBytes(StandardCharsets.UTF_8))); // { }
 * }</pre>
 */
public final class DocumentReader {

    private static final int LONGEST = 1 << 20;

    private DocumentReader() {}

    /**
     * Reads a document that somebody else understands.
     *
     * @param in the document, UTF-8
     * @return its text; changed only where it has unpaired surrogates, for which U+FFFD stands
     * @throws UnreadableJsonException if it is not JSON, or longer than 1 MiB
     * @throws IOException if {@code in} fails
     */
    public static String readText(InputStream in) throws IOException {
        byte[] document = DocumentBytes.of(in).readNBytes(LONGEST + 1);
        if (document.length > LONGEST) {
            throw UnreadableJsonException.tooLarge("the document is longer than " + LONGEST + " bytes");
        }
        JsonSource.read(new ByteArrayInputStream(document), source -> {
            source.skip();
            return source;
        });
        return new String(document, StandardCharsets.UTF_8);
    }
}
