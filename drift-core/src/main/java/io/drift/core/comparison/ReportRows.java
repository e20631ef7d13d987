package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactTable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The rows of a table that a report shows, in order, with their states; and the entries that they make: a single fact, or
 * a run of rows that are members of one group.
 */
final class ReportRows {

    private final FactTable table;
    private final int[] rows;
    private final ComparisonState[] states;
    /** Entry i is made of the rows from {@code entryStart[i]} to before {@code entryStart[i + 1]}. */
    private final int[] entryStart;

    private final ComparisonState[] entryStates;

    private ReportRows(
            FactTable table, int[] rows, ComparisonState[] states, int[] entryStart, ComparisonState[] entryStates) {
        this.table = table;
        this.rows = rows;
        this.states = states;
        this.entryStart = entryStart;
        this.entryStates = entryStates;
    }

    /** Compares the rows of a table. */
    static ReportRows compared(FactTable table, int[] rows, RowComparer comparer) {
        ComparisonState[] states = new ComparisonState[rows.length];
        for (int place = 0; place < rows.length; place++) {
            states[place] = comparer.compare(table.row(rows[place])).state();
        }
        int[] entryStart = entryStarts(table, rows);
        ComparisonState[] entryStates = new ComparisonState[entryStart.length - 1];
        for (int entry = 0; entry < entryStates.length; entry++) {
            entryStates[entry] = ComparisonState.ofGroup(some(states, entryStart[entry], entryStart[entry + 1]));
        }
        return new ReportRows(table, rows, states, entryStart, entryStates);
    }

    private static Set<ComparisonState> some(ComparisonState[] states, int from, int to) {
        Set<ComparisonState> some = EnumSet.noneOf(ComparisonState.class);
        for (int place = from; place < to; place++) {
            some.add(states[place]);
        }
        return some;
    }

    /** Some rows only, chosen by their places, in entries that keep their states. */
    ReportRows only(IntPredicate wanted) {
        int[] keptRows = new int[rows.length];
        ComparisonState[] keptStates = new ComparisonState[rows.length];
        ComparisonState[] keptEntryStates = new ComparisonState[entryStates.length];
        int kept = 0;
        int keptEntries = 0;
        for (int entry = 0; entry < entryStates.length; entry++) {
            int before = kept;
            for (int place = entryStart[entry]; place < entryStart[entry + 1]; place++) {
                if (wanted.test(place)) {
                    keptRows[kept] = rows[place];
                    keptStates[kept++] = states[place];
                }
            }
            if (kept > before) {
                keptEntryStates[keptEntries++] = entryStates[entry];
            }
        }
        int[] shown = Arrays.copyOf(keptRows, kept);
        return new ReportRows(
                table,
                shown,
                Arrays.copyOf(keptStates, kept),
                entryStarts(table, shown),
                Arrays.copyOf(keptEntryStates, keptEntries));
    }

    private static int[] entryStarts(FactTable table, int[] rows) {
        int[] starts = new int[rows.length + 1];
        int entries = 0;
        FactName before = null;
        for (int place = 0; place < rows.length; place++) {
            FactName name = table.name(rows[place]);
            if (before == null || !isSameGroup(before, name)) {
                starts[entries++] = place;
            }
            before = name;
        }
        starts[entries] = rows.length;
        return Arrays.copyOf(starts, entries + 1);
    }

    private static boolean isSameGroup(FactName before, FactName name) {
        return before.isMember() && name.isMember() && before.top().equals(name.top());
    }

    /** How many rows there are. */
    int size() {
        return rows.length;
    }

    /** The number of a row in the table. */
    int row(int place) {
        return rows[place];
    }

    FactName name(int place) {
        return table.name(rows[place]);
    }

    ComparisonState state(int place) {
        return states[place];
    }

    /** The states of all rows, in order. Not to be changed. */
    List<ComparisonState> states() {
        return Arrays.asList(states);
    }

    int entries() {
        return entryStates.length;
    }

    /** The first row of an entry; for the number of entries, the number of rows. */
    int entryStart(int entry) {
        return entryStart[entry];
    }

    /** The entry that begins with a row, or a negative number. */
    int entryAt(int place) {
        return Arrays.binarySearch(entryStart, 0, entries(), place);
    }

    ComparisonState entryState(int entry) {
        return entryStates[entry];
    }
}
