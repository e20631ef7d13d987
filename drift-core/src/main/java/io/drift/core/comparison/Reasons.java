package io.drift.core.comparison;

import io.drift.core.fact.DistinctValues;
import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Why a fact is not the same everywhere.
 *
 * @param fact the fact
 */
record Reasons(FactComparison fact) {

    SortedSet<DifferenceReason> all() {
        SortedSet<DifferenceReason> reasons = new TreeSet<>();
        if (fact.state() != ComparisonState.SAME) {
            addDifferences(reasons);
        }
        BitSet aside = fact.setAside();
        for (int column = aside.nextSetBit(0); column >= 0; column = aside.nextSetBit(column + 1)) {
            reasons.add(fact.isObfuscated(column) ? DifferenceReason.HIDDEN : DifferenceReason.NOT_LOOKED_AT);
        }
        fact.changedBy().map(DifferenceReason::rule).ifPresent(reasons::add);
        return reasons;
    }

    private void addDifferences(SortedSet<DifferenceReason> reasons) {
        DistinctValues values = fact.distinctValues();
        int present = 0;
        boolean shared = false;
        for (int number = 0; number < values.size(); number++) {
            boolean isPresent = values.value(number) != null;
            present += isPresent ? 1 : 0;
            shared |= isPresent && values.count(number) > 1;
        }
        if (present < values.size() && present > 0) {
            reasons.add(DifferenceReason.MISSING);
        }
        if (fact.isExpectedToAgree()) {
            if (present > 1) {
                reasons.add(DifferenceReason.VALUE);
            }
        } else if (fact.state() == ComparisonState.DIFFERENT) {
            reasons.add(shared ? DifferenceReason.SHARED_UNIQUE : DifferenceReason.CHANGED_IN_TIME);
        }
    }
}
