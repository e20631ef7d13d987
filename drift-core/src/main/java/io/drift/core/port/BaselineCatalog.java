package io.drift.core.port;

import io.drift.core.source.Baseline;
import java.util.List;

/**
 * Where baselines come from.
 *
 * <pre>{@code
 * BaselineCatalog baselines = (ids, context) ->
 *         catalog.stream().filter(baseline -> ids.contains(baseline.id())).toList();
 * }</pre>
 *
 * <p>Asked on any thread, by several requests at the same time.
 */
@FunctionalInterface
public interface BaselineCatalog {

    /**
     * Finds baselines.
     *
     * @param ids UUIDs without duplicates, any number, also none
     * @param context who asks, and until when
     * @return what it found; see {@link SystemInventory#find}
     * @throws io.drift.core.error.DriftException if it cannot tell
     */
    List<Baseline> find(List<String> ids, RequestContext context);
}
