package io.drift.core.report;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.FactGroup;
import io.drift.core.comparison.ReportEntry;
import io.drift.core.fact.FactValue;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of a report as CSV. */
final class CsvRows {

    private static final String INDENT = "    ";
    private static final String NOT_LOOKED_AT = "?";
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final String NEEDS_QUOTES = ",\"\r\n";

    private final Appendable out;
    private final List<Integer> columns;

    /**
     * Rows.
     *
     * @param out receives the text
     * @param columns the columns of the report, in the order in which they are written
     */
    CsvRows(Appendable out, List<Integer> columns) {
        this.out = out;
        this.columns = columns;
    }

    /** Writes all rows. */
    void write(ComparisonReport report) throws IOException {
        header(report);
        for (ReportEntry entry : report.facts()) {
            if (entry instanceof FactGroup group) {
                group(group);
            } else if (entry instanceof FactComparison fact) {
                fact(fact, "");
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
        boolean known = fact.isLookedAtByAll();
        for (int column : columns) {
            out.append(',');
            FactValue value = fact.value(column);
            if (!known && !fact.isLookedAt(column)) {
                out.append(NOT_LOOKED_AT);
            } else if (value != null) {
                cell(value instanceof FactValue.Text single ? single.text() : String.join(", ", value.texts()));
            }
        }
        out.append("\r\n");
    }

    private void cell(String text) throws IOException {
        cell(text, out);
    }

    /** Writes a text so that no spreadsheet takes it for a formula. */
    static void cell(String text, Appendable out) throws IOException {
        String safe = ValidUnicode.of(isFormula(text) ? "'" + text : text);
        if (safe.chars().noneMatch(unit -> NEEDS_QUOTES.indexOf(unit) >= 0)) {
            out.append(safe);
        } else {
            out.append('"').append(safe.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }
}
