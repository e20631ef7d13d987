package io.drift.cli;

import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.FactValue;
import io.drift.core.source.FactSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One fact as it is printed: its cells, and which of them stand out. Works out only what is asked for. */
final class FactLine {

    private static final int UNKNOWN = -1;

    private final FactComparison fact;
    private final List<Integer> columns;
    private final List<FactSource> sources;
    /** The sources that stand out; null until somebody asks. */
    private @Nullable Set<FactSource> outliers;
    /** From which character on the values are no longer all alike. */
    private int difference = UNKNOWN;

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

    private @Nullable FactValue value(int place) {
        return fact.value(columns.get(place));
    }

    private String text(int place) {
        return CellText.of(value(place));
    }

    int width(int place) {
        return CellText.width(text(place));
    }

    /** The cell, cut where it must be so that the place is seen where the values begin to differ. */
    String cell(int place, int width) {
        String text = text(place);
        if (CellText.width(text) <= width) {
            return text;
        }
        String count = countOfSeveral(value(place));
        return count + CellText.cutAround(text, width - CellText.width(count), firstDifference());
    }

    /** Some of several values are not seen in a cell that is cut, so the cell says how many it has. */
    private static String countOfSeveral(@Nullable FactValue value) {
        return value == null || value.texts().size() == 1
                ? ""
                : "(" + value.texts().size() + ") ";
    }

    private int firstDifference() {
        if (difference == UNKNOWN) {
            difference = fact.state() == ComparisonState.SAME ? 0 : commonStart();
        }
        return difference;
    }

    private int commonStart() {
        List<String> different = columns.stream()
                .filter(column -> fact.value(column) != null)
                .map(column -> CellText.of(fact.value(column)))
                .distinct()
                .toList();
        return different.stream()
                .skip(1)
                .mapToInt(text -> CellText.commonStart(different.get(0), text))
                .min()
                .orElse(0);
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
