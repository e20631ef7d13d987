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
 *     System.err.println(failure.getMessage());
 * }
 * }</pre>
 *
 * <p>An {@link InvalidQueryException} and an {@link ItemNotReturnedException} are for the caller to correct; an {@link
 * AccessDeniedException} is for who grants permissions; the other two are failures of services.
 */
public abstract sealed class DriftException extends RuntimeException
        permits InvalidQueryException,
                AccessDeniedException,
                ItemNotReturnedException,
                ServiceFailureException,
                DeadlineExceededException {

    private static final long serialVersionUID = 1L;

    /** Of several failures the one that counts comes first: a denial beats a failure beats something not returned. */
    public static final Comparator<DriftException> WORST_FIRST = Comparator.comparingInt(failure -> List.of(
                    InvalidQueryException.class,
                    AccessDeniedException.class,
                    ServiceFailureException.class,
                    DeadlineExceededException.class,
                    ItemNotReturnedException.class)
            .indexOf(failure.getClass()));

    DriftException(String message) {
        super(message);
    }
}
