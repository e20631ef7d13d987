package io.drift.core.analysis;

import java.util.List;

/**
 * A group of facts, and which columns are the same in it.
 *
 * <pre>{@code
 * for (GroupClusters group : Clusters.of(report).groups()) {
 *     System.out.println(group.name() + ": " + group.clusters().size() + " kinds of machines");
 * }
 * }</pre>
 *
 * @param name the group's name, such as {@code installed_packages}
 * @param clusters the largest first, then in the order of the columns
 * @param unknown the numbers of columns that did not look at all facts of the group, or hid some
 */
public record GroupClusters(String name, List<Cluster> clusters, List<Integer> unknown) {

    /** Copies the lists. */
    public GroupClusters {
        clusters = List.copyOf(clusters);
        unknown = List.copyOf(unknown);
    }
}
