package io.drift.server.limits;

import io.drift.core.error.DeadlineExceededException;
import io.drift.core.port.RequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Until when the answer to a request has to begin. There is one deadline a request, and all that is done for it shares it.
 *
 * <pre>{@code
 * Instant deadline = new RequestDeadline(Duration.ofSeconds(30), clock).of(request.getBeginNanoTime());
 * }</pre>
 *
 * @param timeout how long it may take from the arrival of the request to the first byte of its answer
 * @param clock tells what time it is
 */
public record RequestDeadline(Duration timeout, Clock clock) {

    /**
     * The deadline of a request.
     *
     * @param arrived when its first byte arrived, on the scale of {@link System#nanoTime}
     * @return that moment and the time-out
     */
    public Instant of(long arrived) {
        return clock.instant().minusNanos(System.nanoTime() - arrived).plus(timeout);
    }

    /**
     * Makes sure that there is time left.
     *
     * @param context the request
     * @param waitedFor what took the time, after the word "for"
     * @throws DeadlineExceededException if there is none
     */
    public void check(RequestContext context, String waitedFor) {
        if (context.remaining(clock).isZero()) {
            throw new DeadlineExceededException(
                    "drift",
                    "no answer within " + timeout.toSeconds() + " seconds: they went by while waiting for "
                            + waitedFor);
        }
    }
}
