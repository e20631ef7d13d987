package io.drift.core.report;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.FactGroup;
import io.drift.core.comparison.ReportEntry;
import io.drift.core.fact.FactValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a report as CSV (RFC 4180, lines end with CR LF): a row for each fact; for a group a row with its state, then
 * its members indented by four blanks. Columns are baselines, systems, historical profiles. A multi-valued cell is its
 * own values joined with {@code , } (Q1). Cells that a spreadsheet would take for a formula begin with {@code '} (Q13).
 *
 * <pre>{@code
 * try (Writer out = Files.newBufferedWriter(file)) {
 *     ReportCsv.write(report.onlyDifferences(), out);
 * }
 * }</pre>
 *
 * <p>A cell without a value is empty.
 */
public final class ReportCsv {

    private static final String INDENT = "    ";
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final String NEEDS_QUOTES = ",\"\r\n";

    private final Appendable out;
    private final List<Integer> columns;

    private ReportCsv(Appendable out, List<Integer> columns) {
        this.out = out;
        this.columns = columns;
    }

    /**
     * Writes a report, row by row.
     *
     * @param report the report
     * @param out receives the text; not flushed
     * @throws IOException if {@code out} fails
     */
    public static void write(ComparisonReport report, Appendable out) throws IOException {
        ReportCsv csv = new ReportCsv(out, report.columnsInHeaderOrder());
        csv.header(report);
        for (ReportEntry entry : report.facts()) {
            if (entry instanceof FactGroup group) {
                csv.group(group);
            } else if (entry instanceof FactComparison fact) {
                csv.fact(fact, "");
            }
        }
    }

    private void header(ComparisonReport report) throws IOException {
        out.append("name,state");
        for (int column : columns) {
            out.append(',');
            cell(report.columns().get(column).name());
        }
        out.append("\r\n");
    }

    private void group(FactGroup group) throws IOException {
        cell(group.name());
        out.append(',')
                .append(group.state().name())
                .append(",".repeat(columns.size()))
                .append("\r\n");
        for (FactComparison member : group.comparisons()) {
            fact(member, INDENT);
        }
    }

    private void fact(FactComparison fact, String indent) throws IOException {
        cell(indent + fact.name());
        out.append(',').append(fact.state().name());
        for (int column : columns) {
            out.append(',');
            FactValue value = fact.value(column);
            if (value != null) {
                cell(value instanceof FactValue.Text single ? single.text() : String.join(", ", value.texts()));
            }
        }
        out.append("\r\n");
    }

    private void cell(String text) throws IOException {
        String safe = validUnicode(isFormula(text) ? "'" + text : text);
        if (safe.chars().noneMatch(unit -> NEEDS_QUOTES.indexOf(unit) >= 0)) {
            out.append(safe);
        } else {
            out.append('"').append(safe.replace("\"", "\"\"")).append('"');
        }
    }

    /** U+FFFD stands in the place of each unpaired surrogate (Q45), as encoders put it where they cannot encode. */
    private static String validUnicode(String text) {
        return text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }
}
