package io.drift.testkit;

import io.drift.core.error.DriftException;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.RequestContext;
import io.drift.core.source.Baseline;
import java.util.List;

/** A catalog of baselines in memory. Thread-safe. */
public final class FakeBaselines implements BaselineCatalog {

    private final FakePort<Baseline> port = new FakePort<>();

    /** A catalog without baselines. */
    public FakeBaselines() {}

    /**
     * Adds baselines, in place of those with the same ids.
     *
     * @param more baselines
     * @return this
     */
    public FakeBaselines with(Baseline... more) {
        port.add(List.of(more));
        return this;
    }

    /**
     * From now on every call fails.
     *
     * @param failure what is thrown
     * @return this
     */
    public FakeBaselines failWith(DriftException failure) {
        port.failWith(failure);
        return this;
    }

    /**
     * From now on calls are answered again.
     *
     * @return this
     */
    public FakeBaselines recover() {
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
    public List<Baseline> find(List<String> ids, RequestContext context) {
        return port.find(ids, context);
    }
}
