package io.drift.cli;

import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.DifferenceReason;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.PackageStates;
import io.drift.core.source.FactSource;
import io.drift.core.version.PackageState;
import java.util.Collections;
import java.util.EnumSet;
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
    private final PackageStates states;
    private final RowMarks marks;
    private final int markWidth;
    /** The sources that stand out; null until somebody asks. */
    private @Nullable Set<FactSource> outliers;
    /** What its cells say; null until somebody asks. */
    private @Nullable List<CellContent> contents;

    /** How its packages stand to each other, by column; empty if that does not matter, null until somebody asks. */
    private @Nullable List<@Nullable PackageState> packages;

    private List<String> cells = List.of();

    /**
     * A line.
     *
     * @param fact the fact
     * @param columns the columns of the report in the order in which they are printed; a place is an index of this
     * @param sources the columns of the report
     * @param states tells how packages stand to each other
     * @param marks what became of it since an earlier report
     * @param markWidth how wide the words of all lines are, with a blank behind them
     */
    FactLine(
            FactComparison fact,
            List<Integer> columns,
            List<FactSource> sources,
            PackageStates states,
            RowMarks marks,
            int markWidth) {
        this.fact = fact;
        this.columns = columns;
        this.sources = sources;
        this.states = states;
        this.marks = marks;
        this.markWidth = markWidth;
    }

    String name() {
        return CellText.shown(fact.name());
    }

    /** What became of it since an earlier report, as wide as that of all lines. */
    String mark() {
        return CellText.pad(marks.of(fact), markWidth);
    }

    ComparisonState state() {
        return fact.state();
    }

    int width(int place) {
        return contents().get(place).width() + suffixWidth(place);
    }

    /** Whether some column did not look at it. */
    boolean isPartlyUnknown() {
        return !fact.isLookedAtByAll();
    }

    /** Whether machines have the same that each should have for itself. */
    boolean isShared() {
        return fact.reasons().contains(DifferenceReason.SHARED_UNIQUE);
    }

    /** Whether some cell only says how many values all columns have. */
    boolean countsWhatAllHave(int[] widths) {
        return IntStream.range(0, widths.length)
                .anyMatch(place -> contents().get(place).countsWhatAllHave(widths[place] - suffixWidth(place)));
    }

    /**
     * Cuts the cells where they must be, which needs all of them.
     *
     * @param widths how wide each may be
     */
    void layOut(int[] widths) {
        List<CellContent> row = contents();
        int[] rooms = IntStream.range(0, widths.length)
                .map(place -> widths[place] - suffixWidth(place))
                .toArray();
        boolean fits = IntStream.range(0, widths.length)
                .allMatch(place -> row.get(place).width() <= rooms[place]);
        List<String> cut = fits ? row.stream().map(CellContent::full).toList() : RowCut.of(row, rooms);
        cells = IntStream.range(0, widths.length)
                .mapToObj(place -> cut.get(place) + suffix(place))
                .toList();
    }

    /** The cell, once it is laid out. */
    String cell(int place) {
        return cells.get(place);
    }

    /** Whether the package of a cell is OLDER or NEWER; null if it is neither. */
    @Nullable
    PackageState arrow(int place) {
        PackageState state = packages().isEmpty() ? null : packages().get(columns.get(place));
        return state == PackageState.OLDER || state == PackageState.NEWER ? state : null;
    }

    /** What stands behind a cell, and is never cut off. */
    private String suffix(int place) {
        return StateWords.arrow(arrow(place)) + marks.of(fact, columns.get(place));
    }

    private int suffixWidth(int place) {
        return CellText.width(suffix(place));
    }

    /** Whether its cells are OLDER or NEWER. */
    Set<PackageState> arrows() {
        Set<PackageState> arrows = EnumSet.noneOf(PackageState.class);
        for (int place = 0; place < columns.size() && !packages().isEmpty(); place++) {
            PackageState arrow = arrow(place);
            if (arrow != null) {
                arrows.add(arrow);
            }
        }
        return arrows;
    }

    private List<@Nullable PackageState> packages() {
        if (packages == null) {
            packages = fact.state() == ComparisonState.SAME ? List.of() : states.of(fact);
        }
        return packages;
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
