package io.drift.core.analysis;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import org.jspecify.annotations.Nullable;

/**
 * A value to which machines deviate in a fact.
 *
 * @param all all deviations in the fact
 * @param number the number of the value
 * @param score how odd it is, in bits
 * @param categoryRate which part of the machines deviates, on the average, in a fact of its category: where that is less, a
 *     deviation says more
 */
record Deviation(Deviations all, int number, double score, double categoryRate) {

    FactName fact() {
        return all.fact().name();
    }

    @Nullable
    FactValue value() {
        return all.fact().values().value(number);
    }

    /** How many machines deviate so. */
    int count() {
        return all.count(number);
    }

    /** Whether nothing tells which of two is odder. */
    boolean isTiedWith(Deviation other) {
        return score == other.score && categoryRate == other.categoryRate;
    }

    OddValue odd() {
        return new OddValue(value(), count() - 1, all.fact().known() - 1, score);
    }

    /** What is usual in a group; null if nothing is. */
    @Nullable
    Usual usual(int group) {
        int usual = all.usual(group);
        return usual == Deviations.NONE
                ? null
                : new Usual(all.fact().values().value(usual), all.usualCount(group), all.known(group));
    }
}
