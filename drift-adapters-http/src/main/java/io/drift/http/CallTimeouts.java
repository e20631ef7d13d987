package io.drift.http;

import java.time.Duration;

/**
 * How long a call to a service may take.
 *
 * <pre>{@code
 * CallTimeouts timeouts = new CallTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15));
 * }</pre>
 *
 * @param connect to open a connection
 * @param read between two pieces of an answer
 * @param call from the moment it is asked for to its end: waiting for its turn and further tries included
 */
public record CallTimeouts(Duration connect, Duration read, Duration call) {

    /** 2 seconds to connect, 10 to read, 30 in all. */
    public static final CallTimeouts DEFAULT =
            new CallTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));

    /**
     * Checks that there is a limit: a call without one would wait forever for a service that hangs.
     *
     * @throws IllegalArgumentException if a time-out is zero or negative
     */
    public CallTimeouts {
        if (!isPositive(connect) || !isPositive(read) || !isPositive(call)) {
            throw new IllegalArgumentException(
                    "time-outs must be positive: connect " + connect + ", read " + read + ", call " + call);
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
