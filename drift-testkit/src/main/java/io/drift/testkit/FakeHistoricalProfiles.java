package io.drift.testkit;

import io.drift.core.error.DriftException;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.RequestContext;
import io.drift.core.source.HistoricalProfile;
import java.util.List;

/** Historical profiles in memory. Thread-safe. */
public final class FakeHistoricalProfiles implements HistoricalProfiles {

    private final FakePort<HistoricalProfile> port = new FakePort<>();

    /** No historical profiles yet. */
    public FakeHistoricalProfiles() {}

    /**
     * Adds historical profiles, in place of those with the same ids.
     *
     * @param more historical profiles
     * @return this
     */
    public FakeHistoricalProfiles with(HistoricalProfile... more) {
        port.add(List.of(more));
        return this;
    }

    /**
     * From now on every call fails.
     *
     * @param failure what is thrown
     * @return this
     */
    public FakeHistoricalProfiles failWith(DriftException failure) {
        port.failWith(failure);
        return this;
    }

    /**
     * From now on calls are answered again.
     *
     * @return this
     */
    public FakeHistoricalProfiles recover() {
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
    public List<HistoricalProfile> find(List<String> ids, RequestContext context) {
        return port.find(ids, context);
    }
}
