package io.drift.testkit;

import io.drift.core.port.SystemInventory;
import io.drift.core.source.InventorySystem;
import java.util.stream.Stream;

/**
 * An inventory in memory. Thread-safe.
 *
 * <pre>{@code
 * FakeInventory inventory = new FakeInventory().with(Systems.system("web-1").with("arch", "x86_64"));
 * }</pre>
 */
public final class FakeInventory extends FakeItems<InventorySystem, FakeInventory> implements SystemInventory {

    /** An inventory without systems. */
    public FakeInventory() {
        super("fake inventory");
    }

    /**
     * Adds systems, in place of those with the same ids.
     *
     * @param more builders of systems, in the present state
     * @return this
     */
    public FakeInventory with(SystemBuilder... more) {
        return with(Stream.of(more).map(SystemBuilder::build).toArray(InventorySystem[]::new));
    }

    @Override
    FakeInventory self() {
        return this;
    }
}
