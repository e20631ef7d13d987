package io.drift.server.standalone;

import io.drift.clowder.DriftSettings;
import io.drift.jdbc.SqliteStores;
import io.drift.registry.Registry;
import io.drift.registry.history.Retention;
import io.drift.registry.history.Upkeep;
import io.drift.registry.store.BaselineQuery;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.SystemQuery;
import io.drift.registry.store.SystemStores;
import io.drift.registry.systems.Staleness;
import io.drift.registry.systems.UploadSystems;
import io.drift.server.Mode;
import io.drift.server.Ports;
import io.drift.server.observability.DriftMetrics;
import io.drift.server.observability.StoreMetrics;
import io.drift.server.systems.RecentDocuments;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/**
 * Drift on its own: it keeps the systems that it compares in a folder of this machine.
 *
 * <pre>{@code
 * DriftService drift = DriftService.start(new StandaloneMode(Path.of("data"), clock), settings, clock);
 * }</pre>
 */
public final class StandaloneMode implements Mode {

    /** What the mode is called in the log. */
    public static final String NAME = "standalone";

    private final Path data;
    private final Clock clock;
    private final DriftSettings.Keeping keeping;

    /**
     * Drift over a data folder, which keeps everything as long as is the default.
     *
     * @param data the folder; made if it is not there
     * @param clock tells when uploads are received
     */
    public StandaloneMode(Path data, Clock clock) {
        this(data, clock, DriftSettings.Keeping.DEFAULT);
    }

    private StandaloneMode(Path data, Clock clock, DriftSettings.Keeping keeping) {
        this.data = data;
        this.clock = clock;
        this.keeping = keeping;
    }

    /**
     * The same, but systems and their history are kept longer or shorter.
     *
     * @param other how long
     * @return the changed mode
     */
    public StandaloneMode withKeeping(DriftSettings.Keeping other) {
        return new StandaloneMode(data, clock, other);
    }

    /** Opens the stores, or throws {@link io.drift.registry.store.StoreFailureException}. */
    @Override
    public Ports open(DriftMetrics metrics) {
        SystemStores sqlite = SqliteStores.open(data);
        StoreMetrics counts = metrics.stores(() -> SqliteStores.bytes(data));
        SystemStores stores = new TimedStores(sqlite, counts);
        Staleness staleness = Staleness.DEFAULT.withCulling(keeping.cullAfter());
        Registry registry = Registry.over(stores, clock)
                .withStaleness(staleness)
                .withUploads(new UploadSystems(stores, clock, UUID::randomUUID).withListener(counts::uploaded))
                .withBaselineListener(metrics.baselines(() -> baselines(sqlite)));
        // not timed: reports and uploads are what people wait for
        Upkeep upkeep = new Upkeep(sqlite, retention(), staleness, clock);
        RecentDocuments recent =
                RecentDocuments.within(Runtime.getRuntime().maxMemory(), counts::heldContent, counts::inflatedContent);
        counts.heldContents(recent::held);
        return new StandalonePorts(
                stores, registry, recent, new BackgroundUpkeep(() -> upkeep.run(OrgId.LOCAL), counts::keptUp));
    }

    /** Not timed: a scrape should not show itself. */
    private static long baselines(SystemStores stores) {
        return stores.read(store -> store.baselines()
                .page(OrgId.LOCAL, BaselineQuery.ALL.withWindow(new SystemQuery.Window(0, 1)))
                .total());
    }

    private Retention retention() {
        return new Retention(keeping.all(), keeping.daily(), keeping.weekly());
    }
}
