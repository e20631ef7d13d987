package io.drift.json.page;

import io.drift.core.delta.ReportDelta;
import io.drift.core.report.DeltaWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A delta as Markdown, for the comment on a merge request: a line of counts, then a table of what is not known already. At
 * most 50 rows of each status, so that it fits where comments are limited. What facts, values and machines are called stays
 * text: nothing in it becomes a link, a mention, HTML or another row.
 *
 * <pre>{@code
 * new DeltaMarkdown().write(delta, System.out);
 * }</pre>
 */
public final class DeltaMarkdown implements DeltaWriter {

    private static final Markup MARKUP = new MarkdownText();

    /** The format; it has no state. */
    public DeltaMarkdown() {}

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String mediaType() {
        return "text/markdown";
    }

    @Override
    public void write(ReportDelta delta, OutputStream out) throws IOException {
        for (String line : new DeltaTables(delta, MARKUP).markdown()) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }
}
