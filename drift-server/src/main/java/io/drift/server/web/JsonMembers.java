package io.drift.server.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object in a request, whose types are checked when they are asked for.
 *
 * @param object its members by name
 * @param place where it stands in the body; empty for the body itself
 */
record JsonMembers(Map<?, ?> object, String place) {

    /**
     * The members of a body.
     *
     * @param known the names of all that there may be
     * @throws Problem if there are others
     */
    static JsonMembers of(Map<?, ?> body, Set<String> known) {
        return new JsonMembers(body, "").only(known);
    }

    private JsonMembers only(Set<String> known) {
        for (Object name : object.keySet()) {
            if (!known.contains(name)) {
                throw Problem.badRequest(
                        "Additional properties are not allowed (" + Quoted.value(name) + " was unexpected)");
            }
        }
        return this;
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    boolean has(String name) {
        return object.containsKey(name);
    }

    /** Null if there is no such member; one that is null has the wrong type. */
    <T> @Nullable T get(String name, Class<T> type, String typeInMessages) {
        Object value = object.get(name);
        if (has(name) && !type.isInstance(value)) {
            throw JsonBody.wrongType(value, typeInMessages, at(name));
        }
        return type.cast(value);
    }

    @Nullable
    String text(String name) {
        return get(name, String.class, "string");
    }

    <T> T required(String name, Class<T> type, String typeInMessages) {
        T value = get(name, type, typeInMessages);
        if (value == null) {
            throw Problem.badRequest("'" + name + "' is a required property");
        }
        return value;
    }

    /** A list of texts that must be there. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : required(name, Collection.class, "array")) {
            if (!(item instanceof String text)) {
                throw JsonBody.wrongType(item, "string", at(name) + "." + texts.size());
            }
            texts.add(text);
        }
        return texts;
    }

    /** A list of objects that must be there. */
    List<JsonMembers> objects(String name) {
        List<JsonMembers> objects = new ArrayList<>();
        for (Object item : required(name, Collection.class, "array")) {
            String inside = at(name) + "." + objects.size();
            if (!(item instanceof Map<?, ?> object)) {
                throw JsonBody.wrongType(item, "object", inside);
            }
            objects.add(new JsonMembers(object, inside));
        }
        return objects;
    }
}
