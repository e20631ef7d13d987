package io.drift.core.comparison;

import io.drift.core.fact.DistinctValues;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The different values of a fact, found when somebody asks; whoever asks at the same time finds the same.
 *
 * @param all those of all rows of a table, null where nobody has asked
 * @param row the row of the fact
 */
record KnownValues(@Nullable DistinctValues[] all, int row) {

    DistinctValues orElse(Supplier<DistinctValues> finding) {
        DistinctValues known = all[row];
        if (known == null) {
            known = finding.get();
            all[row] = known;
        }
        return known;
    }
}
