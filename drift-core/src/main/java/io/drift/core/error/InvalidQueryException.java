package io.drift.core.error;

/**
 * What was asked cannot be answered, whoever asks; the message says what to change.
 *
 * <pre>{@code
 * try {
 *     System.out.println(ComparisonQuery.ofSystems(ids).withReference(referenceId));
 * } catch (InvalidQueryException wrong) {
 *     System.err.println(wrong.getMessage());
 * }
 * }</pre>
 */
public final class InvalidQueryException extends DriftException {

    private static final long serialVersionUID = 1L;

    /**
     * A query that breaks a rule.
     *
     * @param message what is wrong with it
     */
    public InvalidQueryException(String message) {
        super(message);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID_QUERY;
    }

    @Override
    public InvalidQueryException withMessage(String message) {
        return new InvalidQueryException(message);
    }
}
