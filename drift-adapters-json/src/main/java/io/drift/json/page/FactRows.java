package io.drift.json.page;

import io.drift.core.analysis.ValueGroups;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.DifferenceReason;
import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.DistinctValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What stands behind the name of a fact: a cell for each column where there are few, else who has which value. */
final class FactRows {

    private static final int MOST_CELLS = 4;

    private final ValueGroups groups;
    private final ValuesText values;
    private final boolean cells;

    FactRows(ComparisonReport report, ValuesText values) {
        this.groups = ValueGroups.of(report);
        this.values = values;
        this.cells = report.columns().size() <= MOST_CELLS;
    }

    /** What the columns of the table are called. */
    List<String> heads() {
        List<String> heads = new ArrayList<>(List.of("fact"));
        heads.addAll(cells ? values.columns().names() : List.of("who has which value"));
        return heads;
    }

    /** The cells of a fact behind its name. */
    List<String> row(FactComparison fact) {
        return cells
                ? IntStream.range(0, fact.columns())
                        .mapToObj(column -> cell(fact, column))
                        .toList()
                : List.of(values.of(groups.valuesOf(fact)));
    }

    private String cell(FactComparison fact, int column) {
        if (fact.isObfuscated(column)) {
            return "hidden";
        }
        if (!fact.isLookedAt(column)) {
            return "not looked at";
        }
        String shown = values.shown(fact.value(column));
        return isOdd(fact, column) ? values.columns().markup().odd(shown) : shown;
    }

    /** Whether it has another value than the reference, else than most; where no value is the most common, none is odd. */
    private static boolean isOdd(FactComparison fact, int column) {
        ComparisonState toReference = fact.cellState(column);
        if (toReference != null || hasReference(fact)) {
            return toReference == ComparisonState.DIFFERENT;
        }
        DistinctValues all = fact.distinctValues();
        int number = all.number(column);
        return number != DistinctValues.UNKNOWN
                && IntStream.range(0, all.size()).anyMatch(other -> all.count(other) > all.count(number));
    }

    private static boolean hasReference(FactComparison fact) {
        return IntStream.range(0, fact.columns()).anyMatch(column -> fact.cellState(column) != null);
    }

    /** Why equal cells stand in a table of what differs; empty if that is not so. */
    static Optional<String> remark(FactComparison fact) {
        return fact.reasons().contains(DifferenceReason.SHARED_UNIQUE)
                ? Optional.of("each machine should have its own")
                : Optional.empty();
    }

    /** Whether each column has a cell. */
    boolean areCells() {
        return cells;
    }
}
