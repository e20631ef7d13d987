package io.drift.http;

import io.drift.core.fact.MemoryShare;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import java.util.Map;
import java.util.WeakHashMap;

/** What the answers for each request may take of the memory together, whichever service gives them. Thread-safe. */
final class RequestMemory {

    private static final int A_QUARTER = 4;

    private final long bytes;
    /** A request is known by its cancellation, and forgotten with it. */
    private final Map<Cancellation, MemoryShare> shares = new WeakHashMap<>();

    RequestMemory() {
        bytes = Runtime.getRuntime().maxMemory() / A_QUARTER;
    }

    synchronized MemoryShare of(RequestContext request) {
        return shares.computeIfAbsent(request.cancellation(), any -> MemoryShare.of(bytes));
    }
}
