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
 * @param likeReference the columns that agree with the reference; null if the cells have no state
 * @param options for a multi-valued row, its different values; else empty
 */
record ComparedRow(
        FactRow row,
        ComparisonState state,
        BitSet obfuscated,
        @Nullable BitSet likeReference,
        List<ValueOption> options) {

    @Nullable
    ComparisonState cellState(int column) {
        if (likeReference == null || obfuscated.get(column)) {
            return null;
        }
        return likeReference.get(column) ? ComparisonState.SAME : ComparisonState.DIFFERENT;
    }
}
