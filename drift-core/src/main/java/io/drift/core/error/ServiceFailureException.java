package io.drift.core.error;

/**
 * A service that Drift needs did not give a usable answer.
 *
 * <pre>{@code
 * try {
 *     System.out.println(compareSystems.compare(query, context));
 * } catch (ServiceFailureException failure) {
 *     System.err.println(failure.service() + " failed because of " + failure.getCause());
 * }
 * }</pre>
 *
 * <p>The cause is null where nothing else failed first. It is for logs only: it may tell what callers must not learn.
 */
public final class ServiceFailureException extends DriftException {

    private static final long serialVersionUID = 1L;

    /** The name of the service. */
    private final String service;

    /**
     * A failure of a service.
     *
     * @param service its name, for logs
     * @param message what callers are told; nothing of the service's inner life
     */
    public ServiceFailureException(String service, String message) {
        super(message);
        this.service = service;
    }

    /**
     * A failure of a service that another failure caused.
     *
     * @param service its name, for logs
     * @param message what callers are told
     * @param cause what happened, for logs
     */
    public ServiceFailureException(String service, String message, Throwable cause) {
        this(service, message);
        initCause(cause);
    }

    /**
     * Which service failed.
     *
     * @return its name
     */
    public String service() {
        return service;
    }

    @Override
    public Kind kind() {
        return Kind.SERVICE_FAILURE;
    }

    @Override
    public ServiceFailureException withMessage(String message) {
        return new ServiceFailureException(service, message);
    }
}
