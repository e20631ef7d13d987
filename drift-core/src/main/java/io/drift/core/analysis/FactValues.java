package io.drift.core.analysis;

import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.DifferenceReason;
import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactName;
import io.drift.core.policy.RuleId;
import io.drift.core.policy.Severity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A fact with the different values that it has, and who has which. Immutable.
 *
 * <pre>{@code
 * FactValues openssl = ValueGroups.of(report).fact("installed_packages.openssl").orElseThrow();
 * System.out.println("most have " + openssl.values().get(0));
 * }</pre>
 */
public final class FactValues {

    private final FactComparison fact;
    private final List<SharedValue> values;
    private final BitSet notLookedAt = new BitSet();
    private final BitSet hidden = new BitSet();

    private FactValues(FactComparison fact, DistinctValues distinct) {
        this.fact = fact;
        this.values = values(distinct);
        for (int column = 0; column < distinct.columns(); column++) {
            if (distinct.number(column) == DistinctValues.UNKNOWN) {
                (fact.isObfuscated(column) ? hidden : notLookedAt).set(column);
            }
        }
    }

    static FactValues of(FactComparison fact) {
        return new FactValues(fact, fact.distinctValues());
    }

    /** The columns of all values stand in one array, value behind value: where each has another one, there are many. */
    private static List<SharedValue> values(DistinctValues distinct) {
        int[] ends = new int[distinct.size()];
        for (int number = 1; number < ends.length; number++) {
            ends[number] = ends[number - 1] + distinct.count(number - 1);
        }
        int[] byValue = new int[distinct.columns()];
        for (int column = 0; column < distinct.columns(); column++) {
            if (distinct.number(column) != DistinctValues.UNKNOWN) {
                byValue[ends[distinct.number(column)]++] = column;
            }
        }
        List<SharedValue> values = new ArrayList<>(ends.length);
        for (int number = 0; number < ends.length; number++) {
            int count = distinct.count(number);
            values.add(new SharedValue(distinct.value(number), byValue, ends[number] - count, count));
        }
        values.sort(Comparator.comparingInt(value -> -value.count()));
        return Collections.unmodifiableList(values);
    }

    /**
     * The whole name.
     *
     * @return never null
     */
    public FactName fact() {
        return fact.fact();
    }

    /**
     * How the columns stand to each other.
     *
     * @return never null
     */
    public ComparisonState state() {
        return fact.state();
    }

    /**
     * The different values, the missing one too.
     *
     * @return most common first, then in the order of the columns; empty if nobody knows any
     */
    public List<SharedValue> values() {
        return values;
    }

    /**
     * The columns that did not look at the fact, or have no profile: whether they have it, nobody knows.
     *
     * @return a copy: the numbers of the columns
     */
    public BitSet notLookedAt() {
        return (BitSet) notLookedAt.clone();
    }

    /**
     * The columns that hid their value before it was uploaded.
     *
     * @return a copy: the numbers of the columns
     */
    public BitSet hidden() {
        return (BitSet) hidden.clone();
    }

    /**
     * Why it is not the same everywhere.
     *
     * @return empty for what is the SAME without a policy too, and was looked at by all
     */
    public Set<DifferenceReason> reasons() {
        return fact.reasons();
    }

    /**
     * The rule of a policy without which the state would be another one.
     *
     * @return empty if no rule changed it
     */
    public Optional<RuleId> changedBy() {
        return fact.changedBy();
    }

    /**
     * How bad a difference in it is.
     *
     * @return as a policy says; else {@link Severity#MEDIUM}
     */
    public Severity severity() {
        return fact.severity();
    }

    @Override
    public String toString() {
        return fact() + " " + state() + " " + values;
    }
}
