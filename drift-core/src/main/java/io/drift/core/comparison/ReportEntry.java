package io.drift.core.comparison;

/** An entry at the top level of a report: a single fact, or a group of facts. A view over the table, immutable. */
public sealed interface ReportEntry permits FactComparison, FactGroup {

    /**
     * The name of the single fact or of the group.
     *
     * @return a text without a dot
     */
    String name();

    /**
     * Its state.
     *
     * @return never null
     */
    ComparisonState state();
}
