package io.drift.server.security;

import io.drift.core.access.Caller;
import io.drift.core.error.InvalidIdentityException;
import io.drift.json.IdentityDocument;
import io.drift.json.IdentityReader;
import io.drift.json.UnreadableJsonException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code x-rh-identity}, and who sends it. */
public final class IdentityHeader {

    /** What can be forwarded as a header of another request. An identity contains nothing else. */
    private static final Pattern FORWARDABLE = Pattern.compile("[\\x20-\\x7e]*");

    private IdentityHeader() {}

    /** The failure that a header causes which cannot be read; without a cause, which would tell something of it. */
    static InvalidIdentityException notValid() {
        return new InvalidIdentityException("identity header is not valid");
    }

    /**
     * Reads a header.
     *
     * @throws InvalidIdentityException if it is not a JSON object in base64
     */
    static IdentityDocument parse(String header) {
        IdentityDocument given = read(header);
        if (given == null) {
            throw notValid();
        }
        return given;
    }

    /** Null if there is no header, or one that cannot be read. */
    private static @Nullable IdentityDocument read(@Nullable String header) {
        try {
            return header == null ? null : IdentityReader.read(header);
        } catch (UnreadableJsonException unreadable) {
            return null;
        }
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
        IdentityDocument given = read(header);
        return new Caller(given != null && given.isComplete() ? given.identity() : null, header);
    }

    /**
     * Who a refused caller claims to be. Nobody has checked it, so it is for the audit log only.
     *
     * @param header the identity header as it came; null if there was none
     * @return the claimed caller; null if the header cannot be read
     */
    public static @Nullable Caller claimed(@Nullable String header) {
        IdentityDocument given = read(header);
        return given == null ? null : new Caller(given.identity(), header);
    }
}
