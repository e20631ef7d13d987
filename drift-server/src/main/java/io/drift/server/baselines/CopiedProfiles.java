package io.drift.server.baselines;

import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.RequestContext;
import io.drift.core.port.SystemInventory;
import io.drift.core.source.FactSource;
import io.drift.registry.baselines.ProfileFacts;
import java.util.List;
import java.util.UUID;

/**
 * The facts of systems, as they are or were, for baselines that are made of them. They are read as comparisons read them,
 * so that a system does not differ from the baseline that was just made of it.
 *
 * @param systems where systems come from
 * @param history where historical profiles come from
 */
public record CopiedProfiles(SystemInventory systems, HistoricalProfiles history) {

    /**
     * What a system is now.
     *
     * @throws ItemNotReturnedException if there is none
     */
    public ProfileFacts ofSystem(UUID id, RequestContext context) {
        return facts(systems.find(List.of(id.toString()), context), "inventory UUID " + id);
    }

    /**
     * What a system was.
     *
     * @throws ItemNotReturnedException if there is no such profile
     */
    public ProfileFacts ofHistory(UUID id, RequestContext context) {
        return facts(history.find(List.of(id.toString()), context), "hsp UUID " + id);
    }

    private static ProfileFacts facts(List<? extends FactSource> found, String what) {
        if (found.isEmpty()) {
            throw ItemNotReturnedException.inWords(what + " not available");
        }
        return ProfileFacts.of(found.get(0).facts());
    }
}
