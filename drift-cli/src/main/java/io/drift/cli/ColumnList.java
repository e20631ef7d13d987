package io.drift.cli;

import io.drift.core.source.FactSource;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The columns of a report, by name.
 *
 * @param sources the columns
 * @param marks what stands behind the name of a column; empty for nothing
 */
record ColumnList(List<FactSource> sources, IntFunction<String> marks) {

    private static final int FEW = 3;
    /** A longer name leaves no room for the others. */
    private static final int LONGEST_NAME = 40;

    ColumnList(List<FactSource> sources) {
        this(sources, column -> "");
    }

    ColumnList withMarks(IntFunction<String> others) {
        return new ColumnList(sources, others);
    }

    String name(int column) {
        return CellText.cutMiddle(CellText.shown(sources.get(column).name()), LONGEST_NAME) + marks.apply(column);
    }

    /** Some of them: the first by name, the others counted. */
    String few(BitSet columns) {
        int all = columns.cardinality();
        int named = all == FEW + 1 ? all : Math.min(FEW, all);
        String names = columns.stream().limit(named).mapToObj(this::name).collect(Collectors.joining(", "));
        return named == all ? names : names + " and " + (all - named) + " more";
    }
}
