package io.drift.core.comparison;

import io.drift.core.fact.FactRow;
import java.util.BitSet;
import java.util.List;
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
 * @param options for a multi-valued row, its different values; else empty
 */
record ComparedRow(
        FactRow row,
        ComparisonState state,
        BitSet obfuscated,
        BitSet setAside,
        BitSet notLookedAt,
        @Nullable BitSet likeReference,
        List<ValueOption> options) {

    /** A row of single texts whose cells have no state. */
    static ComparedRow of(FactRow row, ComparisonState state, BitSet obfuscated, BitSet setAside, BitSet notLookedAt) {
        return new ComparedRow(row, state, obfuscated, setAside, notLookedAt, null, List.of());
    }

    @Nullable
    ComparisonState cellState(int column) {
        if (likeReference == null || setAside.get(column)) {
            return null;
        }
        return likeReference.get(column) ? ComparisonState.SAME : ComparisonState.DIFFERENT;
    }
}
