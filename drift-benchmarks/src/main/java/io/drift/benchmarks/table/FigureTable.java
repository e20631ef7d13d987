package io.drift.benchmarks.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures in aligned lines, which are a table in Markdown too. */
public final class FigureTable {

    private static final List<String> HEAD = List.of("what", "N", "figure", "unit", "goal", "stretch", "");

    private FigureTable() {}

    /** The lines of the table, without anything around it. */
    public static List<String> lines(List<Figure> figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        figures.forEach(figure -> rows.add(row(figure)));
        return aligned(rows);
    }

    /** Rows of texts as the lines of a table; the first row is its head. */
    public static List<String> aligned(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.add(
                1,
                IntStream.range(0, widths.length)
                        .mapToObj(column -> "-".repeat(widths[column] + 1) + (column == 0 ? "-" : ":"))
                        .collect(Collectors.joining("|", "|", "|")));
        return lines;
    }

    /** Texts begin at the left, figures end at the right. */
    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    String fill = " ".repeat(widths[column] - row.get(column).length());
                    return column == 0 ? row.get(column) + fill : fill + row.get(column);
                })
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static List<String> row(Figure figure) {
        Goal goal = figure.goal();
        return List.of(
                figure.what(),
                Integer.toString(figure.systems()),
                number(figure.value()),
                figure.unit(),
                goal == null ? "" : goal.sign() + " " + number(goal.wanted()),
                goal == null ? "" : goal.sign() + " " + number(goal.stretch()),
                goal == null ? "" : goal.verdict(figure.value()));
    }

    /** Three digits say all that can be known. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "failed";
        }
        int decimals = Math.abs(value) >= 100 || value == Math.rint(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
