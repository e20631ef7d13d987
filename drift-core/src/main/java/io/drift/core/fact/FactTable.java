package io.drift.core.fact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Facts as rows, sources as columns; rows in the order of a report. Immutable.
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
    private final TableRows cells;
    /** The row at place i of the report is fact {@code order[i]}, a symbol of {@link #symbols}. */
    private final int[] order;
    /** The facts of which some column has several values. */
    private final BitSet multiValued;

    FactTable(FactSymbols symbols, TableRows cells, int[] order) {
        this(symbols, cells, order, cells.multiValued(symbols));
    }

    private FactTable(FactSymbols symbols, TableRows cells, int[] order, BitSet multiValued) {
        this.symbols = symbols;
        this.cells = cells;
        this.order = order;
        this.multiValued = multiValued;
    }

    /**
     * How many sources stand side by side.
     *
     * @return columns are numbered from 0
     */
    public int columns() {
        return cells.columns();
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
     * A row.
     *
     * @param row its number
     * @return a new view
     */
    public FactRow row(int row) {
        return cells.row(order[row], symbols, multiValued.get(order[row]));
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
     * The same columns with fewer rows.
     *
     * @param column which columns count
     * @return only the facts that one of those columns has, with or without a value
     */
    public FactTable onlyFactsOf(IntPredicate column) {
        int[] kept =
                Arrays.stream(order).filter(fact -> cells.has(fact, column)).toArray();
        return new FactTable(symbols, cells, kept, multiValued);
    }
}
