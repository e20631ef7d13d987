package io.drift.core.source;

import io.drift.core.fact.RecordedFacts;
import org.jspecify.annotations.Nullable;

/**
 * What systems should be.
 *
 * <pre>{@code
 * RecordedFacts wanted = new FactRecorder().record("selinux_current_mode", "enforcing").end();
 * Baseline golden = Baseline.of("golden", wanted);
 * ComparisonReport report = Comparison.of(systems).withMore(List.of(golden)).withReference(golden.id()).report();
 * }</pre>
 *
 * @param id its id, a UUID
 * @param name its display name
 * @param updated when it last changed, a text as given; null if unknown
 * @param facts its facts
 */
public record Baseline(String id, String name, @Nullable String updated, RecordedFacts facts) implements FactSource {

    /**
     * A baseline of a caller's own.
     *
     * @param name its name, which is its id as well
     * @param facts what systems should have
     * @return a baseline of unknown age
     */
    public static Baseline of(String name, RecordedFacts facts) {
        return new Baseline(name, name, null, facts);
    }

    @Override
    public SourceKind kind() {
        return SourceKind.BASELINE;
    }
}
