package io.drift.json;

import io.drift.core.fact.RecordedFacts;
import io.drift.core.source.Baseline;
import org.jspecify.annotations.Nullable;

/**
 * A baseline in a file.
 *
 * <pre>{@code
 * Baseline golden = document.named("golden");
 * }</pre>
 *
 * @param id its id; null for bare {@code baseline_facts}, and where the file tells none
 * @param name its {@code display_name}; null if the file tells none
 * @param updated when it was changed, as given; null if the file does not tell
 * @param facts what it asks for
 */
public record BaselineDocument(
        @Nullable String id,
        @Nullable String name,
        @Nullable String updated,
        RecordedFacts facts) implements FileDocument {

    /**
     * The baseline.
     *
     * @param fallback its name and its id, where it brought none
     * @return never null
     */
    public Baseline named(String fallback) {
        return new Baseline(id == null ? fallback : id, name == null ? fallback : name, updated, facts);
    }
}
