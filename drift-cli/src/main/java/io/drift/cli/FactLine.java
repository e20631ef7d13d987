package io.drift.cli;

import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import io.drift.core.source.FactSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One fact as it is printed: its cells, and which of them stand out. Works out only what is asked for. */
final class FactLine {

    private final FactComparison fact;
    private final List<Integer> columns;
    private final List<FactSource> sources;
    /** The sources that stand out; null until somebody asks. */
    private @Nullable Set<FactSource> outliers;
    /** What its cells say; null until somebody asks. */
    private @Nullable List<CellContent> contents;

    private List<String> cells = List.of();

    /**
     * A line.
     *
     * @param fact the fact
     * @param columns the columns of the report in the order in which they are printed; a place is an index of this
     * @param sources the columns of the report
     */
    FactLine(FactComparison fact, List<Integer> columns, List<FactSource> sources) {
        this.fact = fact;
        this.columns = columns;
        this.sources = sources;
    }

    String name() {
        return CellText.shown(fact.name());
    }

    ComparisonState state() {
        return fact.state();
    }

    int width(int place) {
        return contents().get(place).width();
    }

    /** Whether some column did not look at it. */
    boolean isPartlyUnknown() {
        return !fact.isLookedAtByAll();
    }

    /** Whether some cell only says how many values all columns have. */
    boolean countsWhatAllHave(int[] widths) {
        return IntStream.range(0, widths.length)
                .anyMatch(place -> contents().get(place).countsWhatAllHave(widths[place]));
    }

    /**
     * Cuts the cells where they must be, which needs all of them.
     *
     * @param widths how wide each may be
     */
    void layOut(int[] widths) {
        List<CellContent> row = contents();
        boolean fits = IntStream.range(0, widths.length)
                .allMatch(place -> row.get(place).width() <= widths[place]);
        cells = fits ? row.stream().map(CellContent::full).toList() : RowCut.of(row, widths);
    }

    /** The cell, once it is laid out. */
    String cell(int place) {
        return cells.get(place);
    }

    private List<CellContent> contents() {
        if (contents == null) {
            contents = RowContents.of(fact, columns, sources);
        }
        return contents;
    }

    /** Whether a cell is not what it should be. */
    boolean standsOut(int place) {
        if (outliers == null) {
            outliers = Collections.newSetFromMap(new IdentityHashMap<>());
            outliers.addAll(fact.outliers());
        }
        return outliers.contains(sources.get(columns.get(place)));
    }
}
