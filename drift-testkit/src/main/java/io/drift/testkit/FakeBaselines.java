package io.drift.testkit;

import io.drift.core.port.BaselineCatalog;
import io.drift.core.source.Baseline;
import java.util.stream.Stream;

/**
 * A catalog of baselines in memory. Thread-safe.
 *
 * <pre>{@code
 * FakeBaselines baselines = new FakeBaselines().with(Baselines.baseline("web").with("arch", "x86_64"));
 * }</pre>
 */
public final class FakeBaselines extends FakeItems<Baseline, FakeBaselines> implements BaselineCatalog {

    /** A catalog without baselines. */
    public FakeBaselines() {
        super("fake baseline catalog");
    }

    /**
     * Adds baselines, in place of those with the same ids.
     *
     * @param more builders of baselines, in the present state
     * @return this
     */
    public FakeBaselines with(BaselineBuilder... more) {
        return with(Stream.of(more).map(BaselineBuilder::build).toArray(Baseline[]::new));
    }

    @Override
    FakeBaselines self() {
        return this;
    }
}
