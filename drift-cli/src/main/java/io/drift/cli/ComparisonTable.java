package io.drift.cli;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.version.PackageState;
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
    private final Summary summary;
    private final ShownFacts shown;
    private final RowMarks marks;
    private final int markWidth;
    private final List<Part> parts;
    private final Set<ComparisonState> seen = EnumSet.noneOf(ComparisonState.class);

    /**
     * A table.
     *
     * @param report what it shows
     * @param header what stands above its columns
     * @param summary what stands at its end
     * @param shown which of its facts
     * @param marks what became of them since an earlier report
     */
    ComparisonTable(ComparisonReport report, TableHeader header, Summary summary, ShownFacts shown, RowMarks marks) {
        this.report = report;
        this.header = header;
        this.summary = summary;
        this.shown = shown;
        this.marks = marks;
        this.markWidth = marks.width(report.comparisons().stream().filter(shown));
        this.parts = Section.of(report).stream()
                .filter(section -> shown.showsSame() || section.state() != ComparisonState.SAME)
                .map(section -> new Part(section, lines(section).toList()))
                .filter(part -> !part.lines().isEmpty())
                .toList();
    }

    /** A section and its lines, which are laid out once for all blocks. */
    private record Part(Section section, List<FactLine> lines) {}

    /**
     * Writes the table.
     *
     * @param out receives it
     * @param lineWidth how long a line may be
     * @param paint its colours
     * @throws IOException if {@code out} fails
     */
    void write(Appendable out, int lineWidth, Paint paint) throws IOException {
        if (!parts.isEmpty()) {
            TableLayout layout = layout(lineWidth);
            int[] widths = layout.widths();
            allLines().forEach(line -> line.layOut(widths));
            for (TableLayout.Block block : layout.blocks()) {
                writeBlock(new TableWriter(out, paint, layout.nameWidth(), block));
            }
            boolean counts = allLines().anyMatch(line -> line.countsWhatAllHave(widths));
            boolean unknown = allLines().anyMatch(FactLine::isPartlyUnknown);
            boolean shared = allLines().anyMatch(FactLine::isShared);
            out.append('\n')
                    .append(paint.quiet(StateWords.legend(seen, counts, unknown, shared) + arrows()))
                    .append('\n');
        }
        out.append(paint.strong(summary.words(shown.summary((int) allLines().count()))))
                .append('\n');
    }

    private String arrows() {
        Set<PackageState> packages = EnumSet.noneOf(PackageState.class);
        allLines().forEach(line -> packages.addAll(line.arrows()));
        return StateWords.arrows(packages, header.reference() >= 0);
    }

    private TableLayout layout(int lineWidth) {
        int[] widths = header.widths();
        allLines().forEach(line -> seen.add(line.state()));
        int names = allLines().mapToInt(TableWriter::widthOfName).max().orElse(0);
        allLines()
                .forEach(line -> IntStream.range(0, widths.length)
                        .forEach(place -> widths[place] = Math.max(widths[place], line.width(place))));
        return TableLayout.of(lineWidth, names, widths);
    }

    private Stream<FactLine> lines(Section section) {
        return section.facts().stream()
                .filter(shown)
                .map(fact ->
                        new FactLine(fact, header.columns(), report.columns(), shown.packages(), marks, markWidth));
    }

    private void writeBlock(TableWriter block) throws IOException {
        block.header(header);
        for (Part part : parts) {
            block.heading(part.section());
            for (FactLine line : part.lines()) {
                block.line(line);
            }
        }
    }

    private Stream<FactLine> allLines() {
        return parts.stream().flatMap(part -> part.lines().stream());
    }
}
