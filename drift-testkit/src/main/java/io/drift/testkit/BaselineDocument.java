package io.drift.testkit;

import io.drift.core.source.Baseline;
import io.drift.json.BaselineReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A baseline as its service knows it.
 *
 * @param json the document
 */
public record BaselineDocument(Map<String, @Nullable Object> json) implements PlatformDocument {

    /** Copies the document, which must have an id. */
    public BaselineDocument {
        json = JsonText.copyOf(json);
        JsonText.required(json, "id");
    }

    @Override
    public BaselineDocument document() {
        return this;
    }

    /**
     * The baseline as the core sees it.
     *
     * @return the baseline
     */
    public Baseline baseline() {
        return AnswerReader.read(Map.of("data", List.of(json)), BaselineReader::readBaselines, all -> all.get(0));
    }
}
