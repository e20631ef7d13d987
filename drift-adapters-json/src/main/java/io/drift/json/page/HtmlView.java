package io.drift.json.page;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.delta.ReportDelta;
import io.drift.core.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A view of machines as a page of HTML; what it shows is its body. */
final class HtmlView extends PageFormat {

    private final String title;
    private final HtmlPage.Body body;
    private final @Nullable ReportDelta delta;

    /**
     * A view.
     *
     * @param title the heading of the page
     * @param body writes what the page is for
     * @param delta what became of an earlier report; null if there is none
     */
    HtmlView(String title, HtmlPage.Body body, @Nullable ReportDelta delta) {
        super("html", "text/html");
        this.title = title;
        this.body = body;
        this.delta = delta;
    }

    @Override
    public Optional<ReportWriter> withDelta(ReportDelta since) {
        return Optional.of(new HtmlView(title, body, since));
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        new HtmlPage(title, delta).write(report, body, out);
    }
}
