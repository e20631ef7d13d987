package io.drift.core.access;

import io.drift.core.error.InvalidQueryException;
import org.jspecify.annotations.Nullable;

/**
 * What the caller's organisation must have bought.
 *
 * @param name such as {@code insights}
 */
public record Entitlement(String name) {

    /** What comparing needs by default. */
    public static final Entitlement INSIGHTS = new Entitlement("insights");

    /** What comparing needs where the check of smart management is switched on. */
    public static final Entitlement SMART_MANAGEMENT = new Entitlement("smart_management");

    /**
     * Lets those pass who have it.
     *
     * @param identity who asks; null if nobody said
     * @throws InvalidQueryException if there is no identity, or it is not entitled
     */
    public void check(@Nullable Identity identity) {
        if (identity == null) {
            throw new InvalidQueryException("identity not found on request");
        }
        if (!identity.isEntitledTo(name)) {
            throw new InvalidQueryException("Entitlement not found for account/org.");
        }
    }
}
