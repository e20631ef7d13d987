package io.drift.json.page;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.delta.ReportDelta;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of Markdown: what stands above that which it is for. It has less than 60 KB, since comments are limited.
 *
 * @param delta what became of an earlier report; null if there is none
 */
record MarkdownPage(@Nullable ReportDelta delta) {

    static final Markup MARKUP = new MarkdownText();

    private static final int MOST_BYTES = 55_000;
    private static final int MOST_NAMES = 12;

    /** Writes what a page is for. */
    @FunctionalInterface
    interface Body {
        void write(ComparisonReport report, ValuesText values, BoundedText text);
    }

    void write(ComparisonReport report, Body body, OutputStream out) throws IOException {
        ValuesText values = new ValuesText(ShownColumns.of(report.columns(), MARKUP));
        BoundedText text = new BoundedText(MOST_BYTES);
        List<String> summary = SummaryText.of(report, MARKUP);
        text.add("**" + summary.get(0) + "**\n\n" + Few.of(values.columns().names(), MOST_NAMES) + "\n\n");
        summary.stream().skip(1).forEach(line -> text.add("- " + line + "\n"));
        long withoutRoom = since(text);
        body.write(report, values, text);
        text.end(withoutRoom == 0 ? "" : "\nand " + withoutRoom + " more lines of what became of the earlier report\n");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** How many lines had no room. */
    private long since(BoundedText text) {
        if (delta == null) {
            return 0;
        }
        text.add("\n### Since the earlier report\n\n");
        return new DeltaTables(delta, MARKUP)
                .markdown().stream()
                        .filter(line -> !line.isEmpty() && !text.add(line))
                        .count();
    }
}
