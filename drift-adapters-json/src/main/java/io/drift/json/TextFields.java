package io.drift.json;

import io.drift.core.profile.PythonText;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object that are texts, numbers or booleans, as texts; others are not kept. */
final class TextFields {

    private final String what;
    private final Map<String, String> texts = new HashMap<>();

    private TextFields(String what) {
        this.what = what;
    }

    /** Reads the members with certain names. */
    static TextFields read(String what, Set<String> names, JsonSource source) throws IOException {
        return read(what, names, source, (name, member) -> member.skip());
    }

    /** Reads an object whose lists and objects somebody else reads. */
    static TextFields read(String what, Set<String> names, JsonSource source, JsonSource.Member structures)
            throws IOException {
        TextFields fields = new TextFields(what);
        source.members(what, (name, member) -> {
            if (member.isArray() || member.isObject()) {
                structures.read(name, member);
            } else if (names.contains(name)) {
                String text = member.text();
                fields.put(name, text);
                member.keep(text);
            }
        });
        return fields;
    }

    /** The members of an object that have certain names. */
    static TextFields of(Set<String> names, Map<String, @Nullable Object> object) {
        TextFields fields = new TextFields("an object");
        names.forEach(name -> fields.put(name, object.get(name)));
        return fields;
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            texts.put(name, PythonText.of(value));
        }
    }

    @Nullable
    String get(String name) {
        return texts.get(name);
    }

    /** A member that must be there. */
    String required(String name) throws UnreadableJsonException {
        String text = texts.get(name);
        if (text == null) {
            throw UnreadableJsonException.wrongShape(what + " has no " + name);
        }
        return text;
    }
}
