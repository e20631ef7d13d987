package io.drift.server;

import io.drift.core.error.InvalidQueryException;
import io.drift.core.port.AccessControl;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.BaselineStatistics;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.SystemInventory;
import org.jspecify.annotations.Nullable;

/**
 * All that one server needs from outside, closed as a whole.
 *
 * <pre>{@code
 * try (Ports ports = Ports.of(inventory).withBaselines(baselines).withClosing(client::close)) {
 *     CompareSystems.of(ports.inventory()).withBaselines(ports.baselines());
 * }
 * }</pre>
 *
 * @param inventory where systems come from
 * @param baselines where baselines come from
 * @param historicalProfiles where historical profiles come from
 * @param accessControl who knows permissions; null if they are not checked
 * @param baselineStatistics who knows how much baselines are used
 * @param closing closes what is behind the ports
 */
public record Ports(
        SystemInventory inventory,
        BaselineCatalog baselines,
        HistoricalProfiles historicalProfiles,
        @Nullable AccessControl accessControl,
        BaselineStatistics baselineStatistics,
        Runnable closing)
        implements AutoCloseable {

    /**
     * An inventory alone: permissions are not checked, and whoever asks for anything else is told that it is not here.
     *
     * @param inventory where systems come from
     * @return ports with nothing to close
     */
    public static Ports of(SystemInventory inventory) {
        return new Ports(
                inventory,
                (ids, context) -> {
                    throw new InvalidQueryException("there are no baselines here");
                },
                (ids, context) -> {
                    throw new InvalidQueryException("there are no historical profiles here");
                },
                null,
                context -> {
                    throw new InvalidQueryException("there are no baselines here");
                },
                () -> {});
    }

    /**
     * With baselines.
     *
     * @param baselines where baselines come from
     * @return the changed ports
     */
    public Ports withBaselines(BaselineCatalog baselines) {
        return new Ports(inventory, baselines, historicalProfiles, accessControl, baselineStatistics, closing);
    }

    /**
     * With historical profiles.
     *
     * @param historicalProfiles where historical profiles come from
     * @return the changed ports
     */
    public Ports withHistoricalProfiles(HistoricalProfiles historicalProfiles) {
        return new Ports(inventory, baselines, historicalProfiles, accessControl, baselineStatistics, closing);
    }

    /**
     * With permissions that are checked.
     *
     * @param accessControl who knows permissions; null if they are not checked
     * @return the changed ports
     */
    public Ports withAccessControl(@Nullable AccessControl accessControl) {
        return new Ports(inventory, baselines, historicalProfiles, accessControl, baselineStatistics, closing);
    }

    /**
     * With statistics of baselines.
     *
     * @param baselineStatistics who knows how much baselines are used
     * @return the changed ports
     */
    public Ports withBaselineStatistics(BaselineStatistics baselineStatistics) {
        return new Ports(inventory, baselines, historicalProfiles, accessControl, baselineStatistics, closing);
    }

    /**
     * With something to close.
     *
     * @param closing closes what is behind the ports
     * @return the changed ports
     */
    public Ports withClosing(Runnable closing) {
        return new Ports(inventory, baselines, historicalProfiles, accessControl, baselineStatistics, closing);
    }

    /** Closes what is behind the ports. */
    @Override
    public void close() {
        closing.run();
    }
}
