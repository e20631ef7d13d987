package io.drift.server.standalone;

import io.drift.core.port.AccessControl;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.BaselineStatistics;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.SystemInventory;
import io.drift.core.profile.Reading;
import io.drift.registry.Registry;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.SystemStores;
import io.drift.server.Ports;
import io.drift.server.baselines.OwnBaselineStatistics;
import io.drift.server.baselines.StoredBaselines;
import io.drift.server.systems.RecentDocuments;
import io.drift.server.systems.StoredHistory;
import io.drift.server.systems.StoredSystems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server's own systems, read exactly unless a request asks for the archived reading. */
record StandalonePorts(SystemStores stores, Registry registry, RecentDocuments recent, BackgroundUpkeep upkeep)
        implements Ports {

    @Override
    public List<Reading> readings() {
        return List.of(Reading.EXACT, Reading.ARCHIVED);
    }

    @Override
    public SystemInventory inventory(Reading reading) {
        return new StoredSystems(registry, OrgId.LOCAL, reading, recent);
    }

    @Override
    public BaselineCatalog baselines() {
        return new StoredBaselines(registry, OrgId.LOCAL);
    }

    @Override
    public BaselineStatistics baselineStatistics() {
        return new OwnBaselineStatistics(registry, OrgId.LOCAL);
    }

    @Override
    public HistoricalProfiles historicalProfiles(Reading reading) {
        return new StoredHistory(registry, OrgId.LOCAL, reading, recent);
    }

    @Override
    public boolean areForThisMachineOnly() {
        return true;
    }

    @Override
    public @Nullable AccessControl accessControl() {
        return null;
    }

    /** A server that cannot start, as where its port is taken, changes nothing. */
    @Override
    public void listening() {
        upkeep.begin();
    }

    @Override
    public void close() {
        upkeep.close();
        stores.close();
    }
}
