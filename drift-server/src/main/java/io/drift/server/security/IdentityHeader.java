package io.drift.server.security;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drift.core.access.Caller;
import io.drift.core.access.Identity;
import io.drift.core.error.InvalidIdentityException;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code x-rh-identity}: JSON in base64, standard or URL-safe, padded or not (Q15). Only JSON's true counts
 * as an entitlement (Q16).
 *
 * @param identity who the caller claims to be; only the entitlements are known if the header has no identity
 * @param isComplete whether the header has an object {@code identity}
 */
record IdentityHeader(Identity identity, boolean isComplete) {

    /** What can be forwarded as a header of another request. An identity contains nothing else. */
    private static final Pattern FORWARDABLE = Pattern.compile("[\\x20-\\x7e]*");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads a header.
     *
     * @throws InvalidIdentityException if it is not a JSON object in base64
     */
    static IdentityHeader parse(String header) {
        try {
            JsonNode document = JSON.readTree(decode(header));
            if (document != null && document.isObject()) {
                return of(document);
            }
        } catch (IllegalArgumentException | IOException neitherBase64NorJson) {
            // refused below, like JSON that is not an object, and without the cause, which would quote the header
        }
        throw notValid();
    }

    /**
     * The caller of a request that the shared secret lets in, whatever its header is (Q15).
     *
     * @param header as it came; null if there was none
     * @return a caller without identity if the header has none, or cannot be read
     */
    static Caller callerOf(@Nullable String header) {
        if (header == null || !FORWARDABLE.matcher(header).matches()) {
            return Caller.LOCAL;
        }
        try {
            IdentityHeader given = parse(header);
            return new Caller(given.isComplete ? given.identity : null, header);
        } catch (InvalidIdentityException unreadable) {
            return new Caller(null, header);
        }
    }

    private static InvalidIdentityException notValid() {
        return new InvalidIdentityException("identity header is not valid");
    }

    private static byte[] decode(String header) {
        boolean urlSafe = header.indexOf('-') >= 0 || header.indexOf('_') >= 0;
        return (urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(header);
    }

    private static IdentityHeader of(JsonNode document) {
        JsonNode identity = document.path("identity");
        return new IdentityHeader(
                new Identity(
                        text(identity, "type"),
                        text(identity, "org_id"),
                        text(identity, "account_number"),
                        text(identity.path("user"), "username"),
                        serviceAccount(identity),
                        entitlements(document.path("entitlements"))),
                identity.isObject());
    }

    /** An empty text counts as none, and so does anything that is not a text or a number. */
    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        boolean given = value.isTextual() && !value.textValue().isEmpty() || value.isNumber();
        return given ? value.asText() : null;
    }

    /** Null unless the type is ServiceAccount, and client id and user name are given (Q34). */
    private static Identity.@Nullable ServiceAccount serviceAccount(JsonNode identity) {
        String clientId = text(identity.path("service_account"), "client_id");
        String userName = text(identity.path("service_account"), "username");
        boolean service = "ServiceAccount".equals(text(identity, "type"));
        return service && clientId != null && userName != null ? new Identity.ServiceAccount(clientId, userName) : null;
    }

    private static Set<String> entitlements(JsonNode entitlements) {
        Set<String> granted = new HashSet<>();
        entitlements.properties().forEach(one -> {
            JsonNode flag = one.getValue().path("is_entitled");
            if (flag.isBoolean() && flag.booleanValue()) {
                granted.add(one.getKey());
            }
        });
        return granted;
    }

    /**
     * Refuses a header without an identity.
     *
     * @throws InvalidIdentityException if {@code identity} is not an object
     */
    void requireIdentity() {
        if (!isComplete) {
            throw notValid();
        }
    }
}
