package io.drift.core.report;

import io.drift.core.comparison.ComparisonReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Reports as CSV (RFC 4180, lines end with CR LF): a row for each fact; for a group a row with its state, then
 * its members indented by four blanks. Columns are baselines, systems, historical profiles. A multi-valued cell is its
 * own values joined with {@code , } (Q1). Cells that a spreadsheet would take for a formula begin with {@code '} (Q13).
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(file)) {
 *     new ReportCsv().write(report.onlyDifferences(), out);
 * }
 * }</pre>
 *
 * <p>A cell without a value is empty; {@code ?} stands where the source did not look at the fact, which happens under exact
 * rules only.
 */
public final class ReportCsv implements ReportWriter {

    /** The format; it has no state. */
    public ReportCsv() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    /** {@inheritDoc} A spreadsheet opens it. */
    @Override
    public String fileName() {
        return "export.csv";
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new CsvRows(text, report.columnsInHeaderOrder()).write(report);
        text.flush();
    }
}
