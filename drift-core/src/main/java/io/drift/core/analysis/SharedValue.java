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
    private final BitSet columns;
    private final int count;

    /**
     * A value.
     *
     * @param columns not copied
     */
    SharedValue(@Nullable FactValue value, BitSet columns, int count) {
        this.value = value;
        this.columns = columns;
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
     * @return a copy: the numbers of the columns
     */
    public BitSet columns() {
        return (BitSet) columns.clone();
    }

    @Override
    public String toString() {
        return (value == null ? "(missing)" : value) + ": " + columns;
    }
}
