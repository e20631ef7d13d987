package io.drift.server.observability;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * Texts as the log may hold them. Much of what is logged was written elsewhere (a profile, a status line, a header): it
 * must neither look like a line of the log, nor tell a terminal what to do.
 */
final class LogText {

    private LogText() {}

    /** In one line, with what nobody sees escaped: {@code \n}, {@code \r}, {@code \t}, <code>&#92;u{1b}</code>. */
    static String printable(String text) {
        return escaped(text, LogText::escape);
    }

    /** The same inside of JSON, where an escape is of one UTF-16 unit and a program reads it back. */
    static String printableJson(String json) {
        return escaped(json, LogText::jsonEscape);
    }

    /** With U+FFFD in the place of each unpaired surrogate, which readers of JSON stumble over (Q45). */
    static String validUnicode(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }

    private static String escaped(String text, IntFunction<String> escape) {
        if (text.codePoints().allMatch(LogText::isSeen)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (isSeen(point)) {
                line.appendCodePoint(point);
            } else {
                line.append(escape.apply(point));
            }
        });
        return line.toString();
    }

    /** Control and format characters, ends of lines and halves of characters are not. */
    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String escape(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u{" + Integer.toHexString(point) + "}";
        };
    }

    private static String jsonEscape(int point) {
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(point)) {
            escape.append("\\u%04x".formatted((int) unit));
        }
        return escape.toString();
    }
}
