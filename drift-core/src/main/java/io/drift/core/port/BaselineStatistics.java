package io.drift.core.port;

/**
 * Who knows how much baselines are used, for the staff of the platform.
 *
 * <pre>{@code
 * BaselineStatistics statistics = context -> "{\"baselines\": " + catalog.size() + "}";
 * }</pre>
 *
 * <p>Asked on any thread, by several requests at the same time.
 */
@FunctionalInterface
public interface BaselineStatistics {

    /**
     * Finds the statistics.
     *
     * @param context who asks, and until when
     * @return a JSON document as its owner wrote it; what stands in it is the owner's business
     * @throws io.drift.core.error.DriftException if it cannot tell
     */
    String find(RequestContext context);
}
