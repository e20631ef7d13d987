package io.drift.core.analysis;

import io.drift.core.fact.FactValue;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A value of a fact and the columns that have it. Immutable.
 *
 * <pre>{@code
 * for (SharedValue value : facts.values()) {
 *     System.out.println(value.count() + " have " + value.value());
 * }
 * }</pre>
 */
public final class SharedValue {

    private final @Nullable FactValue value;
    /** The columns, from {@link #from} on; those of other values may stand before and behind. */
    private final int[] columns;

    private final int from;
    private final int count;

    /**
     * A value.
     *
     * @param columns not copied
     */
    SharedValue(@Nullable FactValue value, int[] columns, int from, int count) {
        this.value = value;
        this.columns = columns;
        this.from = from;
        this.count = count;
    }

    /**
     * The value.
     *
     * @return null if it is missing
     */
    public @Nullable FactValue value() {
        return value;
    }

    /**
     * How many columns have it.
     *
     * @return at least 1
     */
    public int count() {
        return count;
    }

    /**
     * Which columns have it.
     *
     * @return the numbers of the columns; a new set
     */
    public BitSet columns() {
        BitSet numbers = new BitSet();
        for (int place = from; place < from + count; place++) {
            numbers.set(columns[place]);
        }
        return numbers;
    }

    @Override
    public String toString() {
        return (value == null ? "(missing)" : value) + ": " + columns();
    }
}
