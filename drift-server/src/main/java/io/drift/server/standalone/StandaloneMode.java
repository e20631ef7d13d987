package io.drift.server.standalone;

import io.drift.jdbc.SqliteStores;
import io.drift.registry.Registry;
import io.drift.registry.store.SystemStores;
import io.drift.server.Mode;
import io.drift.server.Ports;
import io.drift.server.observability.DriftMetrics;
import java.nio.file.Path;
import java.time.Clock;

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

    /**
     * Drift over a data folder.
     *
     * @param data the folder; made if it is not there
     * @param clock tells when uploads are received
     */
    public StandaloneMode(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /** Opens the stores, or throws {@link io.drift.registry.store.StoreFailureException}. */
    @Override
    public Ports open(DriftMetrics metrics) {
        SystemStores stores = SqliteStores.open(data);
        return new StandalonePorts(stores, Registry.over(stores, clock));
    }
}
