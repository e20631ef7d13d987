package io.drift.core.profile;

import java.util.ArrayList;
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

    private final Paths paths;
    private final Fields fields;

    /** An object, and which of its fields names it. */
    private record Entry(String nameField, Map<?, ?> object) {}

    /** Makes leaves of a field. */
    @FunctionalInterface
    interface Fields {
        void add(String path, @Nullable Object field, LeafSink leaves);
    }

    NamedEntries(Paths paths, Fields fields) {
        this.paths = paths;
        this.fields = fields;
    }

    /** The leaves of entries, all of which are objects. */
    void add(String path, List<Object> entries, LeafSink leaves) {
        Map<String, List<Entry>> named = new LinkedHashMap<>();
        for (Object one : entries) {
            Map<?, ?> object = (Map<?, ?>) one;
            String nameField = nameField(object);
            if (nameField != null) {
                named.computeIfAbsent(PythonText.of(object.get(nameField)), any -> new ArrayList<>(1))
                        .add(new Entry(nameField, object));
            } else if (!SortedJson.of(object).equals("{}")) {
                leaves.add(path, SortedJson.of(object));
            }
        }
        named.forEach((name, ofName) -> {
            if (ofName.size() == 1) {
                addOne(paths.of(path, name), ofName.get(0), leaves);
            } else {
                addSeveral(paths.of(path, name), ofName, leaves);
            }
        });
    }

    private static @Nullable String nameField(Map<?, ?> object) {
        for (String name : NAMES) {
            Object value = object.get(name);
            if (Shapes.isScalar(value) && !"".equals(value)) {
                return name;
            }
        }
        return null;
    }

    private void addOne(String path, Entry entry, LeafSink leaves) {
        boolean[] any = {false};
        LeafSink noting = (at, text) -> {
            any[0] |= !Leaves.isMissing(text);
            leaves.add(at, text);
        };
        entry.object.forEach((field, value) -> {
            if (!field.equals(entry.nameField)) {
                fields.add(paths.of(path, PythonText.of(field)), value, noting);
            }
        });
        if (!any[0]) {
            leaves.add(path, PRESENT);
        }
    }

    private void addSeveral(String path, List<Entry> entries, LeafSink leaves) {
        Map<String, Set<String>> different = new LinkedHashMap<>();
        for (Entry entry : entries) {
            addOne(
                    path,
                    entry,
                    (at, text) -> different
                            .computeIfAbsent(at, any -> new LinkedHashSet<>())
                            .add(text));
            leaves.add(paths.of(path, "entries"), SortedJson.of(entry.object));
        }
        different.forEach((at, texts) -> texts.forEach(text -> leaves.add(at, text)));
    }
}
