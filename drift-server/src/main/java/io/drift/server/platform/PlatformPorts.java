package io.drift.server.platform;

import io.drift.clowder.DriftSettings;
import io.drift.core.error.InvalidQueryException;
import io.drift.core.port.AccessControl;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.BaselineStatistics;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.SystemInventory;
import io.drift.core.profile.Reading;
import io.drift.http.PlatformClients;
import io.drift.server.Ports;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The services of the platform, as far as the settings name them. */
record PlatformPorts(PlatformClients clients, DriftSettings settings) implements Ports {

    @Override
    public List<Reading> readings() {
        return List.of(Reading.ARCHIVED, Reading.EXACT);
    }

    @Override
    public SystemInventory inventory(Reading reading) {
        return clients.inventory(reading);
    }

    @Override
    public BaselineCatalog baselines() {
        return hasBaselines()
                ? clients.baselines()
                : (ids, context) -> {
                    throw noBaselines();
                };
    }

    @Override
    public BaselineStatistics baselineStatistics() {
        return hasBaselines()
                ? clients.baselineStatistics()
                : context -> {
                    throw noBaselines();
                };
    }

    private boolean hasBaselines() {
        return settings.platform().services().baselines() != null;
    }

    private static InvalidQueryException noBaselines() {
        return new InvalidQueryException("there are no baselines here: BASELINE_SVC_URL is not set");
    }

    @Override
    public HistoricalProfiles historicalProfiles(Reading reading) {
        return settings.platform().services().historicalProfiles() != null
                ? clients.historicalProfiles(reading)
                : (ids, context) -> {
                    throw new InvalidQueryException("there are no historical profiles here: HSP_SVC_URL is not set");
                };
    }

    @Override
    public @Nullable AccessControl accessControl() {
        return settings.access().rbacEnabled() ? clients.accessControl() : null;
    }

    @Override
    public void close() {
        clients.close();
    }
}
