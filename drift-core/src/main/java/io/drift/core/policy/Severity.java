package io.drift.core.policy;

import java.util.Locale;

/**
 * How bad a difference is. It tells gates what to stop, and multiplies how odd a difference makes a machine.
 *
 * <pre>{@code
 * boolean stop = fact.severity().compareTo(Severity.HIGH) >= 0;
 * }</pre>
 */
public enum Severity {
    /** Counts half. */
    LOW(0.5),
    /** What a difference is unless a rule says otherwise. */
    MEDIUM(1),
    /** Counts twice. */
    HIGH(2),
    /** Counts four times. */
    CRITICAL(4);

    private final double factor;

    Severity(double factor) {
        this.factor = factor;
    }

    /**
     * What the score of a difference is multiplied by.
     *
     * @return 1 for {@link #MEDIUM}
     */
    public double factor() {
        return factor;
    }

    /** As a policy writes it, {@code high}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
