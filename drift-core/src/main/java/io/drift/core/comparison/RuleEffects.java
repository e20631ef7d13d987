package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRow;
import io.drift.core.policy.PolicyEntry;
import io.drift.core.policy.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what each rule of a policy hides, while the rows of a report are selected. */
final class RuleEffects {

    /** Without a policy nothing is hidden. */
    static final RuleEffects NONE = new RuleEffects(List.of());

    private final Map<RuleId, Tally> byRule = new TreeMap<>();

    /** What is counted of a rule. */
    private static final class Tally {

        private final PolicyEntry rule;
        private final List<FactName> notSame = new ArrayList<>();
        private int chosen;
        private int facts;

        Tally(PolicyEntry rule) {
            this.rule = rule;
        }
    }

    RuleEffects(List<PolicyEntry> rules) {
        for (PolicyEntry rule : rules) {
            byRule.put(rule.id(), new Tally(rule));
            if (rule.id().list() == RuleId.Of.ONLY) {
                RuleId list = new RuleId(RuleId.Of.ONLY, 0);
                byRule.computeIfAbsent(list, any -> new Tally(new PolicyEntry(list, "", "not in only")));
            }
        }
    }

    /** Counts that a pattern chooses a fact. */
    void countChosen(PolicyEntry rule) {
        tally(rule.id()).chosen++;
    }

    private Tally tally(RuleId rule) {
        Tally tally = byRule.get(rule);
        if (tally == null) {
            throw new IllegalArgumentException("no rule of the policy: " + rule);
        }
        return tally;
    }

    /** Whether a rule hides a row; such a row is counted. */
    boolean hides(FactRow row, RowComparer comparer) {
        RuleId rule = comparer.treatmentOf(row.name()).hiddenBy().orElse(null);
        if (rule != null) {
            count(rule, row, comparer.compareWithoutPolicy(row).state());
        }
        return rule != null;
    }

    /** Counts a row that is the SAME because of a rule. */
    void countSame(FactRow row, RowComparer comparer) {
        if (comparer.treatmentOf(row.name()).isOfValues()) {
            ComparedRow compared = comparer.compare(row);
            RuleId by = compared.ruled() == null ? null : compared.ruled().by();
            if (by != null && compared.state() == ComparisonState.SAME) {
                count(by, row, comparer.compareWithoutPolicy(row).state());
            }
        }
    }

    private void count(RuleId rule, FactRow row, ComparisonState without) {
        Tally tally = tally(rule);
        tally.facts++;
        if (without != ComparisonState.SAME) {
            tally.notSame.add(row.name());
        }
    }

    List<RuleEffect> all() {
        return byRule.values().stream()
                .map(tally -> new RuleEffect(tally.rule, tally.chosen, tally.facts, tally.notSame))
                .toList();
    }
}
