package io.drift.core.report;

/** Texts of others within Markdown: they stay text, whatever they look like, in one line, and of bounded length. */
final class MarkdownText {

    private static final int LONGEST = 120;
    private static final String SPECIAL = "\\`*_{}[]()<>#+-.!|~&:@$^=/";

    private MarkdownText() {}

    /** A text in which nothing is Markdown, HTML, a link or somebody's name to be told. */
    static String of(String text) {
        String shown = PrintableText.of(text);
        boolean cut = shown.codePointCount(0, shown.length()) > LONGEST;
        String some = cut ? shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) : shown;
        StringBuilder escaped = new StringBuilder(some.length() + 16);
        some.codePoints().forEach(point -> {
            if (point == '<') {
                escaped.append("&lt;");
            } else if (point == '&') {
                escaped.append("&amp;");
            } else if (point == '@') {
                escaped.append("&#64;");
            } else {
                escaped.append(SPECIAL.indexOf(point) >= 0 ? "\\" : "").appendCodePoint(point);
            }
        });
        return escaped + (cut ? "…" : "");
    }
}
