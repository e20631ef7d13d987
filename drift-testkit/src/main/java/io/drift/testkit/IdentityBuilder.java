package io.drift.testkit;

import io.drift.core.access.Caller;
import io.drift.core.access.Identity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a caller, see {@link Identities}. Not thread-safe. */
public final class IdentityBuilder {

    private final String type;
    private final @Nullable String userName;
    private final @Nullable String clientId;
    private @Nullable String orgId;
    private @Nullable String accountNumber;
    private final Set<String> entitlements = new LinkedHashSet<>();

    IdentityBuilder(String type, @Nullable String userName, @Nullable String clientId) {
        this.type = type;
        this.userName = userName;
        this.clientId = clientId;
    }

    /**
     * Puts the caller into an organisation.
     *
     * @param id the organisation's id; null for a caller of none
     * @return this
     */
    public IdentityBuilder inOrg(@Nullable String id) {
        orgId = id;
        return this;
    }

    /**
     * Gives the organisation an account number.
     *
     * @param number the number
     * @return this
     */
    public IdentityBuilder withAccount(String number) {
        accountNumber = number;
        return this;
    }

    /**
     * Entitles the organisation to exactly this.
     *
     * @param names such as {@code insights}; none at all is fine
     * @return this
     */
    public IdentityBuilder entitledTo(String... names) {
        entitlements.clear();
        entitlements.addAll(List.of(names));
        return this;
    }

    /**
     * The identity alone.
     *
     * @return the identity
     */
    public Identity identity() {
        Identity.ServiceAccount account =
                clientId == null ? null : new Identity.ServiceAccount(clientId, accountName(clientId));
        return new Identity(type, orgId, accountNumber, userName, account, entitlements);
    }

    /**
     * The caller: the identity, and the header that is forwarded.
     *
     * @return the caller
     */
    public Caller caller() {
        return new Caller(identity(), header());
    }

    /**
     * The value of the header {@code x-rh-identity}.
     *
     * @return the JSON form in base64
     */
    public String header() {
        return Base64.getEncoder().encodeToString(asJson().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The JSON form.
     *
     * @return what the header contains
     */
    public String asJson() {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("type", type);
        put(identity, "org_id", orgId);
        put(identity, "account_number", accountNumber);
        if (userName != null) {
            identity.put("user", Map.of("username", userName));
        }
        if (clientId != null) {
            identity.put("service_account", Map.of("client_id", clientId, "username", accountName(clientId)));
        }
        Map<String, Object> entitled = new LinkedHashMap<>();
        entitlements.forEach(name -> entitled.put(name, Map.of("is_entitled", true)));
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("entitlements", entitled);
        header.put("identity", identity);
        return JsonText.of(header);
    }

    private static void put(Map<String, Object> object, String key, @Nullable String value) {
        if (value != null) {
            object.put(key, value);
        }
    }

    private static String accountName(String clientId) {
        return "service-account-" + clientId;
    }
}
