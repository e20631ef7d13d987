package io.drift.core.comparison;

import io.drift.core.fact.CodePointOrder;
import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Compares a multi-valued row value by value: each of its different values is an option that a column has or lacks. */
final class OptionComparer {

    private final Columns columns;
    private final boolean notifying;

    OptionComparer(Columns columns, boolean notifying) {
        this.columns = columns;
        this.notifying = notifying;
    }

    ComparedRow compare(FactRow row) {
        Map<String, BitSet> owners = ownersOfOptions(row);
        boolean different = false;
        for (BitSet having : owners.values()) {
            different |= notifying ? isLacked(having) : having.cardinality() < columns.size();
        }
        ComparisonState state = different ? ComparisonState.DIFFERENT : ComparisonState.SAME;
        BitSet none = Coverage.NONE;
        return new ComparedRow(
                row,
                state,
                none,
                none,
                none,
                null,
                () -> options(owners, none, state == ComparisonState.SAME, columns.hasReference()));
    }

    /**
     * The options of a row.
     *
     * @param owners each different text, sorted, with the columns that have it
     * @param setAside the columns that are not looked at
     * @param same whether the row is the SAME
     * @param againstReference whether the columns are compared with the reference
     */
    List<ValueOption> options(Map<String, BitSet> owners, BitSet setAside, boolean same, boolean againstReference) {
        List<ValueOption> options = new ArrayList<>(owners.size());
        owners.forEach((text, having) -> options.add(new ValueOption(
                text,
                isEverywhere(having, setAside) ? ComparisonState.SAME : ComparisonState.DIFFERENT,
                having,
                againstReference ? likeReference(text, having) : all(same))));
        return options;
    }

    private boolean isEverywhere(BitSet having, BitSet setAside) {
        BitSet counted = (BitSet) having.clone();
        counted.or(setAside);
        return counted.cardinality() == columns.size();
    }

    private static Map<String, BitSet> ownersOfOptions(FactRow row) {
        Map<String, BitSet> owners = new TreeMap<>(CodePointOrder.INSTANCE);
        for (int column = 0; column < row.columns(); column++) {
            FactValue value = row.value(column);
            if (value != null) {
                for (String text : value.texts()) {
                    owners.computeIfAbsent(text, any -> new BitSet()).set(column);
                }
            }
        }
        return owners;
    }

    /** Whether a baseline has what some system lacks; what systems have beyond that is no reason to notify. */
    private boolean isLacked(BitSet having) {
        return having.stream().anyMatch(columns::isBaseline)
                && IntStream.range(0, columns.size())
                        .anyMatch(column -> !columns.isBaseline(column) && !having.get(column));
    }

    /** Compared as shown: a column without the option shows the empty text. */
    private BitSet likeReference(String text, BitSet having) {
        if (!columns.containsReference()) {
            return all(false);
        }
        BitSet like = text.isEmpty() ? all(true) : (BitSet) having.clone();
        if (!having.get(columns.reference()) && !text.isEmpty()) {
            like.flip(0, columns.size());
        }
        return like;
    }

    private BitSet all(boolean value) {
        BitSet all = new BitSet(columns.size());
        all.set(0, columns.size(), value);
        return all;
    }
}
