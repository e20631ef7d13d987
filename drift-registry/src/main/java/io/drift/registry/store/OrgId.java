package io.drift.registry.store;

/**
 * The organisation that something belongs to. Nothing is ever found in the name of another one.
 *
 * <pre>{@code
 * OrgId org = OrgId.LOCAL;
 * }</pre>
 *
 * @param value not blank
 */
public record OrgId(String value) {

    /** The one organisation of a server that stands alone. */
    public static final OrgId LOCAL = new OrgId("local");

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public OrgId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an organisation needs an id");
        }
    }
}
