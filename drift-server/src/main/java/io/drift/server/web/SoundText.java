package io.drift.server.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from outside that can be answered with: U+FFFD stands for half a surrogate pair (Q45). */
final class SoundText {

    /** Half a surrogate pair in UTF-8, each byte as one character; no other sequence contains the first byte. */
    private static final Pattern HALF_IN_UTF_8 = Pattern.compile("\u00ed[\u00a0-\u00bf][\u0080-\u00bf]");

    /** Any escape in JSON; group 1 is half a surrogate pair. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:" + half("89abAB") + "\\\\" + half("c-fC-F") + "|("
            + half("89abAB") + "|" + half("c-fC-F") + ")|.)");

    private SoundText() {}

    private static String half(String second) {
        return "u[dD][" + second + "][0-9a-fA-F]{2}";
    }

    /**
     * JSON in UTF-8 without half surrogate pairs, as bytes or as escapes. JSON in UTF-16 or UTF-32, which has zeros, is
     * returned as it is.
     *
     * @throws CharacterCodingException if it is broken in another way
     */
    static byte[] inJson(byte[] json) throws CharacterCodingException {
        String bytes = new String(json, StandardCharsets.ISO_8859_1);
        if (bytes.indexOf('\0') >= 0) {
            return json;
        }
        String whole = HALF_IN_UTF_8.matcher(bytes).replaceAll("\u00ef\u00bf\u00bd");
        String sound = ESCAPE.matcher(whole).replaceAll(SoundText::escape);
        byte[] utf8 = sound.getBytes(StandardCharsets.ISO_8859_1);
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        return utf8;
    }

    private static String escape(MatchResult escape) {
        return Matcher.quoteReplacement(escape.group(1) == null ? escape.group() : "\\ufffd");
    }

    /** A text that can be encoded: encoding puts U+FFFD where there is nothing to encode. */
    static String in(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }
}
