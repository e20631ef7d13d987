package io.drift.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small object of a report, whose fields have to be what they should be.
 *
 * @param values its fields
 */
record Fields(Map<?, ?> values) {

    static Fields of(JsonSource source) throws IOException {
        return of(source.plain());
    }

    private static Fields of(@Nullable Object value) throws UnreadableJsonException {
        if (value instanceof Map<?, ?> fields) {
            return new Fields(fields);
        }
        throw KeptReportStream.notAReport();
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    String text(String field) throws UnreadableJsonException {
        String text = optionalText(field);
        if (text == null) {
            throw UnreadableJsonException.wrongShape("this is not a whole report: " + field + " is missing in it");
        }
        return text;
    }

    @Nullable
    String optionalText(String field) throws UnreadableJsonException {
        Object value = values.get(field);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(field);
    }

    boolean isTrue(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    long number(String field) throws UnreadableJsonException {
        if (values.get(field) instanceof Integer number && number >= 0) {
            return number;
        }
        throw wrong(field);
    }

    /** The texts of a list; empty if there is no such field. */
    List<String> texts(String field) throws UnreadableJsonException {
        List<String> texts = new ArrayList<>();
        for (Object item : list(field)) {
            if (!(item instanceof String text)) {
                throw wrong(field);
            }
            texts.add(text);
        }
        return texts;
    }

    /** The objects of a list; empty if there is no such field. */
    List<Fields> objects(String field) throws UnreadableJsonException {
        List<Fields> objects = new ArrayList<>();
        for (Object item : list(field)) {
            objects.add(of(item));
        }
        return objects;
    }

    List<?> list(String field) throws UnreadableJsonException {
        Object value = values.get(field);
        if (value == null || value instanceof List) {
            return value == null ? List.of() : (List<?>) value;
        }
        throw wrong(field);
    }

    static UnreadableJsonException wrong(String field) {
        return UnreadableJsonException.wrongShape("this is not a report: " + field + " is not what it should be");
    }
}
