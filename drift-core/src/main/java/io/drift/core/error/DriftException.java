package io.drift.core.error;

import java.util.Comparator;
import java.util.List;

/**
 * A comparison that could not be made. The message is for the caller: it never contains a secret.
 *
 * <pre>{@code
 * try {
 *     System.out.println(compareSystems.compare(query, context));
 * } catch (DriftException failure) {
 *     boolean callersFault = switch (failure.kind()) {
 *         case INVALID_QUERY, INVALID_IDENTITY, ACCESS_DENIED, NOT_RETURNED -> true;
 *         case SERVICE_FAILURE, UNAVAILABLE, DEADLINE_EXCEEDED -> false;
 *     };
 *     System.err.println((callersFault ? "please check: " : "please try again: ") + failure.getMessage());
 * }
 * }</pre>
 *
 * <p>There is a type for each {@link Kind}, which carries what belongs to it.
 */
public abstract sealed class DriftException extends RuntimeException
        permits InvalidQueryException,
                InvalidIdentityException,
                AccessDeniedException,
                ServiceFailureException,
                UnavailableException,
                DeadlineExceededException,
                ItemNotReturnedException {

    private static final long serialVersionUID = 1L;

    /**
     * What went wrong, in the order in which failures count: of several, the first in this list is raised.
     *
     * <pre>{@code
     * int status = switch (failure.kind()) {
     *     case INVALID_QUERY, INVALID_IDENTITY -> 400;
     *     case ACCESS_DENIED -> 403;
     *     case NOT_RETURNED -> 404;
     *     case SERVICE_FAILURE -> 500;
     *     case UNAVAILABLE -> 503;
     *     case DEADLINE_EXCEEDED -> 504;
     * };
     * }</pre>
     */
    public enum Kind {
        /** What was asked cannot be answered, whoever asks: {@link InvalidQueryException}. */
        INVALID_QUERY,
        /** The caller did not say who it is, or is not entitled: {@link InvalidIdentityException}. */
        INVALID_IDENTITY,
        /** The caller may not have it: {@link AccessDeniedException}. */
        ACCESS_DENIED,
        /** A service did not give a usable answer: {@link ServiceFailureException}. */
        SERVICE_FAILURE,
        /** A service, or Drift itself, refuses work for now: {@link UnavailableException}. */
        UNAVAILABLE,
        /** A service did not answer in time: {@link DeadlineExceededException}. */
        DEADLINE_EXCEEDED,
        /** Something does not exist, or may not be seen: {@link ItemNotReturnedException}. */
        NOT_RETURNED
    }

    private static final Comparator<DriftException> BY_RANK = Comparator.comparing(DriftException::kind);

    DriftException(String message) {
        super(message);
    }

    /**
     * What went wrong, for a switch that forgets nothing.
     *
     * @return the kind of this type
     */
    public abstract Kind kind();

    /**
     * The same failure with another message, such as the messages of several failures of which this one is the worst.
     *
     * @param message what callers are told
     * @return a failure of the same kind with the same data, but without a cause and a history of its own
     */
    public abstract DriftException withMessage(String message);

    /**
     * The failure that counts among several: the first of the worst kind.
     *
     * @param failures at least one
     * @return one of them
     * @throws java.util.NoSuchElementException if there is none
     */
    public static DriftException worstOf(List<DriftException> failures) {
        return failures.stream().min(BY_RANK).orElseThrow();
    }
}
