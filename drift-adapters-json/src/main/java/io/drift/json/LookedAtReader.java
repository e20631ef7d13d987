package io.drift.json;

import io.drift.core.profile.LookedAt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands under {@code looked_at} beside a profile: {@code {"only": [...]}}, {@code {"except": [...]}}, or both,
 * with names of groups or facts.
 */
final class LookedAtReader {

    private static final String ONLY = "only";
    private static final String EXCEPT = "except";

    private LookedAtReader() {}

    /**
     * Reads it.
     *
     * @param value what stands there; null for everything
     * @throws UnreadableJsonException if it is something else: whoever takes it for everything would say of facts that they
     *     are missing
     */
    static LookedAt read(@Nullable Object value) throws UnreadableJsonException {
        if (value == null) {
            return LookedAt.everything();
        }
        if (!(value instanceof Map<?, ?> object) || !Set.of(ONLY, EXCEPT).containsAll(object.keySet())) {
            throw UnreadableJsonException.wrongShape(
                    "looked_at is not an object with \"only\" or \"except\" and nothing else");
        }
        LookedAt lookedAt = LookedAt.everything().withExcept(names(EXCEPT, object.get(EXCEPT)));
        return object.get(ONLY) == null ? lookedAt : lookedAt.withOnly(names(ONLY, object.get(ONLY)));
    }

    private static List<String> names(String key, @Nullable Object value) throws UnreadableJsonException {
        if (value == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Object name : value instanceof Collection<?> list ? list : Set.of(value)) {
            if (!(value instanceof Collection<?>) || !(name instanceof String text)) {
                throw UnreadableJsonException.wrongShape("\"" + key + "\" of looked_at is not a list of texts");
            }
            names.add(text);
        }
        return names;
    }
}
