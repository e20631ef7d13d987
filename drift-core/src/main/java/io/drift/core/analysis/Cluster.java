package io.drift.core.analysis;

import java.util.List;

/**
 * Columns that are the same in all facts of a group.
 *
 * <pre>{@code
 * boolean same = before.fingerprint().equals(after.fingerprint());
 * }</pre>
 *
 * @param fingerprint {@code sha256:} and 64 hexadecimal digits over the names and values that they have: the same in every
 *     report that shows the same facts of them
 * @param columns the numbers of the columns in the report, rising
 */
public record Cluster(String fingerprint, List<Integer> columns) {

    /** Copies the list. */
    public Cluster {
        columns = List.copyOf(columns);
    }
}
