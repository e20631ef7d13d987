package io.drift.server.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text from outside that can be answered with: U+FFFD stands for half a surrogate pair (Q45). */
final class SoundText {

    /** Half a surrogate pair in UTF-8, each byte as one character; no other sequence contains the first byte. */
    private static final Pattern SURROGATE = Pattern.compile("\u00ed[\u00a0-\u00bf][\u0080-\u00bf]");

    private static final String REPLACEMENT = "\u00ef\u00bf\u00bd";

    private SoundText() {}

    /**
     * JSON in UTF-8 without surrogates. Other Unicode, which has zeros, is returned as it is.
     *
     * @throws CharacterCodingException if it is broken in another way
     */
    static byte[] utf8(byte[] json) throws CharacterCodingException {
        String bytes = new String(json, StandardCharsets.ISO_8859_1);
        if (bytes.indexOf('\0') >= 0) {
            return json;
        }
        byte[] sound = SURROGATE.matcher(bytes).replaceAll(REPLACEMENT).getBytes(StandardCharsets.ISO_8859_1);
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sound));
        return sound;
    }

    /** A JSON document whose texts are sound, those that were written with escapes too. */
    static @Nullable Object in(@Nullable Object document) {
        if (document instanceof String text) {
            return of(text);
        }
        if (document instanceof List<?> items) {
            List<@Nullable Object> sound = new ArrayList<>();
            items.forEach(item -> sound.add(in(item)));
            return sound;
        }
        if (document instanceof Map<?, ?> object) {
            Map<Object, @Nullable Object> sound = new LinkedHashMap<>();
            object.forEach((name, value) -> sound.put(of((String) name), in(value)));
            return sound;
        }
        return document;
    }

    /** Encoding puts U+FFFD where there is nothing to encode. */
    private static String of(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }
}
