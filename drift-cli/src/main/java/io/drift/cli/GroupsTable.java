package io.drift.cli;

import io.drift.core.analysis.FactValues;
import io.drift.core.analysis.ValueGroups;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.DifferenceReason;
import io.drift.core.comparison.FactComparison;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A report for people that has too many columns to stand side by side: a line for each fact, with who has which value. */
final class GroupsTable {

    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final ComparisonReport report;
    private final Summary summary;
    private final List<Section> sections;
    private final ShownFacts shown;
    private final RowMarks marks;
    private final Set<ComparisonState> seen = EnumSet.noneOf(ComparisonState.class);

    /**
     * A table.
     *
     * @param report what it shows
     * @param summary what stands at its end
     * @param shown which of its facts
     * @param marks what became of them since an earlier report
     */
    GroupsTable(ComparisonReport report, Summary summary, ShownFacts shown, RowMarks marks) {
        this.report = report;
        this.summary = summary;
        this.shown = shown;
        this.marks = marks;
        this.sections = Section.of(report).stream()
                .filter(section -> section.facts().stream().anyMatch(shown))
                .toList();
    }

    /**
     * Writes the table.
     *
     * @param out receives it
     * @param lineWidth how long a line may be
     * @param paint its colours
     * @throws IOException if {@code out} fails
     */
    void write(Appendable out, int lineWidth, Paint paint) throws IOException {
        ValueGroups groups = ValueGroups.of(report);
        ColumnList columns = new ColumnList(report.columns());
        String between = "";
        int facts = 0;
        boolean shared = false;
        int markWidth = marks.width(report.comparisons().stream().filter(shown));
        for (Section section : sections) {
            out.append(between).append(TableWriter.heading(section, paint)).append('\n');
            between = "\n";
            int names = nameWidth(section, lineWidth);
            for (FactComparison fact : section.facts()) {
                if (shown.test(fact)) {
                    facts++;
                    seen.add(fact.state());
                    shared |= fact.reasons().contains(DifferenceReason.SHARED_UNIQUE);
                    ColumnList marked = columns.withMarks(column -> marks.of(fact, column));
                    String mark = CellText.pad(marks.of(fact), markWidth);
                    line(
                            new ValuesLine(groups.valuesOf(fact), marked),
                            fact.name(),
                            mark,
                            names,
                            lineWidth,
                            paint,
                            out);
                }
            }
        }
        if (!sections.isEmpty()) {
            out.append('\n')
                    .append(paint.quiet(StateWords.legend(seen, false, false, shared)))
                    .append('\n');
        }
        out.append(paint.strong(summary.words(shown.summary(facts)))).append('\n');
    }

    private int nameWidth(Section section, int lineWidth) {
        int widest = CellText.widest(section.facts().stream().filter(shown).map(fact -> CellText.shown(fact.name())));
        return Math.min(widest, Math.max(lineWidth / 3, TableLayout.NARROWEST_LINE / 3));
    }

    private static void line(
            ValuesLine line, String name, String mark, int names, int lineWidth, Paint paint, Appendable out)
            throws IOException {
        FactValues values = line.values();
        ComparisonState state = values.state();
        String start = INDENT + StateWords.mark(state) + " " + mark;
        String shown = CellText.pad(CellText.cutMiddle(CellText.shown(name), names), names) + GAP;
        String text = line.cut(lineWidth - CellText.width(start) - CellText.width(shown));
        boolean same = state == ComparisonState.SAME;
        out.append(paint.state(state, start))
                .append(same ? paint.quiet(shown + text) : shown + text)
                .append('\n');
    }
}
