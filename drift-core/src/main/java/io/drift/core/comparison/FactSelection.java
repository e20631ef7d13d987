package io.drift.core.comparison;

import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.InventorySystem;
import io.drift.core.version.PackageState;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which facts of a report are shown: those of which one of some conditions is so. All of them are compared and counted
 * nevertheless. Immutable.
 *
 * <pre>{@code
 * FactSelection older = FactSelection.of(report, report.columns().get(0).id(), Set.of(FactCondition.OLDER));
 * ComparisonReport shown = older.in(report);
 * }</pre>
 */
public final class FactSelection implements Predicate<FactComparison> {

    private static final int NONE = -1;

    private final List<FactSource> sources;
    private final int reference;
    private final Set<FactCondition> conditions;
    private final PackageStates packages;

    private FactSelection(
            ComparisonReport report,
            @Nullable String referenceId,
            Set<FactCondition> conditions,
            PackageStates packages) {
        this.sources = report.columns();
        this.reference = IntStream.range(0, sources.size())
                .filter(column -> sources.get(column).id().equals(referenceId))
                .reduce(NONE, (before, column) -> column);
        this.conditions = Set.copyOf(conditions);
        this.packages = packages;
    }

    /**
     * A selection.
     *
     * @param report whose facts they are
     * @param referenceId the id of the column with which the others are compared; null for none
     * @param conditions one of them must be so of a fact; empty for any fact
     * @return for this report and those that have fewer of its facts
     */
    public static FactSelection of(
            ComparisonReport report, @Nullable String referenceId, Set<FactCondition> conditions) {
        return new FactSelection(report, referenceId, conditions, PackageStates.of(report));
    }

    /**
     * How the packages stand to each other.
     *
     * @return those of the report
     */
    public PackageStates packages() {
        return packages;
    }

    /**
     * The selected facts.
     *
     * @param report all of them
     * @return the report itself if there are no conditions
     */
    public ComparisonReport in(ComparisonReport report) {
        return conditions.isEmpty() ? report : report.onlyFacts(this);
    }

    @Override
    public boolean test(FactComparison fact) {
        if (conditions.isEmpty()) {
            return true;
        }
        if (fact.state() == ComparisonState.SAME) {
            return conditions.contains(FactCondition.SAME);
        }
        return conditions.stream().anyMatch(condition -> isSo(condition, fact));
    }

    private boolean isSo(FactCondition state, FactComparison fact) {
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
        return fact.value(column) == null && fact.isLookedAt(column) && hasProfile(sources.get(column));
    }

    private static boolean hasProfile(FactSource source) {
        if (source instanceof InventorySystem system) {
            return system.profile().exists();
        }
        return !(source instanceof HistoricalProfile history)
                || history.profile().exists();
    }
}
