package io.drift.core.error;

/**
 * The caller may not have this: Drift itself or a service that it asked says so.
 *
 * <pre>{@code
 * try {
 *     RequiredPermissions.READ_COMPARISONS.check(accessControl.find(context));
 * } catch (AccessDeniedException refused) {
 *     System.err.println(refused.getMessage());
 * }
 * }</pre>
 */
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

    @Override
    public Kind kind() {
        return Kind.ACCESS_DENIED;
    }

    @Override
    public AccessDeniedException withMessage(String message) {
        return new AccessDeniedException(message);
    }
}
