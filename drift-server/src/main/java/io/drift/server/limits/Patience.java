package io.drift.server.limits;

import io.drift.core.error.DeadlineExceededException;
import io.drift.core.port.RequestContext;
import java.time.Clock;

/**
 * How long somebody waits for what is read from the server's own store: work that takes long asks between two of its steps.
 *
 * <pre>{@code
 * Patience patience = new Patience(context, clock);
 * kept.stream().map(one -> read(patience.check("systems", one))).toList();
 * }</pre>
 *
 * @param context the request that is worked for
 * @param clock tells what time it is
 */
public record Patience(RequestContext context, Clock clock) {

    private static final String STORE = "store";

    /**
     * Makes sure that somebody still waits.
     *
     * @param what is being read, such as "systems"
     * @throws DeadlineExceededException if the client is gone, or the time is over
     */
    public void check(String what) {
        if (context.cancellation().isCancelled()) {
            throw new DeadlineExceededException(STORE, "nobody waits for the " + what + " any more");
        }
        if (context.remaining(clock).isZero()) {
            throw new DeadlineExceededException(
                    STORE, "the " + what + " could not be read in time: ask for fewer at once");
        }
    }

    /**
     * Makes sure that somebody still waits, before the next step.
     *
     * @param what is being read
     * @param next what the step is about
     * @return the same
     * @throws DeadlineExceededException if nobody waits any more
     */
    public <T> T check(String what, T next) {
        check(what);
        return next;
    }
}
