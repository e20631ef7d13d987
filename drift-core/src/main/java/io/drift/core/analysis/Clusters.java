package io.drift.core.analysis;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.FactGroup;
import io.drift.core.source.FactSource;
import io.drift.core.source.SourceKind;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which columns are the same, group of facts by group of facts. What names a machine, and what never differs, does not count;
 * baselines are in no cluster. Immutable.
 *
 * <pre>{@code
 * for (GroupClusters group : Clusters.of(report).groups()) {
 *     System.out.println(group.name() + " " + group.clusters().get(0).columns().size() + " are the same");
 * }
 * }</pre>
 */
public final class Clusters {

    private final ComparisonReport report;
    private final List<GroupClusters> groups;

    private Clusters(ComparisonReport report) {
        this.report = report;
        BitSet baselines = new BitSet();
        for (int column = 0; column < report.columns().size(); column++) {
            baselines.set(column, report.columns().get(column).kind() == SourceKind.BASELINE);
        }
        this.groups = report.facts().stream()
                .filter(FactGroup.class::isInstance)
                .map(FactGroup.class::cast)
                .filter(group -> facts(group).findAny().isPresent())
                .map(group -> clusters(group, report.columns().size(), baselines))
                .toList();
    }

    /**
     * The clusters of a report.
     *
     * @param report with all of its facts: else columns count as the same that differ elsewhere
     * @return the clusters
     */
    public static Clusters of(ComparisonReport report) {
        return new Clusters(report);
    }

    private static GroupClusters clusters(FactGroup group, int columns, BitSet baselines) {
        ClusterPartition partition = new ClusterPartition(columns, baselines);
        facts(group).forEach(fact -> partition.split(fact.distinctValues()));
        Supplier<Stream<FactComparison>> again = () -> facts(group);
        return new GroupClusters(group.name(), partition.clusters(again), partition.unknown());
    }

    private static Stream<FactComparison> facts(FactGroup group) {
        return group.comparisons().stream().filter(FactComparison::isExpectedToAgree);
    }

    /**
     * The groups of facts, in the order of the report.
     *
     * @return immutable
     */
    public List<GroupClusters> groups() {
        return groups;
    }

    /**
     * The columns, by whose numbers clusters name them.
     *
     * @return immutable
     */
    public List<FactSource> columns() {
        return report.columns();
    }

    @Override
    public String toString() {
        return "Clusters " + groups;
    }
}
