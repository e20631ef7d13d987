package io.drift.core.fact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * The cells of a table, row behind row in one array. A row takes whichever is less: a number for each column (a full row),
 * or two for each column that has the fact, the column and its value (a sparse row). So a table never takes more than was
 * recorded, however many facts only one source has.
 */
final class TableRows {

    private final int columns;
    /** The row of a fact stands in {@link #cells} from {@code start[fact]} to before {@code start[fact + 1]}. */
    private final int[] start;

    private final int[] cells;
    /** How far each row is filled; for sparse rows, by rising column. */
    private final int[] filled;

    /**
     * Empty rows.
     *
     * @param columns how many columns there are
     * @param sizes how many columns have each fact
     */
    TableRows(int columns, int[] sizes) {
        this.columns = columns;
        this.start = new int[sizes.length + 1];
        for (int fact = 0; fact < sizes.length; fact++) {
            start[fact + 1] = start[fact] + Math.min(columns, 2 * sizes[fact]);
        }
        this.filled = Arrays.copyOf(start, sizes.length);
        this.cells = new int[start[sizes.length]];
        Arrays.fill(cells, FactRow.ABSENT);
    }

    int columns() {
        return columns;
    }

    boolean isEmpty(int fact) {
        return start[fact] == start[fact + 1];
    }

    private boolean isFull(int fact) {
        return start[fact + 1] - start[fact] == columns;
    }

    /** Puts a value into a cell; columns come one after the other, and a value that comes later replaces. */
    void put(int fact, int column, int value) {
        if (isFull(fact)) {
            cells[start[fact] + column] = value;
            return;
        }
        boolean replaces = filled[fact] > start[fact] && cells[filled[fact] - 2] == column;
        int place = replaces ? filled[fact] - 2 : filled[fact];
        cells[place] = column;
        cells[place + 1] = value;
        filled[fact] = place + 2;
    }

    /**
     * A view of a row.
     *
     * @param multiValued whether some column has several values
     */
    FactRow row(int fact, FactSymbols symbols, boolean multiValued) {
        if (isFull(fact)) {
            return new FactRow(symbols.nameOf(fact), symbols, cells, start[fact], columns, multiValued);
        }
        int[] spread = new int[columns];
        for (int place = start[fact]; place < start[fact + 1]; place += 2) {
            spread[cells[place]] = cells[place + 1];
        }
        return new FactRow(symbols.nameOf(fact), symbols, spread, 0, columns, multiValued);
    }

    /** The facts of which some column has several values. */
    BitSet multiValued(FactSymbols symbols) {
        BitSet facts = new BitSet();
        for (int fact = 0; symbols.hasSeveral() && fact < filled.length; fact++) {
            facts.set(fact, hasSeveral(fact, symbols));
        }
        return facts;
    }

    /** Most cells of a row are as the one before. */
    private boolean hasSeveral(int fact, FactSymbols symbols) {
        int step = isFull(fact) ? 1 : 2;
        int before = FactRow.ABSENT;
        for (int place = start[fact] + step - 1; place < start[fact + 1]; place += step) {
            int value = cells[place];
            if (value != before && value != FactRow.ABSENT && symbols.isSeveral(value)) {
                return true;
            }
            before = value;
        }
        return false;
    }

    /** Whether one of some columns has a fact, with or without a value. */
    boolean has(int fact, IntPredicate column) {
        if (isFull(fact)) {
            for (int i = 0; i < columns; i++) {
                if (cells[start[fact] + i] != FactRow.ABSENT && column.test(i)) {
                    return true;
                }
            }
            return false;
        }
        for (int place = start[fact]; place < start[fact + 1]; place += 2) {
            if (column.test(cells[place])) {
                return true;
            }
        }
        return false;
    }
}
