package io.drift.json.page;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.delta.ReportDelta;
import io.drift.core.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A view of machines as a page of Markdown; what it shows is its body. */
final class MarkdownView extends PageFormat {

    private final MarkdownPage.Body body;
    private final @Nullable ReportDelta delta;

    /**
     * A view.
     *
     * @param body writes what the page is for
     * @param delta what became of an earlier report; null if there is none
     */
    MarkdownView(MarkdownPage.Body body, @Nullable ReportDelta delta) {
        super("markdown", "text/markdown");
        this.body = body;
        this.delta = delta;
    }

    @Override
    public Optional<ReportWriter> withDelta(ReportDelta since) {
        return Optional.of(new MarkdownView(body, since));
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        new MarkdownPage(delta).write(report, body, out);
    }
}
