package io.drift.json;

import io.drift.core.access.Identity;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code x-rh-identity}: JSON in base64, standard or URL-safe, padded or not (Q15). Only JSON's true
 * counts as an entitlement (Q16).
 *
 * <pre>{@code
 * try {
 *     System.out.println("org " + IdentityReader.read(header).identity().orgId());
 * } catch (UnreadableJsonException unreadable) {
 *     System.err.println(unreadable.getMessage());
 * }
 * }</pre>
 */
public final class IdentityReader {

    private IdentityReader() {}

    /**
     * Reads a header. A member counts as missing if it is empty, or neither a text nor a number.
     *
     * @param header its value as it came, not null
     * @return who the caller claims to be; nobody has checked it
     * @throws UnreadableJsonException if it is not a JSON object in base64; the message quotes nothing of it
     */
    public static IdentityDocument read(String header) throws UnreadableJsonException {
        Map<?, ?> document = document(decode(header));
        Map<?, ?> identity = object(document, "identity");
        return new IdentityDocument(
                new Identity(
                        text(identity, "type"),
                        text(identity, "org_id"),
                        text(identity, "account_number"),
                        text(object(identity, "user"), "username"),
                        serviceAccount(identity),
                        entitlements(object(document, "entitlements"))),
                document.get("identity") instanceof Map);
    }

    private static byte[] decode(String header) throws UnreadableJsonException {
        boolean urlSafe = header.indexOf('-') >= 0 || header.indexOf('_') >= 0;
        try {
            return (urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(header);
        } catch (IllegalArgumentException quotesTheHeader) {
            throw UnreadableJsonException.notJson("the identity is not in base64");
        }
    }

    private static Map<?, ?> document(byte[] json) throws UnreadableJsonException {
        try {
            if (DocumentReader.readPlain(json) instanceof Map<?, ?> document) {
                return document;
            }
        } catch (UnreadableJsonException quotesWhatItCannotRead) {
            throw UnreadableJsonException.notJson("the identity is not JSON that can be read");
        }
        throw UnreadableJsonException.wrongShape("the identity is not an object");
    }

    /** Empty if there is no such object. */
    private static Map<?, ?> object(Map<?, ?> document, String member) {
        return document.get(member) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static @Nullable String text(Map<?, ?> object, String member) {
        Object value = object.get(member);
        boolean given = value instanceof String text && !text.isEmpty() || value instanceof Number;
        return given ? String.valueOf(value) : null;
    }

    /** Null unless the type is ServiceAccount, and client id and user name are given (Q34). */
    private static Identity.@Nullable ServiceAccount serviceAccount(Map<?, ?> identity) {
        Map<?, ?> account = object(identity, "service_account");
        String clientId = text(account, "client_id");
        String userName = text(account, "username");
        boolean service = "ServiceAccount".equals(text(identity, "type"));
        return service && clientId != null && userName != null ? new Identity.ServiceAccount(clientId, userName) : null;
    }

    private static Set<String> entitlements(Map<?, ?> entitlements) {
        return entitlements.keySet().stream()
                .map(String.class::cast)
                .filter(name -> Boolean.TRUE.equals(object(entitlements, name).get("is_entitled")))
                .collect(Collectors.toSet());
    }
}
