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
 * @param setAside the columns that were not looked at, those whose value was hidden included
 * @param likeReference the columns that agree with the reference; null if the cells have no state
 * @param options for a multi-valued row, its different values; else empty
 */
record ComparedRow(
        FactRow row,
        ComparisonState state,
        BitSet obfuscated,
        BitSet setAside,
        @Nullable BitSet likeReference,
        List<ValueOption> options) {

    /** A row of single texts whose cells have no state. */
    static ComparedRow of(FactRow row, ComparisonState state, BitSet obfuscated, BitSet setAside) {
        return new ComparedRow(row, state, obfuscated, setAside, null, List.of());
    }

    @Nullable
    ComparisonState cellState(int column) {
        if (likeReference == null || setAside.get(column)) {
            return null;
        }
        return likeReference.get(column) ? ComparisonState.SAME : ComparisonState.DIFFERENT;
    }
}
