package io.drift.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of plain JSON values: null, booleans, numbers, texts, lists and maps. */
final class JsonText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private JsonText() {}

    static String of(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not a JSON value: " + value, notJson);
        }
    }

    static Map<String, @Nullable Object> readObject(InputStream in) throws IOException {
        return JSON.readValue(in, OBJECT);
    }

    /** A copy that nobody can change, with the keys in the same order and the nulls kept. */
    static Map<String, @Nullable Object> copyOf(Map<String, ? extends @Nullable Object> object) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(object));
    }

    static String required(Map<String, ? extends @Nullable Object> object, String key) {
        if (object.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("the document has no text under " + key + ": " + object.keySet());
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> objectAt(Map<String, ? extends @Nullable Object> object, String key) {
        return object.get(key) instanceof Map<?, ?> member ? (Map<String, @Nullable Object>) member : Map.of();
    }

    static List<?> listAt(Map<String, ? extends @Nullable Object> object, String key) {
        return object.get(key) instanceof List<?> list ? list : List.of();
    }
}
