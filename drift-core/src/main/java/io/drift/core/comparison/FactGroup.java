package io.drift.core.comparison;

import java.util.List;

/**
 * The facts of a group.
 *
 * @param name the group's name
 * @param state one state for all of them
 * @param comparisons its members sorted by name; a view that compares while it is read
 */
public record FactGroup(String name, ComparisonState state, List<FactComparison> comparisons) implements ReportEntry {

    @Override
    public String toString() {
        return name + " " + state + " (" + comparisons.size() + " facts)";
    }
}
