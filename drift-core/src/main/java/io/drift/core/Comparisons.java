package io.drift.core;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.error.DriftException;
import io.drift.core.port.RequestContext;

/**
 * Compares what a query asks for. {@link CompareSystems} does the work; whoever counts, limits or remembers comparisons
 * stands in front of it with the same interface.
 *
 * <pre>{@code
 * Comparisons compareSystems = CompareSystems.of(inventory);
 * Comparisons logged = (query, context) -> {
 *     System.out.println(context.requestId() + " compares " + query.systemIds().size() + " systems");
 *     return compareSystems.compare(query, context);
 * };
 * }</pre>
 *
 * <p>Called on any thread, by several requests at the same time.
 */
@FunctionalInterface
public interface Comparisons {

    /**
     * Compares.
     *
     * @param query what to compare
     * @param context who asks, and until when
     * @return where the sources differ
     * @throws DriftException if something was not found, is not allowed, or a port failed
     */
    ComparisonReport compare(ComparisonQuery query, RequestContext context);
}
