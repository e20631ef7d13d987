package io.drift.core.report;

import java.nio.charset.StandardCharsets;

/**
 * Texts that can be written in UTF-8. Texts of services may hold half a surrogate pair, which no encoding knows: U+FFFD
 * stands for it (Q45).
 *
 * <pre>{@code
 * String half = Character.toString(0xd83d);
 * boolean replaced = ValidUnicode.of(half).equals(Character.toString(0xfffd)); // true
 * }</pre>
 */
public final class ValidUnicode {

    private ValidUnicode() {}

    /**
     * A text that can be written.
     *
     * @param text any text, not null
     * @return the same text if it has no unpaired surrogate, else one of the same length with U+FFFD in the place of each
     */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                // encoders put U+FFFD in the place of what they cannot encode
                return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
            }
        }
        return text;
    }
}
