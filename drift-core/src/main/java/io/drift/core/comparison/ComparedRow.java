package io.drift.core.comparison;

import io.drift.core.fact.FactRow;
import io.drift.core.policy.RuleId;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link RowComparer} found out about a row.
 *
 * @param row the row
 * @param state its state
 * @param obfuscated the columns whose value was hidden
 * @param setAside the columns that take no part: those whose value was hidden, those without a profile, and those that did
 *     not look at the fact
 * @param notLookedAt the columns that did not look at the fact
 * @param likeReference the columns that agree with the reference; null if the cells have no state
 * @param optionsOnDemand for a multi-valued row, finds its different values, which few ask for; else finds none
 * @param ruled what a policy made of it; null if it says nothing of the fact
 */
record ComparedRow(
        FactRow row,
        ComparisonState state,
        BitSet obfuscated,
        BitSet setAside,
        BitSet notLookedAt,
        @Nullable BitSet likeReference,
        Supplier<List<ValueOption>> optionsOnDemand,
        @Nullable Ruled ruled) {

    private static final Supplier<List<ValueOption>> NO_OPTIONS = List::of;

    /**
     * What a policy made of it.
     *
     * @param row the row, in which values have become one that are the same under the policy
     * @param by the rule without which the state would be another one; null if there is none
     */
    record Ruled(FactRow row, @Nullable RuleId by) {}

    /** A row of which no policy says anything. */
    ComparedRow(
            FactRow row,
            ComparisonState state,
            BitSet obfuscated,
            BitSet setAside,
            BitSet notLookedAt,
            @Nullable BitSet likeReference,
            Supplier<List<ValueOption>> optionsOnDemand) {
        this(row, state, obfuscated, setAside, notLookedAt, likeReference, optionsOnDemand, null);
    }

    /** The row whose values are compared; those that are shown are of {@link #row}. */
    FactRow rowOfComparison() {
        return ruled == null ? row : ruled.row();
    }

    /** A row of single texts whose cells have no state. */
    static ComparedRow of(FactRow row, ComparisonState state, BitSet obfuscated, BitSet setAside, BitSet notLookedAt) {
        return new ComparedRow(row, state, obfuscated, setAside, notLookedAt, null, NO_OPTIONS);
    }

    /** The different values of a multi-valued row, found again each time; else empty. */
    List<ValueOption> options() {
        return optionsOnDemand.get();
    }

    @Nullable
    ComparisonState cellState(int column) {
        if (likeReference == null || setAside.get(column)) {
            return null;
        }
        return likeReference.get(column) ? ComparisonState.SAME : ComparisonState.DIFFERENT;
    }
}
