package io.drift.core.fact;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Facts as rows, sources as columns; rows in the order of a report. Immutable.
 *
 * <p>Only what was recorded is stored: for each row the columns that have the fact, and their values, one behind the
 * other. So the table is never larger than what was read, however many facts only one source has; a row is spread out
 * over all columns when it is looked at.
 *
 * <pre>{@code
 * FactTable table = new FactTableBuilder().column(before.facts()).column(after.facts()).build();
 * for (int row = 0; row < table.rows(); row++) {
 *     System.out.println(table.row(row));
 * }
 * }</pre>
 */
public final class FactTable {

    private final FactSymbols symbols;
    private final int columns;
    /** The row at place i of the report is fact {@code order[i]}, a symbol of {@link #symbols}. */
    private final int[] order;
    /** The entries of fact f stand from {@code start[f]} to before {@code start[f + 1]}, by rising column. */
    private final int[] start;

    private final int[] columnOf;
    private final int[] valueOf;

    FactTable(FactSymbols symbols, int columns, int[] order, int[] start, int[] columnOf, int[] valueOf) {
        this.symbols = symbols;
        this.columns = columns;
        this.order = order;
        this.start = start;
        this.columnOf = columnOf;
        this.valueOf = valueOf;
    }

    /**
     * How many sources stand side by side.
     *
     * @return columns are numbered from 0
     */
    public int columns() {
        return columns;
    }

    /**
     * How many facts there are.
     *
     * @return rows are numbered from 0
     */
    public int rows() {
        return order.length;
    }

    /**
     * The name of a row's fact.
     *
     * @param row its number
     * @return never null
     */
    public FactName name(int row) {
        return symbols.nameOf(order[row]);
    }

    /**
     * A row, spread out over all columns.
     *
     * @param row its number
     * @return a new view
     */
    public FactRow row(int row) {
        int fact = order[row];
        int[] cells = new int[columns];
        for (int i = start[fact]; i < start[fact + 1]; i++) {
            cells[columnOf[i]] = valueOf[i];
        }
        return new FactRow(symbols.nameOf(fact), symbols, cells);
    }

    /**
     * The row of a fact.
     *
     * @param name its name
     * @return empty if no source has the fact
     */
    public Optional<FactRow> row(FactName name) {
        int low = 0;
        int high = order.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = name(middle).compareTo(name);
            if (compared == 0) {
                return Optional.of(row(middle));
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /**
     * The value behind a symbol of {@link FactRow#symbol}.
     *
     * @param symbol a symbol of this table
     * @return null for {@link FactSymbols#MISSING}
     */
    public @Nullable FactValue valueOf(int symbol) {
        return symbols.valueOf(symbol);
    }

    /**
     * How many different values the table has, the missing one included.
     *
     * @return symbols of values are smaller than this
     */
    public int values() {
        return symbols.values();
    }

    /**
     * The same columns with fewer rows.
     *
     * @param column which columns count
     * @return only the facts that one of those columns has, with or without a value
     */
    public FactTable onlyFactsOf(IntPredicate column) {
        int[] kept = Arrays.stream(order)
                .filter(fact ->
                        Arrays.stream(columnOf, start[fact], start[fact + 1]).anyMatch(column))
                .toArray();
        return new FactTable(symbols, columns, kept, start, columnOf, valueOf);
    }
}
