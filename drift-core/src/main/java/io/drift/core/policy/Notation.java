package io.drift.core.policy;

import java.util.Locale;

/**
 * What of the way in which a value is written does not count.
 *
 * <pre>{@code
 * PolicyRule rule = PolicyRule.of("*.mtu").with(new RuleSetting.Normalise(Set.of(Notation.NUMBER)));
 * }</pre>
 */
public enum Notation {
    /** How a number is written: 1500, 01500 and 1500.0 are the same, as are 1 GiB and 1024 MiB. */
    NUMBER,
    /** Capital and small letters. */
    CASE,
    /** Blanks at both ends, and how many there are between words. */
    BLANKS;

    /** As a policy writes it, {@code number}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
