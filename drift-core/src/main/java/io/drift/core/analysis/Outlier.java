package io.drift.core.analysis;

import java.util.List;

/**
 * A machine and how odd it is.
 *
 * <pre>{@code
 * Outlier first = Outliers.of(report).list().get(0);
 * System.out.println(report.columns().get(first.column()).name() + ": " + first.reasons());
 * }</pre>
 *
 * @param rank its place among the machines, from 1; machines of one place are tied
 * @param column the number of its column in the report
 * @param score the sum of its three best reasons, in bits; 0 for a machine that is as its peers
 * @param reasons the oddest first
 */
public record Outlier(int rank, int column, double score, List<OutlierReason> reasons) {

    /** Copies the list, but for one that cannot change. */
    public Outlier {
        reasons = reasons instanceof OutlierReasons ? reasons : List.copyOf(reasons);
    }
}
