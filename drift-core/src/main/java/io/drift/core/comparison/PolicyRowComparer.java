package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactTable;
import io.drift.core.policy.FactTreatment;
import io.drift.core.policy.Policy;
import io.drift.core.policy.RuleId;
import io.drift.core.policy.RuleSetting;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares rows as other rules do, but for the facts of which a policy says something: there, values that are the same under it
 * become one before they are compared. What the policy says of a fact is worked out once.
 */
final class PolicyRowComparer extends RowComparer {

    private final RowComparer plain;
    private final RowComparer ruled;
    private final Map<FactName, FactTreatment> treatments;
    private final RuleEffects effects;

    private PolicyRowComparer(
            RowComparer plain, Map<FactName, FactTreatment> treatments, RuleEffects effects, boolean notifying) {
        super(plain.columns, plain.rules);
        this.plain = plain;
        this.treatments = treatments;
        this.effects = effects;
        this.ruled = of(columns, rules.withTreatments(this::treatmentOf), notifying);
    }

    static PolicyRowComparer of(RowComparer plain, Policy policy, FactTable table, boolean notifying) {
        Map<FactName, FactTreatment> treatments = new HashMap<>();
        RuleEffects effects = new RuleEffects(policy.entries());
        for (int row = 0; row < table.rows(); row++) {
            FactName name = table.name(row);
            BitSet choosing = policy.choosing(name);
            FactTreatment treatment = policy.treatmentBy(choosing);
            if (treatment != FactTreatment.NONE) {
                treatments.put(name, treatment);
            }
            policy.choosing(name).stream()
                    .mapToObj(number -> policy.entries().get(number))
                    .forEach(effects::countChosen);
        }
        return new PolicyRowComparer(plain, treatments, effects, notifying);
    }

    @Override
    FactTreatment treatmentOf(FactName fact) {
        return treatments.getOrDefault(fact, FactTreatment.NONE);
    }

    @Override
    boolean hasRuleFor(FactName fact) {
        return ruled.rules.hasRuleFor(fact);
    }

    @Override
    RuleEffects ruleEffects() {
        return effects;
    }

    @Override
    ComparedRow compareWithoutPolicy(FactRow row) {
        return plain.compare(row);
    }

    @Override
    ComparedRow compare(FactRow row, ComparisonState state) {
        return treatmentOf(row.name()).isOfValues() ? compare(row) : plain.compare(row, state);
    }

    @Override
    ComparedRow compare(FactRow row) {
        FactTreatment treatment = treatmentOf(row.name());
        ComparedRow written = plain.compare(row);
        if (!treatment.isOfValues()) {
            return written;
        }
        FactRow merged = merged(row, treatment, written.setAside());
        ComparedRow compared = ruled.compare(merged);
        RuleId by = compared.state() == written.state()
                ? null
                : cause(row, treatment, written.setAside(), compared.state());
        return new ComparedRow(
                row,
                compared.state(),
                written.obfuscated(),
                written.setAside(),
                written.notLookedAt(),
                compared.likeReference(),
                () -> options(written, compared.state()),
                new ComparedRow.Ruled(merged, by));
    }

    private FactRow merged(FactRow row, FactTreatment treatment, BitSet setAside) {
        return new MergedRow(row, columns.containsReference() ? columns.reference() : Columns.NONE, setAside)
                .under(treatment);
    }

    /** The first rule that comes to the same alone; if it takes several, the last of them. */
    private RuleId cause(FactRow row, FactTreatment treatment, BitSet setAside, ComparisonState state) {
        Optional<RuleId> alone = treatment.ruleOf(RuleSetting.NeverDiffers.class);
        if (alone.isEmpty() && ruled.compare(row).state() == state) {
            alone = treatment.uniqueBy();
        }
        List<RuleId> rules = treatment.rulesOfValues();
        return alone.or(() -> rules.stream()
                        .filter(rule -> ruled.compare(merged(row, treatment.only(rule), setAside))
                                        .state()
                                == state)
                        .findFirst())
                .orElseGet(() -> rules.get(rules.size() - 1));
    }

    /** What is the same under a policy, is so in each of its values. */
    private List<ValueOption> options(ComparedRow written, ComparisonState state) {
        if (state != ComparisonState.SAME) {
            return written.options();
        }
        BitSet all = new BitSet(columns.size());
        all.set(0, columns.size());
        return written.options().stream()
                .map(option -> option.withLikeReference(all))
                .toList();
    }

    @Override
    BitSet hiddenIn(FactRow row) {
        return plain.hiddenIn(row);
    }

    @Override
    BitSet setAsideIn(BitSet hidden, BitSet notLookedAt) {
        return plain.setAsideIn(hidden, notLookedAt);
    }

    @Override
    boolean looksAtEverything() {
        return plain.looksAtEverything();
    }

    @Override
    BitSet notLookedAtIn(FactRow row) {
        return plain.notLookedAtIn(row);
    }

    @Override
    boolean isComparable(BitSet notLookedAt) {
        return plain.isComparable(notLookedAt);
    }

    @Override
    boolean isOfInterest(FactTable table, int row) {
        return plain.isOfInterest(table, row);
    }
}
