package io.drift.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents of any shape: to be passed on as they are, or to be understood by who asks for them.
 *
 * <pre>{@code
 * String statistics = DocumentReader.readText(new ByteArrayInputStream("{ }".getBytes(StandardCharsets.UTF_8))); // { }
 * Object answer = DocumentReader.readPlain("{\"a\":[1]}".getBytes(StandardCharsets.UTF_8)); // {a=[1]}
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

    /**
     * Reads a document that was sent by somebody unknown, so every byte of it has to make sense.
     *
     * @param document UTF-8, UTF-16 or UTF-32
     * @return its value, made of nulls, booleans, numbers, texts, lists and maps; null for JSON's null. U+FFFD stands in
     *     the place of unpaired surrogates
     * @throws UnreadableJsonException if it is not JSON, has more than 30,000 values and names, a number of more than 200
     *     digits, a text of more than 65,536 characters, or something in it is too deep
     */
    public static @Nullable Object readPlain(byte[] document) throws UnreadableJsonException {
        try {
            return JsonSource.readStrictly(document, DocumentLimits.OF_A_REQUEST, JsonSource::plain);
        } catch (CharacterCodingException malformed) {
            throw UnreadableJsonException.notJson("the document is not in UTF-8");
        } catch (UnreadableJsonException unreadable) {
            throw unreadable;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads the answer of a server that was asked for it, however much it has.
     *
     * @param in UTF-8
     * @return its value, made as {@link #readPlain} makes it
     * @throws UnreadableJsonException if it is not JSON
     * @throws IOException if {@code in} fails
     */
    public static @Nullable Object readAnswer(InputStream in) throws IOException {
        return JsonSource.read(in, JsonSource::plain);
    }
}
