package io.drift.server;

import io.drift.core.error.InvalidQueryException;
import io.drift.core.port.AccessControl;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.BaselineStatistics;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.SystemInventory;
import io.drift.core.profile.Reading;
import io.drift.registry.Registry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one service needs from outside, closed as a whole. An inventory and who may ask are enough: whoever asks for
 * anything else is told that it is not here.
 *
 * <pre>{@code
 * record SystemsOnly(List<Reading> readings, SystemInventory systems, AccessControl accessControl) implements Ports {
 *     public SystemInventory inventory(Reading reading) {
 *         return systems;
 *     }
 * }
 * }</pre>
 *
 * <p>Ports are asked for when the service starts, perhaps several times.
 */
public interface Ports extends AutoCloseable {

    /** How closely profiles can be read here: not empty; the first is meant where a request does not say. */
    List<Reading> readings();

    /** Where systems come from, whose profiles are read in one of those ways. */
    SystemInventory inventory(Reading reading);

    /** Where baselines come from. */
    default BaselineCatalog baselines() {
        return (ids, context) -> {
            throw new InvalidQueryException("there are no baselines here");
        };
    }

    /** Where historical profiles come from, read in one of those ways. */
    default HistoricalProfiles historicalProfiles(Reading reading) {
        return (ids, context) -> {
            throw new InvalidQueryException("there are no historical profiles here");
        };
    }

    /** Who knows permissions; null if they are not checked, which no mode does by forgetting it. */
    @Nullable
    AccessControl accessControl();

    /** Whether all programs of this machine may ask without saying who they are, and nobody else may ask at all. */
    default boolean areForThisMachineOnly() {
        return false;
    }

    /** The systems and baselines that the server keeps itself; null if it keeps none. */
    default @Nullable Registry registry() {
        return null;
    }

    /** Who knows how much baselines are used. */
    default BaselineStatistics baselineStatistics() {
        return context -> {
            throw new InvalidQueryException("there are no baselines here");
        };
    }

    /** The service listens from now on: what is done in the background begins. */
    default void listening() {}

    /** Closes what is behind the ports. */
    @Override
    default void close() {}
}
