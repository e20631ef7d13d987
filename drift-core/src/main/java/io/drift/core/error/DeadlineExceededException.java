package io.drift.core.error;

/**
 * A service did not answer in time.
 *
 * <pre>{@code
 * try {
 *     System.out.println(compareSystems.compare(query, context));
 * } catch (DeadlineExceededException late) {
 *     System.err.println(late.service() + " was too slow: " + late.getMessage());
 * }
 * }</pre>
 */
public final class DeadlineExceededException extends DriftException {

    private static final long serialVersionUID = 1L;

    /** The name of the service. */
    private final String service;

    /**
     * A service that took too long.
     *
     * @param service its name, which the message should contain
     * @param message what callers are told
     */
    public DeadlineExceededException(String service, String message) {
        super(message);
        this.service = service;
    }

    /**
     * Which service was too slow.
     *
     * @return its name
     */
    public String service() {
        return service;
    }

    @Override
    public Kind kind() {
        return Kind.DEADLINE_EXCEEDED;
    }

    @Override
    public DeadlineExceededException withMessage(String message) {
        return new DeadlineExceededException(service, message);
    }
}
