package io.drift.cli;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.FactCondition;
import io.drift.core.comparison.FactSelection;
import io.drift.core.comparison.PackageStates;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which facts of a report are shown.
 *
 * @param selection which are selected by conditions
 * @param onlyDifferent whether to leave out what is the same
 * @param conditions those of the selection; empty for none
 */
record ShownFacts(FactSelection selection, boolean onlyDifferent, Set<FactCondition> conditions)
        implements Predicate<FactComparison> {

    /** How the packages stand to each other. */
    PackageStates packages() {
        return selection.packages();
    }

    /** The report with these facts only. */
    ComparisonReport of(ComparisonReport report) {
        return selection.in(onlyDifferent ? report.onlyDifferences() : report);
    }

    @Override
    public boolean test(FactComparison fact) {
        return (fact.state() != ComparisonState.SAME || showsSame()) && selection.test(fact);
    }

    boolean showsSame() {
        return !onlyDifferent && (conditions.isEmpty() || conditions.contains(FactCondition.SAME));
    }

    /**
     * For the end of a summary, with a blank in front.
     *
     * @param facts how many are shown
     * @return empty if no word chooses them
     */
    String summary(int facts) {
        return conditions.isEmpty()
                ? ""
                : " Shown: " + (facts == 0 ? "none" : facts + (facts == 1 ? " fact" : " facts"))
                        + conditions.stream()
                                .sorted()
                                .map(FactCondition::word)
                                .collect(Collectors.joining(", ", " (--only ", ")."));
    }
}
