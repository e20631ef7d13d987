package io.drift.json.page;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.FactGroup;
import io.drift.core.comparison.ReportEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts that stand under one heading.
 *
 * @param title what the facts belong to
 * @param facts at least one
 */
record FactSection(String title, List<FactComparison> facts) {

    private static final String OTHERS = "other facts";

    /** What is not the same everywhere, in the order of the report; facts without a group come last. */
    static List<FactSection> differences(ComparisonReport report) {
        List<FactSection> sections = new ArrayList<>();
        List<FactComparison> others = new ArrayList<>();
        for (ReportEntry entry : report.onlyDifferences().facts()) {
            if (entry instanceof FactGroup group) {
                sections.add(new FactSection(group.name(), group.comparisons()));
            } else if (entry instanceof FactComparison fact) {
                others.add(fact);
            }
        }
        if (!others.isEmpty()) {
            sections.add(new FactSection(OTHERS, others));
        }
        return sections;
    }
}
