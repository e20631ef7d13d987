package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses the rows of a table that a report shows, and counts what it does not show. */
final class RowSelection {

    private final FactTable table;
    private final RowComparer comparer;
    private final List<ListedRows> lists;
    /** How many facts each column did not look at. */
    private final int[] notLookedAt;

    private int notComparable;
    private int[] shown = {};

    private RowSelection(FactTable table, RowComparer comparer) {
        this.table = table;
        this.comparer = comparer;
        this.lists = comparer.rules.leftOut().stream().map(ListedRows::new).toList();
        this.notLookedAt = new int[table.columns()];
    }

    static RowSelection of(FactTable table, SapGate sap, RowComparer comparer) {
        RowSelection selection = new RowSelection(table, comparer);
        selection.select(sap);
        return selection;
    }

    private void select(SapGate sap) {
        int[] selected = new int[table.rows()];
        int size = 0;
        for (int row = 0; row < selected.length; row++) {
            FactName name = table.name(row);
            if (sap.lets(name)
                    && !comparer.rules.hides(name)
                    && comparer.isOfInterest(table, row)
                    && isShown(row, name)) {
                selected[size++] = row;
            }
        }
        shown = Arrays.copyOf(selected, size);
    }

    /** A fact on a list is not counted as one that was not looked at. */
    private boolean isShown(int number, FactName name) {
        RuleEffects effects = comparer.ruleEffects();
        if (lists.isEmpty() && comparer.looksAtEverything() && effects == RuleEffects.NONE) {
            return true;
        }
        FactRow row = table.row(number);
        if (effects.hides(row, comparer)) {
            return false;
        }
        for (ListedRows list : lists) {
            if (list.takes(row, name)) {
                return false;
            }
        }
        BitSet unknown = comparer.notLookedAtIn(row);
        unknown.stream().forEach(column -> notLookedAt[column]++);
        boolean comparable = comparer.isComparable(unknown);
        notComparable += comparable ? 0 : 1;
        if (comparable) {
            effects.countSame(row, comparer);
        }
        return comparable;
    }

    /** The numbers of the rows, in order. */
    int[] rows() {
        return shown;
    }

    Omissions omissions() {
        List<NotLookedAt> byColumn = IntStream.range(0, notLookedAt.length)
                .filter(column -> notLookedAt[column] > 0)
                .mapToObj(column -> new NotLookedAt(comparer.columns.sources().get(column), notLookedAt[column]))
                .toList();
        return new Omissions(
                notComparable,
                byColumn,
                lists.stream().map(ListedRows::counted).toList(),
                comparer.ruleEffects().all());
    }

    /** The rows that a list leaves out. */
    private final class ListedRows {

        private final FactRules.LeftOutList list;
        private final List<FactName> notSame = new ArrayList<>();
        private int facts;

        ListedRows(FactRules.LeftOutList list) {
            this.list = list;
        }

        /** Takes a row if it is on the list. */
        boolean takes(FactRow row, FactName name) {
            if (!list.chosen().test(name) && !(list.counted().test(name) && isOnlyAnotherNumber(row))) {
                return false;
            }
            facts++;
            if (comparer.compare(row).state() != ComparisonState.SAME) {
                notSame.add(name);
            }
            return true;
        }

        private boolean isOnlyAnotherNumber(FactRow row) {
            ComparedRow compared = comparer.compare(row);
            if (compared.state() != ComparisonState.DIFFERENT) {
                return false;
            }
            return IntStream.range(0, row.columns())
                    .noneMatch(column ->
                            row.isMissing(column) && !compared.setAside().get(column));
        }

        LeftOut counted() {
            return new LeftOut(list.name(), facts, notSame);
        }
    }
}
