package io.drift.server.standalone;

import io.drift.registry.store.SystemReads;
import io.drift.registry.store.SystemStores;
import io.drift.registry.store.SystemWrites;
import io.drift.server.observability.StoreMetrics;
import java.util.function.Function;

/** Stores whose work is timed. */
record TimedStores(SystemStores stores, StoreMetrics metrics) implements SystemStores {

    @Override
    public <T> T read(Function<SystemReads, T> work) {
        return metrics.timeRead(() -> stores.read(work));
    }

    @Override
    public <T> T write(Function<SystemWrites, T> work) {
        return metrics.timeWrite(() -> stores.write(work));
    }

    @Override
    public void close() {
        stores.close();
    }
}
