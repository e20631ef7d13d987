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
 * @param byRules what the rules of a policy hide, one for each rule in their order, also for rules that hide nothing
 */
public record Omissions(
        int notComparable, List<NotLookedAt> notLookedAt, List<LeftOut> leftOut, List<RuleEffect> byRules) {

    /**
     * Without a policy.
     *
     * @param notComparable how many facts are not in the report
     * @param notLookedAt the sources that did not look at everything
     * @param leftOut the facts that the lists of the rules leave out
     */
    public Omissions(int notComparable, List<NotLookedAt> notLookedAt, List<LeftOut> leftOut) {
        this(notComparable, notLookedAt, leftOut, List.of());
    }

    /** Copies the lists. */
    public Omissions {
        notLookedAt = List.copyOf(notLookedAt);
        leftOut = List.copyOf(leftOut);
        byRules = List.copyOf(byRules);
    }
}
