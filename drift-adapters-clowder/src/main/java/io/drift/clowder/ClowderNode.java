package io.drift.clowder;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An object in the Clowder file that knows where it stands. What is absent, null or empty is not set; a value of a wrong
 * type is a fault, and counts as not set.
 */
final class ClowderNode {

    private static final int HIGHEST_PORT = 65535;

    private final JsonNode object;
    private final String path;
    private final Consumer<String> faults;

    ClowderNode(JsonNode object, String path, Consumer<String> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    String path() {
        return path;
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    @Nullable
    String text(String name) {
        return text(name, false);
    }

    /** As {@link #text(String)}, but no fault may show it. */
    @Nullable
    String secret(String name) {
        return text(name, true);
    }

    private @Nullable String text(String name, boolean secret) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            invalid(name, secret ? Masked.ALL : shown(value), "must be a text");
            return null;
        }
        return value.textValue().isBlank() ? null : value.textValue();
    }

    /** A text without which the object makes no sense; empty if it is missing. */
    String required(String name) {
        JsonNode value = value(name);
        String text = text(name);
        if (text == null && (value == null || value.isTextual())) {
            missing(name, "must be a text");
        }
        return text == null ? "" : text;
    }

    /** A port; 0 is none. */
    @Nullable
    Integer port(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < 0
                || value.intValue() > HIGHEST_PORT) {
            invalid(name, shown(value), "must be a whole number from 0 to " + HIGHEST_PORT);
            return null;
        }
        return value.intValue() == 0 ? null : value.intValue();
    }

    @Nullable
    ClowderNode child(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            invalid(name, shown(value), "must be an object");
            return null;
        }
        return new ClowderNode(value, path(name), faults);
    }

    /** The objects of a list. */
    List<ClowderNode> children(String name) {
        JsonNode value = value(name);
        List<ClowderNode> children = new ArrayList<>();
        if (value == null) {
            return children;
        }
        if (!value.isArray()) {
            invalid(name, shown(value), "must be a list");
            return children;
        }
        for (int i = 0; i < value.size(); i++) {
            String place = name + "[" + i + "]";
            if (value.get(i).isObject()) {
                children.add(new ClowderNode(value.get(i), path(place), faults));
            } else {
                invalid(place, shown(value.get(i)), "must be an object");
            }
        }
        return children;
    }

    /** The names in it, in the order of the file. */
    List<String> names() {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    void missing(String name, String allowed) {
        faults.accept(path(name) + " is not set: " + allowed);
    }

    /** What a text must be, if it is not. */
    void invalidText(String name, String text, String allowed) {
        invalid(name, "\"" + text + "\"", allowed);
    }

    private void invalid(String name, String shown, String allowed) {
        faults.accept(path(name) + "=" + shown + " is not valid: " + allowed);
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** Objects and lists may hold anything, secrets too. */
    private static String shown(JsonNode value) {
        if (value.isObject()) {
            return "{...}";
        }
        return value.isArray() ? "[...]" : Masked.url(value.toString());
    }
}
