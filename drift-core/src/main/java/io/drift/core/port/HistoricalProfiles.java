package io.drift.core.port;

import io.drift.core.source.HistoricalProfile;
import java.util.List;

/**
 * Where historical profiles come from.
 *
 * <pre>{@code
 * HistoricalProfiles archive = (ids, context) ->
 *         profiles.stream().filter(profile -> ids.contains(profile.id())).toList();
 * }</pre>
 *
 * <p>Asked on any thread, by several requests at the same time.
 */
@FunctionalInterface
public interface HistoricalProfiles {

    /**
     * Finds historical profiles.
     *
     * @param ids UUIDs of profiles, not of systems, without duplicates; any number, also none
     * @param context who asks, and until when
     * @return what it found; see {@link SystemInventory#find}
     * @throws io.drift.core.error.DriftException if it cannot tell
     */
    List<HistoricalProfile> find(List<String> ids, RequestContext context);
}
