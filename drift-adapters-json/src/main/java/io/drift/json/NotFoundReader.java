package io.drift.json;

import io.drift.core.profile.PythonText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads which ids today's inventory does not know (Q20).
 *
 * <pre>{@code
 * Optional<List<String>> ids = NotFoundReader.readIds("{\"not_found_ids\": [\"4d5b\"]}"); // Optional[[4d5b]]
 * }</pre>
 */
public final class NotFoundReader {

    private NotFoundReader() {}

    /**
     * Reads the body of a 404 answer.
     *
     * @param body any text
     * @return the ids under {@code not_found_ids}; empty if the text is not an object with that array
     */
    public static Optional<List<String>> readIds(String body) {
        try {
            Object document = JsonSource.read(body, JsonSource::plain);
            return document instanceof Map<?, ?> object && object.get("not_found_ids") instanceof Collection<?> ids
                    ? Optional.of(ids.stream().map(PythonText::of).toList())
                    : Optional.empty();
        } catch (UnreadableJsonException noIds) {
            return Optional.empty();
        }
    }
}
