package io.drift.registry.store;

/**
 * By what a machine is recognised, the most telling first.
 *
 * <pre>{@code
 * String fqdn = identity.ids().get(IdentityKind.FQDN); // null if it has none
 * }</pre>
 */
public enum IdentityKind {
    /** The id that the Insights client made. */
    INSIGHTS_ID,
    /** The id that the operating system made when it was installed. */
    MACHINE_ID,
    /** The id of the subscription. */
    SUBSCRIPTION_MANAGER_ID,
    /** Its host name with domain. */
    FQDN
}
