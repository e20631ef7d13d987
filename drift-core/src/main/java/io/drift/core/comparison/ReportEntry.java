package io.drift.core.comparison;

/**
 * An entry at the top level of a report: a single fact, or a group of facts. A view over the table, immutable.
 *
 * <pre>{@code
 * for (ReportEntry entry : report.facts()) {
 *     String size = entry instanceof FactGroup group ? " in " + group.comparisons().size() + " facts" : "";
 *     System.out.println(entry.name() + " " + entry.state() + size);
 * }
 * }</pre>
 */
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
