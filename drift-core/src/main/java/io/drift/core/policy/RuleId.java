package io.drift.core.policy;

import java.util.Comparator;
import java.util.Locale;

/**
 * Which rule of a policy is meant: the list that it is on, and its place there.
 *
 * <pre>{@code
 * RuleId second = new RuleId(RuleId.Of.IGNORE, 2); // ignore:2
 * }</pre>
 *
 * @param list the list
 * @param number from 1; 0 for the list as a whole, as no single pattern of {@code only} hides what none of them chooses
 */
public record RuleId(Of list, int number) implements Comparable<RuleId> {

    private static final Comparator<RuleId> ORDER =
            Comparator.comparing(RuleId::list).thenComparingInt(RuleId::number);

    /**
     * A list of a policy.
     *
     * <pre>{@code
     * String key = RuleId.Of.IGNORE.word(); // ignore
     * }</pre>
     */
    public enum Of {
        /** What is not shown. */
        IGNORE,
        /** What alone is shown. */
        ONLY,
        /** What each machine has for itself. */
        UNIQUE,
        /** All other rules. */
        RULES;

        /** As a policy writes it, {@code ignore}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public int compareTo(RuleId other) {
        return ORDER.compare(this, other);
    }

    /**
     * As the reason of a fact.
     *
     * @return {@code RULE:3} for the third of {@code rules}, {@code RULE:unique:1} for one of another list
     */
    public String reason() {
        return "RULE:" + (list == Of.RULES ? String.valueOf(number) : toString());
    }

    /** {@code ignore:2}. */
    @Override
    public String toString() {
        return number == 0 ? list.word() : list.word() + ":" + number;
    }
}
