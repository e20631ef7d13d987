package io.drift.core.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, together with the identity header that is forwarded to the services.
 *
 * <pre>{@code
 * Caller caller = new Caller(identity, header);
 * RequestContext context = new RequestContext(caller, requestId, Instant.MAX, new Cancellation());
 * }</pre>
 *
 * @param identity who it is; null for a caller that needs none
 * @param forwardedHeader the header as it came; null if there was none; it is a credential and never printed
 */
public record Caller(@Nullable Identity identity, @Nullable String forwardedHeader) {

    /** A caller without identity: an embedder, or a file on a laptop. */
    public static final Caller LOCAL = new Caller(null, null);

    /** Says who it is, never the header. */
    @Override
    public String toString() {
        return "Caller[" + Objects.toString(identity, "local") + "]";
    }
}
