package io.drift.testkit;

/**
 * Callers in a sentence.
 *
 * <pre>{@code
 * Caller tester = Identities.user("tester").inOrg("5318290").entitledTo("insights").caller();
 * }</pre>
 */
public final class Identities {

    /** The organisation of every identity, unless it is given another one. */
    public static final String USUAL_ORG = "5318290";

    private Identities() {}

    /**
     * A user of the usual organisation, entitled to {@code insights}.
     *
     * @param userName the user's name
     * @return a builder
     */
    public static IdentityBuilder user(String userName) {
        return new IdentityBuilder("User", userName, null).inOrg(USUAL_ORG).entitledTo("insights");
    }

    /**
     * A program that asks in its own name, in the usual organisation and entitled to {@code insights}.
     *
     * @param clientId its client id
     * @return a builder
     */
    public static IdentityBuilder serviceAccount(String clientId) {
        return new IdentityBuilder("ServiceAccount", null, clientId)
                .inOrg(USUAL_ORG)
                .entitledTo("insights");
    }

    /**
     * A member of the staff, of no organisation.
     *
     * @return a builder
     */
    public static IdentityBuilder associate() {
        return new IdentityBuilder("Associate", null, null);
    }
}
