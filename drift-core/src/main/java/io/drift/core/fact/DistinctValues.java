package io.drift.core.fact;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The different values of a fact, numbered from 0, and which column has which. A missing value is a value; a column whose
 * value nobody knows has none. Immutable.
 *
 * <pre>{@code
 * DistinctValues values = report.fact("os_kernel_version").orElseThrow().distinctValues();
 * for (int number = 0; number < values.size(); number++) {
 *     System.out.println(values.count(number) + " columns have " + values.value(number));
 * }
 * }</pre>
 */
public final class DistinctValues {

    /** The number of a column whose value nobody knows. */
    public static final int UNKNOWN = -1;

    /** The numbers of the columns' values. */
    private final SmallNumbers numbers;

    private final List<@Nullable FactValue> values;
    private final int[] counts;

    private DistinctValues(SmallNumbers numbers, List<@Nullable FactValue> values) {
        this.numbers = numbers;
        this.values = values;
        this.counts = numbers.counts(values.size());
    }

    /**
     * Values that somebody numbered.
     *
     * @param numbers the number of each column's value, or {@link #UNKNOWN}
     * @param values the values in the order of their numbers; null for the missing one
     * @return the values
     * @throws IndexOutOfBoundsException if a number has no value
     */
    public static DistinctValues of(int[] numbers, List<@Nullable FactValue> values) {
        SmallNumbers copy = new SmallNumbers(numbers.length);
        for (int column = 0; column < numbers.length; column++) {
            int number = numbers[column];
            copy.put(column, number == UNKNOWN ? UNKNOWN : Objects.checkIndex(number, values.size()));
        }
        return new DistinctValues(copy, Collections.unmodifiableList(values));
    }

    /** Those of a row, in the order in which the columns have them. */
    static DistinctValues of(FactRow row, BitSet unknown) {
        SymbolNumbers symbols = new SymbolNumbers();
        SmallNumbers numbers = new SmallNumbers(row.columns());
        boolean areAllKnown = unknown.isEmpty();
        for (int column = 0; column < row.columns(); column++) {
            boolean isKnown = areAllKnown || !unknown.get(column);
            numbers.put(column, isKnown ? symbols.numberOf(row.symbol(column)) : UNKNOWN);
        }
        return new DistinctValues(numbers, symbols.all(row::valueOf));
    }

    /**
     * How many different values there are.
     *
     * @return the missing one counts; 0 if nobody knows any
     */
    public int size() {
        return counts.length;
    }

    /**
     * How many columns there are.
     *
     * @return those without a known value count
     */
    public int columns() {
        return numbers.size();
    }

    /**
     * The number of a column's value.
     *
     * @param column its number
     * @return from 0, or {@link #UNKNOWN}
     */
    public int number(int column) {
        return numbers.get(column);
    }

    /**
     * A value.
     *
     * @param number its number
     * @return null if it is the missing one
     */
    public @Nullable FactValue value(int number) {
        return values.get(number);
    }

    /**
     * How many columns have a value.
     *
     * @param number the number of the value
     * @return at least 1
     */
    public int count(int number) {
        return counts[number];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("DistinctValues");
        for (int number = 0; number < counts.length; number++) {
            text.append(number == 0 ? " " : ", ")
                    .append(counts[number])
                    .append(" x ")
                    .append(values.get(number));
        }
        return text.toString();
    }
}
