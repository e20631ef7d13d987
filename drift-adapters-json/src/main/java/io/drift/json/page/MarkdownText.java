package io.drift.json.page;

import io.drift.core.report.PrintableText;

/** Texts of others within Markdown: they stay text, whatever they look like, in one line, and of bounded length. */
final class MarkdownText implements Markup {

    private static final String SPECIAL = "\\`*_{}[]()<>#+-.!|~&:@$^=/";

    @Override
    public String name(String text) {
        return of(text);
    }

    @Override
    public String value(String text) {
        return of(text);
    }

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
