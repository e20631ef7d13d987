package io.drift.core.port;

import io.drift.core.access.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What belongs to one request and travels with it to whoever works for it.
 *
 * <pre>{@code
 * Instant deadline = clock.instant().plusSeconds(30);
 * RequestContext context = new RequestContext(Caller.LOCAL, "nightly-1", deadline, new Cancellation());
 * Duration left = context.remaining(clock);
 * }</pre>
 *
 * @param caller who asks
 * @param requestId what the request is called in logs and at the services
 * @param deadline until when the answer is of use; {@link Instant#MAX} for as long as it takes
 * @param cancellation tells when nobody waits any more
 */
public record RequestContext(Caller caller, String requestId, Instant deadline, Cancellation cancellation) {

    /** Under which name (the key of the MDC) the request id stands in each line of a log that the request causes. */
    public static final String REQUEST_ID_IN_LOGS = "request_id";

    /**
     * The context of an embedder's own request: no identity, no deadline.
     *
     * @return a new context with a random request id
     */
    public static RequestContext local() {
        return new RequestContext(Caller.LOCAL, UUID.randomUUID().toString(), Instant.MAX, new Cancellation());
    }

    /**
     * How long the answer is still of use.
     *
     * @param clock tells what time it is
     * @return not negative; a very long time where there is no deadline
     */
    public Duration remaining(Clock clock) {
        if (deadline.equals(Instant.MAX)) {
            return Duration.ofSeconds(Long.MAX_VALUE);
        }
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
