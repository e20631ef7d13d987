package io.drift.core.fact;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
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

    private final int[] numbers;
    private final List<@Nullable FactValue> values;
    private final int[] counts;

    private DistinctValues(int[] numbers, List<@Nullable FactValue> values) {
        this.numbers = numbers;
        this.values = values;
        this.counts = new int[values.size()];
        for (int number : numbers) {
            if (number != UNKNOWN) {
                counts[number]++;
            }
        }
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
        return new DistinctValues(numbers.clone(), Collections.unmodifiableList(values));
    }

    /** Those of a row, in the order in which the columns have them. */
    static DistinctValues of(FactRow row, BitSet unknown) {
        SymbolNumbers symbols = new SymbolNumbers();
        int[] numbers = new int[row.columns()];
        for (int column = 0; column < numbers.length; column++) {
            numbers[column] = unknown.get(column) ? UNKNOWN : symbols.numberOf(row.symbol(column));
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
        return numbers.length;
    }

    /**
     * The number of a column's value.
     *
     * @param column its number
     * @return from 0, or {@link #UNKNOWN}
     */
    public int number(int column) {
        return numbers[column];
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
