package io.drift.core.access;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the platform's gateway vouches for it. Absent parts are null.
 *
 * <pre>{@code
 * Identity identity = new Identity("User", "42", null, "a-user", null, Set.of("insights"));
 * boolean mayCompare = identity.isEntitledTo("insights"); // true
 * }</pre>
 *
 * @param type such as {@code User}, {@code ServiceAccount}, {@code Associate}
 * @param orgId the organisation whose data may be seen; never empty
 * @param accountNumber the old number of the organisation
 * @param userName the user's name
 * @param serviceAccount the service account, for an identity of that type
 * @param entitlements what the organisation is entitled to, such as {@code insights}
 */
public record Identity(
        @Nullable String type,
        @Nullable String orgId,
        @Nullable String accountNumber,
        @Nullable String userName,
        @Nullable ServiceAccount serviceAccount,
        Set<String> entitlements) {

    /** The type of the staff, whom the platform's own gateway let in. */
    public static final String ASSOCIATE = "Associate";

    /**
     * A program that asks in its own name.
     *
     * <pre>{@code
     * Identity.ServiceAccount nightly = new Identity.ServiceAccount(clientId, "service-account-nightly");
     * Identity identity = new Identity("ServiceAccount", "42", null, null, nightly, Set.of("insights"));
     * }</pre>
     *
     * @param clientId its client id
     * @param userName its user name
     */
    public record ServiceAccount(String clientId, String userName) {}

    /** Takes an empty org id for none. */
    public Identity {
        orgId = orgId == null || orgId.isEmpty() ? null : orgId;
        entitlements = Set.copyOf(entitlements);
    }

    /**
     * Whether the organisation is entitled to something.
     *
     * @param entitlement such as {@code insights}
     * @return false if the gateway did not say so
     */
    public boolean isEntitledTo(String entitlement) {
        return entitlements.contains(entitlement);
    }

    /**
     * Whether this is a member of the staff, whom the platform's own gateway let in.
     *
     * @return true for the type {@code Associate}, in exactly that case
     */
    public boolean isAssociate() {
        return Objects.equals(type, ASSOCIATE);
    }

    /**
     * By what it is told in an audit: the user name, else the client id, else the type (Q28).
     *
     * @return a name that may be that of a person; null if there is none of these
     */
    public @Nullable String name() {
        if (userName != null) {
            return userName;
        }
        return serviceAccount != null ? serviceAccount.clientId() : type;
    }

    /** Says who it is without names of people. */
    @Override
    public String toString() {
        return "Identity[type=" + type + ", orgId=" + orgId + "]";
    }
}
