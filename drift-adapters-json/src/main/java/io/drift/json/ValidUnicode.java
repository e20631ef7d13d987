package io.drift.json;

import java.nio.charset.StandardCharsets;

/** Texts that can be written in UTF-8: U+FFFD stands in the place of each unpaired surrogate (Q45). */
final class ValidUnicode {

    private ValidUnicode() {}

    /** The same text if it has no unpaired surrogate. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                // encoders put U+FFFD in the place of what they cannot encode
                return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
            }
        }
        return text;
    }
}
