package io.drift.core.error;

import java.time.Duration;

/**
 * A service, or Drift itself, refuses work for now: it has too much to do, or failed too often a moment ago (Q29, Q47).
 *
 * <pre>{@code
 * try {
 *     System.out.println(compareSystems.compare(query, context));
 * } catch (UnavailableException refused) {
 *     System.err.println(refused.getMessage() + "; again in " + refused.retryAfter().toSeconds() + " s");
 * }
 * }</pre>
 */
public final class UnavailableException extends DriftException {

    private static final long serialVersionUID = 1L;

    /** The name of who refuses. */
    private final String service;

    /** When it is worth to ask again. */
    private final Duration retryAfter;

    /**
     * Somebody who refuses.
     *
     * @param service its name, which the message should contain
     * @param retryAfter after how long it is worth to ask again; positive
     * @param message what callers are told
     */
    public UnavailableException(String service, Duration retryAfter, String message) {
        super(message);
        this.service = service;
        this.retryAfter = retryAfter;
    }

    /**
     * Who refuses.
     *
     * @return its name
     */
    public String service() {
        return service;
    }

    /**
     * When it is worth to ask again.
     *
     * @return how long from now
     */
    public Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public UnavailableException withMessage(String message) {
        return new UnavailableException(service, retryAfter, message);
    }
}
