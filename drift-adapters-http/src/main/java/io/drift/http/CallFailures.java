package io.drift.http;

import io.drift.core.error.DriftException;
import io.drift.core.error.ItemNotReturnedException;
import java.util.List;

/** Several calls of one find failed: the worst failure counts, and the ids that different batches miss are merged. */
final class CallFailures {

    private CallFailures() {}

    static DriftException combined(List<DriftException> failures) {
        DriftException worst = DriftException.worstOf(failures);
        List<String> missing = failures.stream()
                .filter(ItemNotReturnedException.class::isInstance)
                .flatMap(failure -> ((ItemNotReturnedException) failure).ids().stream())
                .distinct()
                .toList();
        return worst.kind() == DriftException.Kind.NOT_RETURNED && !missing.isEmpty()
                ? ItemNotReturnedException.ofIds(missing)
                : worst;
    }
}
