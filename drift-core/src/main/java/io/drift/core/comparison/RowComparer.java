package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRow;
import io.drift.core.fact.FactTable;
import io.drift.core.policy.FactTreatment;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.FactSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Says how the columns of a row stand to each other. */
abstract class RowComparer {

    final Columns columns;
    final FactRules rules;

    RowComparer(Columns columns, FactRules rules) {
        this.columns = columns;
        this.rules = rules;
    }

    /**
     * The comparer for some rules.
     *
     * @param table what it will compare
     */
    static RowComparer of(Columns columns, FactRules rules, FactTable table, boolean notifying) {
        RowComparer plain = of(columns, rules, notifying);
        return rules.policy() == null ? plain : PolicyRowComparer.of(plain, rules.policy(), table, notifying);
    }

    /** The comparer for some rules, without their policy. */
    static RowComparer of(Columns columns, FactRules rules, boolean notifying) {
        return rules.isExact()
                ? new ExactRowComparer(columns, rules)
                : new ArchivedRowComparer(columns, rules, notifying);
    }

    abstract ComparedRow compare(FactRow row);

    /** As {@link #compare(FactRow)} for a row whose state is known: without a reference there is no more to find out. */
    ComparedRow compare(FactRow row, ComparisonState state) {
        if (row.isMultiValued() || columns.hasReference()) {
            return compare(row);
        }
        BitSet hidden = hiddenIn(row);
        BitSet notLookedAt = notLookedAtIn(row);
        return ComparedRow.of(row, state, hidden, setAsideIn(hidden, notLookedAt), notLookedAt);
    }

    /** Whether machines need not have the same value. */
    boolean hasRuleFor(FactName fact) {
        return rules.hasRuleFor(fact);
    }

    /** What a policy says of a fact. */
    FactTreatment treatmentOf(FactName fact) {
        return FactTreatment.NONE;
    }

    /** As {@link #compare(FactRow)} if there were no policy. */
    ComparedRow compareWithoutPolicy(FactRow row) {
        return compare(row);
    }

    /** Counts what the rules of a policy do. */
    RuleEffects ruleEffects() {
        return RuleEffects.NONE;
    }

    /** The columns whose value was hidden before it was uploaded. Not to be changed. */
    BitSet hiddenIn(FactRow row) {
        return rules.obfuscatedIn(row);
    }

    /** The columns that take no part, of which some were hidden or did not look at a fact. Not to be changed. */
    BitSet setAsideIn(BitSet hidden, BitSet notLookedAt) {
        return hidden;
    }

    /** Whether no column has a fact that it did not look at. */
    boolean looksAtEverything() {
        return true;
    }

    /** The columns whose value of a fact nobody knows, since nobody looked at it. Not to be changed. */
    BitSet notLookedAtIn(FactRow row) {
        return Coverage.NONE;
    }

    /**
     * Whether what columns say of a fact can be compared.
     *
     * @param notLookedAt the columns that did not look at it
     * @return false if fewer than two are left
     */
    boolean isComparable(BitSet notLookedAt) {
        return true;
    }

    /** Whether a row has something to compare. */
    abstract boolean isOfInterest(FactTable table, int row);

    /** What could not be looked at, in the order of the columns. */
    List<NotCompared> notCompared() {
        List<NotCompared> all = new ArrayList<>();
        for (FactSource source : columns.sources()) {
            RecordedProfile profile = Columns.profileOf(source);
            if (profile != null) {
                profile.skipped().forEach(part -> all.add(new NotCompared(source, part.key(), part.reason())));
                if (rules.isExact() && !profile.exists()) {
                    all.add(new NotCompared(source, "system_profile", "there is no profile"));
                }
                if (!rules.isExact() && !profile.lookedAt().isEverything()) {
                    all.add(new NotCompared(source, "looked_at", "only exact rules know what was not looked at"));
                }
            }
        }
        return List.copyOf(all);
    }
}
