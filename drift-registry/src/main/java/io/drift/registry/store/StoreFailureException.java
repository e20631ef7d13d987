package io.drift.registry.store;

/**
 * A store that cannot be opened, read or written; the message says what to do.
 *
 * <pre>{@code
 * try {
 *     stores.write(work);
 * } catch (StoreFailureException broken) {
 *     System.err.println(broken.getMessage());
 * }
 * }</pre>
 */
public final class StoreFailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message what to do
     * @param cause what the store said
     */
    public StoreFailureException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * A failure that nobody else caused.
     *
     * @param message what to do
     */
    public StoreFailureException(String message) {
        super(message);
    }
}
