package io.drift.core.comparison;

import io.drift.core.policy.RuleId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why a fact is not the same everywhere, or why nobody knows. As data it is its {@link #code}.
 *
 * <pre>{@code
 * boolean anyLacksIt = fact.reasons().contains(DifferenceReason.MISSING);
 * }</pre>
 *
 * @param code a word in upper case: one of the constants here, or {@code RULE:n} for the n-th rule of a policy, {@code
 *     RULE:unique:n} for the n-th entry of another of its lists
 */
public record DifferenceReason(String code) implements Comparable<DifferenceReason> {

    /** There are different values. */
    public static final DifferenceReason VALUE = new DifferenceReason("VALUE");
    /** Some have it, and some do not. */
    public static final DifferenceReason MISSING = new DifferenceReason("MISSING");
    /** Machines that should each have a value of their own share one. */
    public static final DifferenceReason SHARED_UNIQUE = new DifferenceReason("SHARED_UNIQUE");
    /** What names a machine is not what it was, or not what a baseline says. */
    public static final DifferenceReason CHANGED_IN_TIME = new DifferenceReason("CHANGED_IN_TIME");
    /** Some hid their value before it was uploaded. */
    public static final DifferenceReason HIDDEN = new DifferenceReason("HIDDEN");
    /** Some did not look at it, so nobody knows. */
    public static final DifferenceReason NOT_LOOKED_AT = new DifferenceReason("NOT_LOOKED_AT");

    private static final String RULE = "RULE:([a-z]+:)?[1-9][0-9]{0,8}";
    private static final List<DifferenceReason> ALL =
            List.of(VALUE, MISSING, SHARED_UNIQUE, CHANGED_IN_TIME, HIDDEN, NOT_LOOKED_AT);

    /** Shorter ones first, so that the second stands before the tenth. */
    private static final Comparator<DifferenceReason> BY_RULE = Comparator.<DifferenceReason>comparingInt(
                    reason -> reason.code.length())
            .thenComparing(reason -> reason.code);

    /** Checks the code. */
    public DifferenceReason {
        if (!code.matches("[A-Z_]+|" + RULE)) {
            throw new IllegalArgumentException("no reason for a difference: " + code);
        }
    }

    /**
     * A rule of a policy, without which the state would be another one.
     *
     * @param rule its place in the policy
     * @return the reason {@code RULE:n}
     */
    public static DifferenceReason rule(RuleId rule) {
        return new DifferenceReason(rule.reason());
    }

    /**
     * The reason that a report has told.
     *
     * @param code such as {@code VALUE} or {@code RULE:2}
     * @return empty if this version knows no such reason
     */
    public static Optional<DifferenceReason> of(String code) {
        return ALL.stream()
                .filter(reason -> reason.code.equals(code))
                .findFirst()
                .or(() -> code.matches(RULE) ? Optional.of(new DifferenceReason(code)) : Optional.empty());
    }

    /** The constants in their order, then rules by their numbers. */
    @Override
    public int compareTo(DifferenceReason other) {
        int places = Integer.compare(place(), other.place());
        return places != 0 ? places : BY_RULE.compare(this, other);
    }

    private int place() {
        int place = ALL.indexOf(this);
        return place < 0 ? ALL.size() : place;
    }

    /** The code. */
    @Override
    public String toString() {
        return code;
    }
}
