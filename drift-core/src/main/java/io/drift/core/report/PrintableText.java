package io.drift.core.report;

import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Texts as a terminal or a log may show them, in one line. Values come from anywhere: they must neither tell a terminal
 * what to do, nor look like lines that they are not. So control and format characters, line ends and unpaired surrogates
 * are escaped; everything else stays as it is.
 *
 * <pre>{@code
 * System.out.println(PrintableText.of("two\nlines")); // one line, with a backslash and an n
 * System.out.println(PrintableText.ofJson(json)); // the same document
 * }</pre>
 */
public final class PrintableText {

    private PrintableText() {}

    /**
     * A text for people.
     *
     * @param text any text, not null
     * @return the text with {@code \n}, {@code \r}, {@code \t}, or <code>&#92;u{1b}</code> with the code point in
     *     hexadecimal digits, in the place of what nobody would see. A backslash stays as it is, so it cannot be read back
     */
    public static String of(String text) {
        return escaped(text, PrintableText::escape);
    }

    /**
     * A JSON document for people and programs.
     *
     * @param json a document without line ends between its parts, not null
     * @return the same document, with JSON's own escapes <code>&#92;u001b</code> in its texts
     */
    public static String ofJson(String json) {
        return escaped(json, PrintableText::escapeInJson);
    }

    private static String escaped(String text, IntFunction<String> escape) {
        int hidden = nextHidden(0, text);
        if (hidden == text.length()) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        int from = 0;
        while (hidden < text.length()) {
            int point = text.codePointAt(hidden);
            line.append(text, from, hidden).append(escape.apply(point));
            from = hidden + Character.charCount(point);
            hidden = nextHidden(from, text);
        }
        return line.append(text, from, hidden).toString();
    }

    /** Where the next character is that nobody would see; the end of the text if there is none. */
    private static int nextHidden(int from, String text) {
        int at = from;
        while (at < text.length() && isShown(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isShown(int point) {
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

    private static String escapeInJson(int point) {
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(point)) {
            escape.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        return escape.toString();
    }
}
