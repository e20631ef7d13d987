package io.drift.server.security;

import io.drift.core.access.Caller;
import io.drift.core.error.InvalidIdentityException;
import org.jspecify.annotations.Nullable;

/** Who a refused caller claims to be. Nobody has checked it, so it is for the audit log only. */
public final class ClaimedIdentity {

    private ClaimedIdentity() {}

    /**
     * Reads a header as far as it can be read.
     *
     * @param header the identity header as it came; null if there was none
     * @return the claimed caller; null if the header cannot be read
     */
    public static @Nullable Caller of(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            return null;
        }
        try {
            return new Caller(IdentityHeader.parse(header).identity(), header);
        } catch (InvalidIdentityException unreadable) {
            return null;
        }
    }
}
