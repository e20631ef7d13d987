package io.drift.server.limits;

import io.drift.core.error.InvalidQueryException;
import java.time.Clock;
import java.time.Duration;

/**
 * What one request may take.
 *
 * <pre>{@code
 * RequestLimits limits = RequestLimits.of(Duration.ofSeconds(30), 1000, clock);
 * }</pre>
 *
 * @param deadline until when it is answered
 * @param mostIds how many ids a report may ask for, of all kinds together
 * @param reports which reports run at once
 * @param clients who waits for an answer
 */
public record RequestLimits(RequestDeadline deadline, int mostIds, RunningReports reports, ClientWatch clients) {

    /**
     * The limits of a server.
     *
     * @param timeout how long a request may take until the first byte of its answer
     * @param mostIds how many ids a report may ask for
     * @param clock tells what time it is
     * @return limits for all its requests
     */
    public static RequestLimits of(Duration timeout, int mostIds, Clock clock) {
        return new RequestLimits(
                new RequestDeadline(timeout, clock),
                mostIds,
                RunningReports.within(Runtime.getRuntime().maxMemory()),
                new ClientWatch());
    }

    /**
     * Refuses a report over too much.
     *
     * @param ids how many ids it asks for
     * @throws InvalidQueryException if these are too many
     */
    public void checkSize(int ids) {
        if (ids > mostIds) {
            throw new InvalidQueryException("a report may ask for " + mostIds + " ids at most, and this one asks for "
                    + ids + ": ask for several reports");
        }
    }

    /** Looks after what time alone brings about; to be called several times a second. */
    public void look() {
        clients.look();
        reports.look();
    }
}
