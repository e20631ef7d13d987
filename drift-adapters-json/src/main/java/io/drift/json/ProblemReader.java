package io.drift.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads why a service refuses something, in the two shapes in which the platform's services say so.
 *
 * <pre>{@code
 * Optional<String> why = ProblemReader.readDetail("{\"detail\": \"moved\"}"); // Optional[moved]
 * }</pre>
 */
public final class ProblemReader {

    private ProblemReader() {}

    /**
     * Reads the body of a refusal: {@code {"detail": "why"}} or {@code {"errors": [{"detail": "why"}]}}.
     *
     * @param body any text
     * @return the first detail that is a text and not empty; empty if there is none
     */
    public static Optional<String> readDetail(String body) {
        try {
            Object document = JsonSource.read(body, JsonSource::plain);
            return detail(document).or(() -> detailOfErrors(document));
        } catch (UnreadableJsonException noProblem) {
            return Optional.empty();
        }
    }

    private static Optional<String> detailOfErrors(@Nullable Object document) {
        return document instanceof Map<?, ?> object && object.get("errors") instanceof List<?> errors
                ? errors.stream()
                        .map(ProblemReader::detail)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> detail(@Nullable Object problem) {
        return problem instanceof Map<?, ?> object && object.get("detail") instanceof String text && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }
}
