package io.drift.collector;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * What was printed, as a text. It is UTF-8; a byte that is none, as of old encodings, becomes {@code \xE4}, so that what was
 * different stays different.
 *
 * <pre>{@code
 * String text = PrintedText.of(new byte[] {'v', (byte) 0xe4}); // v\xE4
 * }</pre>
 */
public final class PrintedText {

    private static final char REPLACED = '\ufffd';

    private PrintedText() {}

    /**
     * The text of some bytes.
     *
     * @param bytes in UTF-8
     * @return the text
     */
    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static String of(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACED) < 0 ? text : escaped(ByteBuffer.wrap(bytes, from, length));
    }

    private static String escaped(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        StringBuilder text = new StringBuilder(bytes.remaining());
        CharBuffer some = CharBuffer.allocate(Math.max(2, bytes.remaining()));
        CoderResult result;
        do {
            result = decoder.decode(bytes, some, true);
            text.append(some.flip());
            some.clear();
            for (int i = 0; result.isError() && i < result.length(); i++) {
                text.append("\\x%02X".formatted(bytes.get()));
            }
        } while (!result.isUnderflow());
        return text.toString();
    }
}
