package io.drift.testkit;

import io.drift.core.port.HistoricalProfiles;
import io.drift.core.source.HistoricalProfile;
import java.util.stream.Stream;

/**
 * Historical profiles in memory. Thread-safe.
 *
 * <pre>{@code
 * FakeHistoricalProfiles profiles = new FakeHistoricalProfiles()
 *         .with(Systems.historicalProfileOf(web).capturedAt("2024-10-07T00:00:00+00:00"));
 * }</pre>
 */
public final class FakeHistoricalProfiles extends FakeItems<HistoricalProfile, FakeHistoricalProfiles>
        implements HistoricalProfiles {

    /** No historical profiles yet. */
    public FakeHistoricalProfiles() {
        super("fake source of historical profiles");
    }

    /**
     * Adds profiles, in place of those with the same ids.
     *
     * @param more builders of profiles, in the present state
     * @return this
     */
    public FakeHistoricalProfiles with(HistoricalProfileBuilder... more) {
        return with(Stream.of(more).map(HistoricalProfileBuilder::build).toArray(HistoricalProfile[]::new));
    }

    @Override
    FakeHistoricalProfiles self() {
        return this;
    }
}
