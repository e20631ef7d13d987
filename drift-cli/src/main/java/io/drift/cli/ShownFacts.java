package io.drift.cli;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.PackageStates;
import io.drift.core.source.FactSource;
import io.drift.core.version.PackageState;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which facts of a report are shown. All of them are compared and counted nevertheless. */
final class ShownFacts implements Predicate<FactComparison> {

    private static final int NONE = -1;

    private final List<FactSource> sources;
    private final int reference;
    private final boolean onlyDifferent;
    private final Set<ShownState> states;
    private final PackageStates packages;

    /**
     * A choice.
     *
     * @param report whose facts they are
     * @param referenceId the id of the column with which the others are compared; null for none
     * @param onlyDifferent whether to leave out what is the same
     * @param states one of them must be so of a fact; empty for any
     */
    ShownFacts(ComparisonReport report, @Nullable String referenceId, boolean onlyDifferent, Set<ShownState> states) {
        this.sources = report.columns();
        this.reference = IntStream.range(0, sources.size())
                .filter(column -> sources.get(column).id().equals(referenceId))
                .reduce(NONE, (before, column) -> column);
        this.onlyDifferent = onlyDifferent;
        this.states = states;
        this.packages = PackageStates.of(report);
    }

    /** How the packages stand to each other. */
    PackageStates packages() {
        return packages;
    }

    /** The report with these facts only. */
    ComparisonReport of(ComparisonReport report) {
        ComparisonReport some = onlyDifferent ? report.onlyDifferences() : report;
        return states.isEmpty() ? some : some.onlyFacts(this);
    }

    boolean showsSame() {
        return !onlyDifferent && (states.isEmpty() || states.contains(ShownState.SAME));
    }

    @Override
    public boolean test(FactComparison fact) {
        if (fact.state() == ComparisonState.SAME) {
            return showsSame();
        }
        return states.isEmpty() || states.stream().anyMatch(state -> isSo(state, fact));
    }

    private boolean isSo(ShownState state, FactComparison fact) {
        return switch (state) {
            case OLDER -> has(PackageState.OLDER, fact);
            case NEWER -> has(PackageState.NEWER, fact);
            case MIXED -> has(PackageState.MIXED, fact);
            case MISSING -> (reference == NONE || hasValue(reference, fact)) && anyColumn(this::lacksValue, fact);
            case EXTRA -> reference != NONE && lacksValue(reference, fact) && anyColumn(this::hasValue, fact);
            case DIFFERENT -> fact.state() == ComparisonState.DIFFERENT;
            case INCOMPLETE -> fact.state() != ComparisonState.DIFFERENT;
            case SAME -> false;
        };
    }

    private boolean has(PackageState state, FactComparison fact) {
        return packages.of(fact).contains(state);
    }

    /** What is known of a column in a fact. */
    @FunctionalInterface
    private interface OfColumn {
        boolean test(int column, FactComparison fact);
    }

    private boolean anyColumn(OfColumn test, FactComparison fact) {
        return IntStream.range(0, sources.size()).anyMatch(column -> test.test(column, fact));
    }

    private boolean hasValue(int column, FactComparison fact) {
        return fact.value(column) != null;
    }

    private boolean lacksValue(int column, FactComparison fact) {
        return fact.value(column) == null && fact.isLookedAt(column) && SkippedParts.hasProfile(sources.get(column));
    }

    /**
     * For the end of a summary, with a blank in front.
     *
     * @param facts how many are shown
     * @return empty if no word chooses them
     */
    String summary(int facts) {
        return states.isEmpty()
                ? ""
                : " Shown: " + (facts == 0 ? "none" : facts + (facts == 1 ? " fact" : " facts"))
                        + states.stream()
                                .sorted()
                                .map(ShownState::toString)
                                .collect(Collectors.joining(", ", " (--only ", ")."));
    }
}
