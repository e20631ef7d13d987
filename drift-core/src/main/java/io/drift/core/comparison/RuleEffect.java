package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.policy.PolicyEntry;
import java.util.List;

/**
 * What a rule of a policy hides: facts that a report does not show because of it, or differences that are the SAME because of it.
 *
 * <pre>{@code
 * for (RuleEffect effect : report.omissions().byRules()) {
 *     System.out.println(effect.rule().words() + ": " + effect.facts() + " facts, " + effect.notSame().size() + " differ");
 * }
 * }</pre>
 *
 * @param rule the rule
 * @param chosen how many facts its pattern chooses, also those that another rule decides
 * @param facts how many facts it hides or makes the SAME
 * @param notSame those of them that would not be the SAME without the policy, in the order of a report
 */
public record RuleEffect(PolicyEntry rule, int chosen, int facts, List<FactName> notSame) {

    /** Copies the list. */
    public RuleEffect {
        notSame = List.copyOf(notSame);
    }
}
