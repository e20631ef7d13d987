package io.drift.testkit;

import io.drift.core.error.DriftException;
import io.drift.core.port.RequestContext;
import io.drift.core.port.SystemInventory;
import io.drift.core.source.InventorySystem;
import java.util.List;

/** An inventory in memory. Thread-safe. */
public final class FakeInventory implements SystemInventory {

    private final FakePort<InventorySystem> port = new FakePort<>();

    /** An inventory without systems. */
    public FakeInventory() {}

    /**
     * Adds systems, in place of those with the same ids.
     *
     * @param more systems
     * @return this
     */
    public FakeInventory with(InventorySystem... more) {
        port.add(List.of(more));
        return this;
    }

    /**
     * From now on every call fails.
     *
     * @param failure what is thrown
     * @return this
     */
    public FakeInventory failWith(DriftException failure) {
        port.failWith(failure);
        return this;
    }

    /**
     * From now on calls are answered again.
     *
     * @return this
     */
    public FakeInventory recover() {
        port.failWith(null);
        return this;
    }

    /**
     * What it was asked, failed calls included.
     *
     * @return the most recent 10,000 calls, oldest first
     */
    public List<PortCall> calls() {
        return port.calls();
    }

    /** Finds what there is, in the order of the ids, which may be in any case; unknown ids are left out. */
    @Override
    public List<InventorySystem> find(List<String> ids, RequestContext context) {
        return port.find(ids, context);
    }
}
