package io.drift.core.error;

/** The caller may not have this: Drift itself or a service that it asked says so. */
public final class AccessDeniedException extends DriftException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message who refuses what; a service's own words where it refused
     */
    public AccessDeniedException(String message) {
        super(message);
    }
}
