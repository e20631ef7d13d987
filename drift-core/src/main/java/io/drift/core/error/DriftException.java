package io.drift.core.error;

/** A comparison that could not be made. The message is for the caller: it never contains a secret. */
public abstract sealed class DriftException extends RuntimeException
        permits InvalidQueryException,
                AccessDeniedException,
                ItemNotReturnedException,
                ServiceFailureException,
                DeadlineExceededException {

    private static final long serialVersionUID = 1L;

    DriftException(String message) {
        super(message);
    }
}
