package io.drift.core.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a list of objects, each under the first of its {@code name}, {@code id}, {@code device}, {@code uuid} and
 * {@code key} that tells something (Q38). Of entries that share a name all count: their fields are multi-valued, and
 * since it would get lost which values belong together, {@code <name>.entries} has each entry as one text (Q35). An entry
 * of which there is nothing but its name is {@code present} (Q36).
 */
final class NamedEntries {

    private static final List<String> NAMES = List.of("name", "id", "device", "uuid", "key");
    private static final String PRESENT = "present";

    private final Map<String, List<Entry>> named = new LinkedHashMap<>();
    /** Where it is several, it counts which of them names an entry. */
    private final Set<String> namingFields = new HashSet<>();

    private final List<Map<?, ?>> nameless = new ArrayList<>(0);

    /** An object, and which of its fields names it. */
    private record Entry(String nameField, Map<?, ?> object) {}

    private NamedEntries() {}

    /** The entries of a list of nothing but objects. */
    static NamedEntries of(List<Object> objects) {
        NamedEntries all = new NamedEntries();
        objects.forEach(object -> all.add((Map<?, ?>) object));
        return all;
    }

    private void add(Map<?, ?> object) {
        String field = nameField(object);
        if (field == null) {
            nameless.add(object);
        } else {
            namingFields.add(field);
            named.computeIfAbsent(PythonText.of(object.get(field)), any -> new ArrayList<>(1))
                    .add(new Entry(field, object));
        }
    }

    private static @Nullable String nameField(Map<?, ?> object) {
        for (String name : NAMES) {
            Object value = object.get(name);
            if (PlainValue.isScalar(value) && !PlainValue.isMissing(value) && !"".equals(value)) {
                return name;
            }
        }
        return null;
    }

    /** The leaves of all entries. */
    void add(String path, Shapes shapes, LeafSink leaves) {
        named.forEach((name, entries) -> {
            String at = shapes.path(path, name);
            if (entries.size() == 1) {
                addOne(at, entries.get(0), shapes, leaves);
            } else {
                addSeveral(at, entries, shapes, leaves);
            }
        });
        nameless.forEach(entry -> shapes.addText(path, entry, leaves));
    }

    private void addOne(String path, Entry entry, Shapes shapes, LeafSink leaves) {
        boolean[] any = {false};
        LeafSink noting = (at, text) -> {
            any[0] |= !Leaves.isMissing(text);
            leaves.add(at, text);
        };
        entry.object.forEach((field, value) -> {
            if (namingFields.size() > 1 || !field.equals(entry.nameField)) {
                shapes.add(shapes.path(path, PythonText.of(field)), value, noting);
            }
        });
        if (!any[0]) {
            leaves.add(path, PRESENT);
        }
    }

    private void addSeveral(String path, List<Entry> entries, Shapes shapes, LeafSink leaves) {
        Map<String, Set<String>> different = new LinkedHashMap<>();
        for (Entry entry : entries) {
            addOne(
                    path,
                    entry,
                    shapes,
                    (at, text) -> different
                            .computeIfAbsent(at, any -> new LinkedHashSet<>())
                            .add(text));
            shapes.addText(shapes.path(path, "entries"), entry.object, leaves);
        }
        different.forEach((at, texts) -> texts.forEach(text -> leaves.add(at, text)));
    }
}
