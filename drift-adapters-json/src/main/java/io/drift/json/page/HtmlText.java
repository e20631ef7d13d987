package io.drift.json.page;

import io.drift.core.report.PrintableText;

/** Texts of others within HTML. */
final class HtmlText implements Markup {

    @Override
    public String name(String text) {
        return "<bdi>" + escaped(text) + "</bdi>";
    }

    @Override
    public String value(String text) {
        return "<code>" + escaped(text) + "</code>";
    }

    @Override
    public String odd(String shown) {
        return "<b>" + shown + "</b>";
    }

    /** A text without markup, also within an attribute. */
    static String escaped(String text) {
        String shown = PrintableText.of(text);
        boolean cut = shown.codePointCount(0, shown.length()) > LONGEST;
        String some = cut ? shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) + "…" : shown;
        return some.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
