package io.drift.http;

/**
 * How much work each service may be given at once, and how much of what it answers is read. Every service has these limits for itself, so that one that hangs takes
 * nothing from another.
 *
 * <pre>{@code
 * CallLimits limits = new CallLimits(16, 64, 1 << 20, 20_000); // for a small service
 * }</pre>
 *
 * @param callsAtOnce how many calls to one service run at the same time; one request has at most half of them
 * @param waitingCalls how many more may wait for their turn; a request that would make them more is refused, unless none
 *     waits
 * @param answerBytes how many bytes of an answer are read, unpacked; a longer one is unreadable
 * @param documentFacts how many facts are read of one document, such as a profile; an answer with a larger one is
 *     unreadable
 */
public record CallLimits(int callsAtOnce, int waitingCalls, long answerBytes, int documentFacts) {

    /** 64 calls at once, 256 that wait; 64 MiB an answer, 200,000 facts a document. */
    public static final CallLimits DEFAULT = new CallLimits(64, 256, 64L << 20, 200_000);

    /**
     * Checks that calls can be made at all.
     *
     * @throws IllegalArgumentException if no call could be made, or a number is negative
     */
    public CallLimits {
        if (callsAtOnce < 1 || waitingCalls < 0 || answerBytes < 1 || documentFacts < 1) {
            throw new IllegalArgumentException("no call could be made: " + callsAtOnce + " at once, " + waitingCalls
                    + " waiting, " + answerBytes + " bytes, " + documentFacts + " facts");
        }
    }

    /** How many calls to one service a single request has at the same time. */
    int callsOfOneRequest() {
        return (callsAtOnce + 1) / 2;
    }
}
