package io.drift.core.comparison;

import java.util.BitSet;

/**
 * One of the values of a multi-valued fact, and which columns have it. Immutable.
 *
 * <pre>{@code
 * for (ValueOption option : fact.options()) {
 *     System.out.println(option.text() + (option.isIn(0) ? " is" : " is not") + " in the first column");
 * }
 * }</pre>
 */
public final class ValueOption {

    private final String text;
    private final ComparisonState state;
    private final BitSet owners;
    private final BitSet same;

    ValueOption(String text, ComparisonState state, BitSet owners, BitSet same) {
        this.text = text;
        this.state = state;
        this.owners = owners;
        this.same = same;
    }

    /** The same with other states of the columns. */
    ValueOption withLikeReference(BitSet columns) {
        return new ValueOption(text, state, owners, columns);
    }

    /**
     * The value.
     *
     * @return a text, never null
     */
    public String text() {
        return text;
    }

    /**
     * Whether all columns have it.
     *
     * @return SAME if so, else DIFFERENT
     */
    public ComparisonState state() {
        return state;
    }

    /**
     * Whether a column has it.
     *
     * @param column its number
     * @return false if the source has other values only, or none
     */
    public boolean isIn(int column) {
        return owners.get(column);
    }

    /**
     * The state of a column in this value: against the reference, or that of the whole fact where there is none.
     *
     * @param column its number
     * @return SAME or DIFFERENT
     */
    public ComparisonState cellState(int column) {
        return same.get(column) ? ComparisonState.SAME : ComparisonState.DIFFERENT;
    }

    @Override
    public String toString() {
        return text + " " + state + " in columns " + owners;
    }
}
