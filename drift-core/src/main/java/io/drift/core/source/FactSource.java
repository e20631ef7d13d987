package io.drift.core.source;

import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.Reading;
import org.jspecify.annotations.Nullable;

/**
 * One column of a comparison: who it is, and the facts of it.
 *
 * <pre>{@code
 * for (FactSource column : report.columns()) {
 *     System.out.println(column.kind() + " " + column.name() + " has the id " + column.id());
 * }
 * }</pre>
 */
public sealed interface FactSource permits InventorySystem, HistoricalProfile, Baseline, OtherSource {

    /**
     * What the source is known by; a UUID where it comes from the platform.
     *
     * @return never null
     */
    String id();

    /**
     * The name that people know it by, by which columns are sorted.
     *
     * @return never null
     */
    String name();

    /**
     * What it is.
     *
     * @return never null
     */
    SourceKind kind();

    /**
     * Its facts.
     *
     * @return never null
     */
    RecordedFacts facts();

    /**
     * How closely its profile was read, if it has one.
     *
     * @return null for what can be compared with profiles of any reading: baselines, and documents of a caller's own
     */
    default @Nullable Reading reading() {
        return null;
    }

    /**
     * A source of a caller's own, which counts as a system.
     *
     * <pre>{@code
     * FactRecorder recorder = new FactRecorder();
     * FactSource shop = FactSource.of("shop", recorder.record("port", "8080").end());
     * }</pre>
     *
     * @param name its name, which is its id as well; unique within a comparison
     * @param facts what was recorded of it
     * @return a source of the kind {@link SourceKind#OTHER}
     */
    static FactSource of(String name, RecordedFacts facts) {
        return of(name, name, facts);
    }

    /**
     * A source of a caller's own, which counts as a system.
     *
     * @param id unique within a comparison
     * @param name its name
     * @param facts what was recorded of it
     * @return a source of the kind {@link SourceKind#OTHER}
     */
    static FactSource of(String id, String name, RecordedFacts facts) {
        return new OtherSource(id, name, facts);
    }
}
