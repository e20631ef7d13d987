package io.drift.core.analysis;

/**
 * Why a fact is not the same everywhere, or only because of a rule.
 *
 * <pre>{@code
 * boolean anyLacksIt = values.reasons().contains(DifferenceReason.MISSING);
 * }</pre>
 */
public enum DifferenceReason {
    /** There are different values. */
    VALUE,
    /** Some have it, and some do not. */
    MISSING,
    /** Machines that should each have a value of their own share one. */
    SHARED_UNIQUE,
    /** What names a machine is not what it was, or not what a baseline says. */
    CHANGED_IN_TIME,
    /** Some hid their value before it was uploaded. */
    HIDDEN,
    /** Some did not look at it, so nobody knows. */
    NOT_LOOKED_AT,
    /** Without a rule of the policy it would be in another state, see {@link FactValues#changedBy}. */
    RULE
}
