package io.drift.json.page;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.delta.ReportDelta;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of HTML: what stands above and below that which it is for. It has less than 1 MB.
 *
 * @param title its heading
 * @param delta what became of an earlier report; null if there is none
 */
record HtmlPage(String title, @Nullable ReportDelta delta) {

    static final HtmlText MARKUP = new HtmlText();

    private static final int MOST_BYTES = 900_000;
    private static final int FEW_NAMES = 12;
    private static final int MOST_NAMES = 200;

    /** Writes what a page is for. */
    @FunctionalInterface
    interface Body {
        void write(ComparisonReport report, ValuesText values, BoundedText text);
    }

    void write(ComparisonReport report, Body body, OutputStream out) throws IOException {
        ValuesText values = new ValuesText(ShownColumns.of(report.columns(), MARKUP));
        BoundedText text = new BoundedText(MOST_BYTES);
        List<String> summary = SummaryText.of(report, MARKUP);
        text.add(HtmlHead.of(title));
        text.add("<p><strong>" + summary.get(0) + "</strong></p>\n"
                + names(values.columns().names()));
        if (summary.size() > 1) {
            text.add("<ul>\n<li>" + String.join("</li>\n<li>", summary.subList(1, summary.size())) + "</li>\n</ul>\n");
        }
        if (delta != null) {
            new DeltaTables(delta, MARKUP).html().forEach(text::add);
        }
        body.write(report, values, text);
        text.end("</main>\n</body>\n</html>\n");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Many names are folded, so that what the page is for stands on the first screen. */
    private static String names(List<String> names) {
        return names.size() <= FEW_NAMES
                ? "<p class=\"names\">" + String.join(", ", names) + "</p>\n"
                : "<details class=\"names\">\n<summary><small>" + Few.of(names, FEW_NAMES) + "</small></summary>\n<p>"
                        + Few.of(names, MOST_NAMES) + "</p>\n</details>\n";
    }
}
