package io.drift.server.security;

import io.drift.core.access.Caller;
import io.drift.core.error.InvalidIdentityException;
import org.jspecify.annotations.Nullable;

/** Who somebody says to be who was not let in, for the audit log and nothing else. */
public final class ClaimedIdentity {

    private ClaimedIdentity() {}

    /**
     * Reads a header as far as it can be read.
     *
     * @param header the identity header as it came; null if there was none
     * @return who it says to be; null if it does not say
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
