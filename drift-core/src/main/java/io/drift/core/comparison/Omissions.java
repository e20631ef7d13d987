package io.drift.core.comparison;

import java.util.List;

/**
 * What a report does not tell of facts that some source has: so that nobody takes it for the same.
 *
 * <pre>{@code
 * if (!report.hasDifferences() && report.omissions().notLookedAt().isEmpty()) {
 *     System.out.println("nothing differs");
 * }
 * }</pre>
 *
 * @param notComparable how many facts are not in the report, because fewer than two sources looked at them
 * @param notLookedAt the sources that did not look at everything, in the order of the columns; where two others did, the
 *     fact is in the report
 * @param leftOut the facts that the lists of the rules leave out, one for each list, in their order; see
 *     {@link FactRules#withLeftOut}
 */
public record Omissions(int notComparable, List<NotLookedAt> notLookedAt, List<LeftOut> leftOut) {

    /** Copies the lists. */
    public Omissions {
        notLookedAt = List.copyOf(notLookedAt);
        leftOut = List.copyOf(leftOut);
    }
}
