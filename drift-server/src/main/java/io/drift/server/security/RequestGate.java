package io.drift.server.security;

import io.drift.core.access.Caller;
import io.drift.core.access.Entitlement;
import io.drift.core.access.Identity;
import io.drift.core.access.RequiredPermissions;
import io.drift.core.error.InvalidIdentityException;
import io.drift.core.port.AccessControl;
import io.drift.core.port.RequestContext;
import io.drift.json.IdentityDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers in: checks the entitlement, then permissions, then the org id. Associates, and callers with the right
 * shared secret, pass without these checks; service accounts need permissions only.
 */
public final class RequestGate {

    private final Entitlement entitlement;
    private final @Nullable AccessControl accessControl;
    private final RequiredPermissions permissions;
    private final @Nullable String sharedSecret;

    /**
     * A gate.
     *
     * @param entitlement what organisations must be entitled to
     * @param accessControl who knows permissions; null if they are not checked
     * @param permissions what callers must be allowed
     * @param sharedSecret lets services of the platform in; null or empty if there is none
     */
    public RequestGate(
            Entitlement entitlement,
            @Nullable AccessControl accessControl,
            RequiredPermissions permissions,
            @Nullable String sharedSecret) {
        this.entitlement = entitlement;
        this.accessControl = accessControl;
        this.permissions = permissions;
        this.sharedSecret = sharedSecret == null || sharedSecret.isEmpty() ? null : sharedSecret;
    }

    /**
     * Lets a caller in.
     *
     * @param identityHeader as it came; null or empty if there was none
     * @param secretHeader as it came; null if there was none
     * @param contextOf makes the context of the request, once its caller is known; called once
     * @return the context of the request
     * @throws io.drift.core.error.DriftException if the caller may not pass
     */
    public RequestContext admit(
            @Nullable String identityHeader,
            @Nullable String secretHeader,
            Function<Caller, RequestContext> contextOf) {
        String header = identityHeader == null || identityHeader.isEmpty() ? null : identityHeader;
        if (isSharedSecret(secretHeader)) {
            return contextOf.apply(IdentityHeader.callerOf(header));
        }
        if (header == null) {
            throw new InvalidIdentityException("identity not found on request");
        }
        IdentityDocument given = IdentityHeader.parse(header);
        RequestContext context = contextOf.apply(new Caller(given.identity(), header));
        if (!given.identity().isAssociate()) {
            check(given, context);
        }
        return context;
    }

    private void check(IdentityDocument given, RequestContext context) {
        Identity identity = given.identity();
        boolean person = identity.serviceAccount() == null;
        if (person) {
            entitlement.check(identity);
        }
        if (!given.isComplete()) {
            throw IdentityHeader.notValid();
        }
        if (accessControl != null) {
            permissions.check(accessControl.find(context));
        }
        if (person && identity.orgId() == null) {
            throw new InvalidIdentityException("org id not found on identity token");
        }
    }

    /** Compares in constant time: how long it takes must not tell how much of a guess was right. */
    private boolean isSharedSecret(@Nullable String given) {
        return sharedSecret != null
                && given != null
                && MessageDigest.isEqual(
                        sharedSecret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
