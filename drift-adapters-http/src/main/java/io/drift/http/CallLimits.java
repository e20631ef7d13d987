package io.drift.http;

/**
 * How much work each service may be given at once. Every service has these limits for itself, so that one that hangs takes
 * nothing from another.
 *
 * <pre>{@code
 * CallLimits limits = new CallLimits(16, 64); // for a small service
 * }</pre>
 *
 * @param callsAtOnce how many calls to one service run at the same time; one request has at most half of them
 * @param waitingCalls how many more may wait for their turn; a request that would make them more is refused, unless none
 *     waits
 */
public record CallLimits(int callsAtOnce, int waitingCalls) {

    /** 64 calls at once, 256 that wait. */
    public static final CallLimits DEFAULT = new CallLimits(64, 256);

    /**
     * Checks that calls can be made at all.
     *
     * @throws IllegalArgumentException if no call could be made, or a number is negative
     */
    public CallLimits {
        if (callsAtOnce < 1 || waitingCalls < 0) {
            throw new IllegalArgumentException(
                    "no call could be made: " + callsAtOnce + " at once, " + waitingCalls + " waiting");
        }
    }

    /** How many calls to one service a single request has at the same time. */
    int callsOfOneRequest() {
        return (callsAtOnce + 1) / 2;
    }
}
