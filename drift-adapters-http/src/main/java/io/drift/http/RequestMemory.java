package io.drift.http;

import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.json.DocumentLimits;
import java.util.Map;
import java.util.WeakHashMap;

/** What the answers for each request may take of the memory together, whichever service gives them. Thread-safe. */
final class RequestMemory {

    private static final int A_QUARTER = 4;

    private final int mostFacts;
    private final long bytes;
    /** A request is known by its cancellation, and forgotten with it. */
    private final Map<Cancellation, DocumentLimits> limits = new WeakHashMap<>();

    RequestMemory(int mostFacts) {
        this.mostFacts = mostFacts;
        bytes = Runtime.getRuntime().maxMemory() / A_QUARTER;
    }

    synchronized DocumentLimits of(RequestContext request) {
        return limits.computeIfAbsent(request.cancellation(), any -> DocumentLimits.of(mostFacts, bytes));
    }
}
