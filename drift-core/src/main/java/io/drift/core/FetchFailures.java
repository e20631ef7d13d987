package io.drift.core;

import io.drift.core.error.AccessDeniedException;
import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.DriftException;
import io.drift.core.error.InvalidQueryException;
import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.error.ServiceFailureException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several finds failed: which failure is raised. A denial beats a service's failure, which beats something that was not
 * returned. A denial shows only what the denying services say, otherwise all messages are joined.
 */
final class FetchFailures {

    private FetchFailures() {}

    /** The one failure that stands for all of them; where there is only one, that one. */
    static DriftException combined(List<DriftException> failures) {
        if (failures.size() == 1) {
            return failures.get(0);
        }
        DriftException worst = failures.stream().min(DriftException.WORST_FIRST).orElseThrow();
        DriftException raised = withMessage(messagesToTell(failures, worst), worst);
        failures.forEach(raised::addSuppressed);
        return raised;
    }

    private static String messagesToTell(List<DriftException> failures, DriftException worst) {
        return failures.stream()
                .filter(failure ->
                        !(worst instanceof AccessDeniedException) || failure instanceof AccessDeniedException)
                .map(DriftException::getMessage)
                .collect(Collectors.joining(", "));
    }

    private static DriftException withMessage(String message, DriftException worst) {
        if (worst instanceof InvalidQueryException) {
            return new InvalidQueryException(message);
        }
        if (worst instanceof AccessDeniedException) {
            return new AccessDeniedException(message);
        }
        if (worst instanceof ServiceFailureException failure) {
            return new ServiceFailureException(failure.service(), message);
        }
        if (worst instanceof DeadlineExceededException late) {
            return new DeadlineExceededException(late.service(), message);
        }
        return ItemNotReturnedException.inWords(message);
    }
}
