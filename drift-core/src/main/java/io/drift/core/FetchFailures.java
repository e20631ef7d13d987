package io.drift.core;

import io.drift.core.error.DriftException;
import io.drift.core.error.DriftException.Kind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several finds failed: the worst failure is raised, in the words of all of them. A denial shows only what the denying
 * services say: a caller who may not ask must not see what other services answered.
 */
final class FetchFailures {

    private FetchFailures() {}

    /** One failure that stands for all of them; a single failure is returned as it is. */
    static DriftException combined(List<DriftException> failures) {
        if (failures.size() == 1) {
            return failures.get(0);
        }
        DriftException worst = DriftException.worstOf(failures);
        DriftException raised = worst.withMessage(failures.stream()
                .filter(failure -> worst.kind() != Kind.ACCESS_DENIED || failure.kind() == Kind.ACCESS_DENIED)
                .map(DriftException::getMessage)
                .collect(Collectors.joining(", ")));
        failures.forEach(raised::addSuppressed);
        return raised;
    }
}
