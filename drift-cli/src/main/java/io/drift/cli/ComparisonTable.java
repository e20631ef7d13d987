package io.drift.cli;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A report for people: a line for each fact, groups first, a column for each source, and at the end what it all comes
 * to. The columns stand in the order of the report's header.
 */
final class ComparisonTable {

    private final ComparisonReport report;
    private final TableHeader header;
    private final boolean onlyDifferent;
    private final List<Section> sections;
    private final Set<ComparisonState> seen = EnumSet.noneOf(ComparisonState.class);

    /**
     * A table.
     *
     * @param report what it shows
     * @param header what stands above its columns
     * @param onlyDifferent whether to leave out what is the same
     */
    ComparisonTable(ComparisonReport report, TableHeader header, boolean onlyDifferent) {
        this.report = report;
        this.header = header;
        this.onlyDifferent = onlyDifferent;
        this.sections = Section.of(report).stream()
                .filter(section -> !onlyDifferent || section.state() != ComparisonState.SAME)
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
        if (!sections.isEmpty()) {
            TableLayout layout = layout(lineWidth);
            for (TableLayout.Block block : layout.blocks()) {
                writeBlock(new TableWriter(out, paint, layout, block));
            }
            boolean counts =
                    sections.stream().flatMap(this::lines).anyMatch(line -> line.countsWhatAllHave(layout.widths()));
            out.append('\n')
                    .append(paint.quiet(StateWords.legend(seen, counts)))
                    .append('\n');
        }
        out.append(paint.strong(summary())).append('\n');
    }

    private TableLayout layout(int lineWidth) {
        int[] widths = header.widths();
        int names = 0;
        for (Section section : sections) {
            for (FactLine line : (Iterable<FactLine>) lines(section)::iterator) {
                seen.add(line.state());
                names = Math.max(names, TableWriter.widthOfName(line));
                IntStream.range(0, widths.length)
                        .forEach(place -> widths[place] = Math.max(widths[place], line.width(place)));
            }
        }
        return TableLayout.of(lineWidth, names, widths);
    }

    private Stream<FactLine> lines(Section section) {
        return section.facts().stream()
                .filter(fact -> !onlyDifferent || fact.state() != ComparisonState.SAME)
                .map(fact -> new FactLine(fact, header.columns(), report.columns()));
    }

    private void writeBlock(TableWriter block) throws IOException {
        block.header(header);
        for (Section section : sections) {
            block.heading(section);
            for (FactLine line : (Iterable<FactLine>) lines(section)::iterator) {
                block.line(line);
            }
        }
    }

    private String summary() {
        Tally all = Section.of(report).stream().map(Section::tally).reduce(Tally.NONE, Tally::plus);
        return header.kinds() + ": " + all.sentence(report.notCompared().size());
    }
}
