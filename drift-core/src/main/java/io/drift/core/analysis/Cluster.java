package io.drift.core.analysis;

import java.util.List;

/**
 * Columns that are the same in all facts of a group. Immutable.
 *
 * <pre>{@code
 * boolean same = before.fingerprint().equals(after.fingerprint());
 * }</pre>
 */
public final class Cluster {

    private final Fingerprints fingerprints;
    private final int number;
    private final List<Integer> columns;

    Cluster(Fingerprints fingerprints, int number, List<Integer> columns) {
        this.fingerprints = fingerprints;
        this.number = number;
        this.columns = List.copyOf(columns);
    }

    /**
     * Names and values of the facts that the columns have, as one text: the same in every report that shows the same facts
     * of them. Worked out when it is asked for.
     *
     * @return {@code sha256:} and 64 hexadecimal digits
     */
    public String fingerprint() {
        return fingerprints.of(number);
    }

    /**
     * The columns.
     *
     * @return their numbers in the report, rising
     */
    public List<Integer> columns() {
        return columns;
    }

    @Override
    public String toString() {
        return "Cluster " + columns;
    }
}
