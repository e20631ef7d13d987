package io.drift.core.analysis;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.source.FactSource;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which values exist, and who has which, fact by fact. A view over a report, immutable.
 *
 * <pre>{@code
 * for (FactValues fact : ValueGroups.of(report.onlyDifferences()).facts()) {
 *     System.out.println(fact.fact() + ": " + fact.values());
 * }
 * }</pre>
 */
public final class ValueGroups {

    /** Among so many columns, who has which value of a fact is found out for several facts at once. */
    private static final int MANY_COLUMNS = 100;

    private static final int FACTS_AT_ONCE = 64;

    private final ComparisonReport report;

    private ValueGroups(ComparisonReport report) {
        this.report = report;
    }

    /**
     * The values in a report.
     *
     * @param report a report under any rules
     * @return a view
     */
    public static ValueGroups of(ComparisonReport report) {
        return new ValueGroups(report);
    }

    /**
     * All facts of the report, in its order.
     *
     * @return a view; each fact is looked at while it is read, of 100 columns or more several at once on the threads of the
     *     common pool
     */
    public List<FactValues> facts() {
        List<FactComparison> facts = report.comparisons();
        return new AbstractList<>() {
            @Override
            public FactValues get(int index) {
                return FactValues.of(facts.get(index));
            }

            @Override
            public int size() {
                return facts.size();
            }

            @Override
            public Iterator<FactValues> iterator() {
                return report.columns().size() < MANY_COLUMNS ? super.iterator() : iteratorOfMany(facts);
            }
        };
    }

    /** Few facts at once, on all processors: the values of all facts would take too much memory. */
    private static Iterator<FactValues> iteratorOfMany(List<FactComparison> facts) {
        return IntStream.iterate(0, from -> from < facts.size(), from -> from + FACTS_AT_ONCE)
                .mapToObj(from -> facts.subList(from, Math.min(facts.size(), from + FACTS_AT_ONCE)))
                .flatMap(some -> some.parallelStream().map(FactValues::of).toList().stream())
                .iterator();
    }

    /**
     * The values of a fact.
     *
     * @param fact a fact of the report
     * @return its values
     */
    public FactValues valuesOf(FactComparison fact) {
        return FactValues.of(fact);
    }

    /**
     * A fact by its name.
     *
     * @param name the whole name
     * @return empty if the report does not show such a fact
     */
    public Optional<FactValues> fact(String name) {
        return report.fact(name).map(FactValues::of);
    }

    /**
     * The columns, by whose numbers values name those who have them.
     *
     * @return immutable
     */
    public List<FactSource> columns() {
        return report.columns();
    }

    @Override
    public String toString() {
        return "ValueGroups of " + report;
    }
}
