package io.drift.core.error;

/**
 * The caller did not say who it is, said it in a way that cannot be read, or is not entitled to ask.
 *
 * <pre>{@code
 * try {
 *     Entitlement.INSIGHTS.check(identity);
 * } catch (InvalidIdentityException refused) {
 *     System.err.println(refused.getMessage());
 * }
 * }</pre>
 *
 * <p>The message says what is missing and quotes nothing of the identity.
 */
public final class InvalidIdentityException extends DriftException {

    private static final long serialVersionUID = 1L;

    /**
     * An identity that is not enough.
     *
     * @param message what is missing
     */
    public InvalidIdentityException(String message) {
        super(message);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID_IDENTITY;
    }

    @Override
    public InvalidIdentityException withMessage(String message) {
        return new InvalidIdentityException(message);
    }
}
