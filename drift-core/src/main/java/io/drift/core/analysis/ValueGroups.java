package io.drift.core.analysis;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.source.FactSource;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;

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
     * @return a view; each fact is looked at while it is read
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
        };
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
