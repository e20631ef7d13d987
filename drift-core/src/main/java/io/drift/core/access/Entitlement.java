package io.drift.core.access;

import io.drift.core.error.InvalidIdentityException;

/**
 * What the caller's organisation must have bought.
 *
 * <pre>{@code
 * Entitlement.INSIGHTS.check(identity);
 * Entitlement.SMART_MANAGEMENT.check(identity);
 * }</pre>
 *
 * @param name such as {@code insights}
 */
public record Entitlement(String name) {

    /** What comparing needs by default. */
    public static final Entitlement INSIGHTS = new Entitlement("insights");

    /** What comparing needs where the check of smart management is switched on. */
    public static final Entitlement SMART_MANAGEMENT = new Entitlement("smart_management");

    /**
     * Checks that a caller has it.
     *
     * @param identity who asks
     * @throws InvalidIdentityException if it is not entitled
     */
    public void check(Identity identity) {
        if (!identity.isEntitledTo(name)) {
            throw new InvalidIdentityException("Entitlement not found for account/org.");
        }
    }
}
