package io.drift.core.fact;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One fact with its cells: what each column says about it. An immutable view over a number for each column.
 *
 * <pre>{@code
 * FactRow arch = table.row(FactName.of("arch")).orElseThrow();
 * boolean alike = arch.isSame(0, 1);
 * String first = arch.isMissing(0) ? "(missing)" : arch.text(0);
 * }</pre>
 */
public final class FactRow {

    /** The symbol of a column that does not have the fact at all. */
    static final int ABSENT = -1;

    private final FactName name;
    private final FactSymbols values;
    /** The symbols of the columns, from {@link #from} on; others may stand before and behind. */
    private final int[] cells;

    private final int from;
    private final int columns;
    private final boolean multiValued;

    FactRow(FactName name, FactSymbols values, int[] cells, int from, int columns, boolean multiValued) {
        this.name = name;
        this.values = values;
        this.cells = cells;
        this.from = from;
        this.columns = columns;
        this.multiValued = multiValued;
    }

    /**
     * The fact's name.
     *
     * @return never null
     */
    public FactName name() {
        return name;
    }

    /**
     * How many columns the table has.
     *
     * @return columns are numbered from 0
     */
    public int columns() {
        return columns;
    }

    /**
     * Whether some column has several values, so that the whole row is compared value by value.
     *
     * @return false for a row of single texts
     */
    public boolean isMultiValued() {
        return multiValued;
    }

    /**
     * Whether a column has no value.
     *
     * @param column its number
     * @return true if the source does not have the fact, or has it without a value
     */
    public boolean isMissing(int column) {
        return symbol(column) == FactSymbols.MISSING;
    }

    /** Within a table, equal values have equal symbols; a missing value has {@link FactSymbols#MISSING}. */
    int symbol(int column) {
        return Math.max(FactSymbols.MISSING, cells[from + column]);
    }

    /**
     * Whether two columns have the same value; missing counts as a value here.
     *
     * @param column a number of a column
     * @param other another one
     * @return true for equal values
     */
    public boolean isSame(int column, int other) {
        return symbol(column) == symbol(other);
    }

    /**
     * Whether all columns have the same value; missing counts as a value here.
     *
     * @param setAside numbers of columns that are not looked at
     * @return false, too, if all columns are set aside
     */
    public boolean isOneValue(BitSet setAside) {
        int first = setAside.nextClearBit(0);
        if (first >= columns) {
            return false;
        }
        int wanted = symbol(first);
        for (int column = first + 1; column < columns; column++) {
            if (symbol(column) != wanted && !setAside.get(column)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether no two columns have the same value; missing counts as a value here.
     *
     * @param setAside numbers of columns that are not looked at
     * @return true, too, if there are fewer than two
     */
    public boolean isUnique(BitSet setAside) {
        BitSet seen = new BitSet();
        for (int column = 0; column < columns; column++) {
            if (!setAside.get(column)) {
                if (seen.get(symbol(column))) {
                    return false;
                }
                seen.set(symbol(column));
            }
        }
        return true;
    }

    /**
     * The row as it would be if some columns had the values of others.
     *
     * @param like for each column the number of the column whose value it gets
     * @return another row of the same name
     */
    public FactRow withValuesOf(int[] like) {
        int[] symbols = new int[columns];
        boolean several = false;
        for (int column = 0; column < columns; column++) {
            symbols[column] = symbol(like[column]);
            several |= values.isSeveral(symbols[column]);
        }
        return new FactRow(name, values, symbols, 0, columns, several);
    }

    /** The value behind a symbol; null for the missing one. */
    @Nullable
    FactValue valueOf(int symbol) {
        return values.valueOf(symbol);
    }

    /**
     * The different values of the row, and who has which.
     *
     * @param unknown numbers of columns whose value nobody knows
     * @return in the order in which the columns have them
     */
    public DistinctValues distinctValues(BitSet unknown) {
        return DistinctValues.of(this, unknown);
    }

    /**
     * A column's value.
     *
     * @param column its number
     * @return null if it is missing; within a table, equal values are one object
     */
    public @Nullable FactValue value(int column) {
        return values.valueOf(symbol(column));
    }

    /**
     * A column's value where it is a single text.
     *
     * @param column its number
     * @return the text; null if it is missing or multi-valued
     */
    public @Nullable String text(int column) {
        return value(column) instanceof FactValue.Text single ? single.text() : null;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name.toString());
        for (int column = 0; column < columns; column++) {
            text.append(column == 0 ? ": " : " | ").append(isMissing(column) ? "-" : value(column));
        }
        return text.toString();
    }
}
