package io.drift.cli;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.report.ReportView;
import io.drift.core.report.ReportWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The format for people: a table.
 *
 * @param style how it looks
 * @param scope what its report is of
 * @param referenceId the id of the column with which the others are compared; null for none
 * @param clock tells which systems are stale
 */
record TableFormat(Style style, Scope scope, @Nullable String referenceId, Clock clock) implements ReportWriter {

    static final String NAME = "table";

    /** From so many columns on nobody reads cells at a terminal. */
    private static final int MANY_COLUMNS = 5;

    /**
     * How a table looks.
     *
     * @param lineWidth how long a line may be
     * @param paint its colours
     * @param shown which facts it shows
     * @param view what of the report is shown; null for what suits the number of its columns
     * @param verbose whether to show all, not only the first of each
     * @param marks what became of its rows since an earlier report
     */
    record Style(
            int lineWidth,
            Paint paint,
            ShownFacts shown,
            @Nullable ReportView view,
            boolean verbose,
            RowMarks marks) {}

    /**
     * What a report is of, which its summary says.
     *
     * @param baselineFactsOnly whether facts are left out that no baseline has
     * @param notRead how many files could not be read
     * @param missing how many parts of other files could not be read
     */
    record Scope(boolean baselineFactsOnly, int notRead, int missing) {

        static final Scope ALL = new Scope(false, 0, 0);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    /** {@inheritDoc} What a terminal would obey is escaped, but for the colours. */
    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        TableHeader header = new TableHeader(report, referenceId, clock);
        write(report, header, text);
        text.flush();
    }

    private void write(ComparisonReport report, TableHeader header, Appendable text) throws IOException {
        Summary summary = new Summary(report, header, scope);
        int width = style.lineWidth();
        switch (view(report.columns().size())) {
            case CELLS ->
                new ComparisonTable(report, header, summary, style.shown(), style.marks())
                        .write(text, width, style.paint());
            case GROUPS ->
                new GroupsTable(report, summary, style.shown(), style.marks()).write(text, width, style.paint());
            case OUTLIERS -> new OutliersTable(report, summary, style.verbose()).write(text, width, style.paint());
            case CLUSTERS -> new ClustersTable(report, summary, style.verbose()).write(text, width, style.paint());
        }
    }

    /** The view that is asked for, else what suits the columns. */
    private ReportView view(int columns) {
        ReportView asked = style.view();
        if (asked != null) {
            return asked;
        }
        return columns < MANY_COLUMNS ? ReportView.CELLS : ReportView.GROUPS;
    }
}
