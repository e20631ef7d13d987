package io.drift.core.profile;

import java.util.ArrayList;
import java.util.IdentityHashMap;
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

    private final Map<String, List<Map<?, ?>>> named = new LinkedHashMap<>();
    private final Map<Map<?, ?>, String> nameFields = new IdentityHashMap<>();
    private final List<Map<?, ?>> nameless = new ArrayList<>();

    private NamedEntries() {}

    /** Makes leaves of a field. */
    @FunctionalInterface
    interface Fields {
        void add(String path, @Nullable Object field, LeafSink leaves);
    }

    static NamedEntries of(List<Map<?, ?>> entries) {
        NamedEntries all = new NamedEntries();
        entries.forEach(all::add);
        return all;
    }

    private void add(Map<?, ?> entry) {
        String field = NAMES.stream()
                .filter(name -> Shapes.isScalar(entry.get(name)) && !"".equals(entry.get(name)))
                .findFirst()
                .orElse(null);
        if (field == null) {
            nameless.add(entry);
        } else {
            nameFields.put(entry, field);
            named.computeIfAbsent(PythonText.of(entry.get(field)), any -> new ArrayList<>(1))
                    .add(entry);
        }
    }

    /** The leaves of all entries. */
    void add(String path, LeafSink leaves, Fields fields) {
        named.forEach((name, entries) -> {
            String at = path + "." + name;
            if (entries.size() == 1) {
                addOne(at, entries.get(0), leaves, fields);
            } else {
                addSeveral(at, entries, leaves, fields);
            }
        });
        for (Map<?, ?> entry : nameless) {
            String text = SortedJson.of(entry);
            if (!text.equals("{}")) {
                leaves.add(path, text);
            }
        }
    }

    private void addOne(String path, Map<?, ?> entry, LeafSink leaves, Fields fields) {
        boolean[] any = {false};
        addFields(
                path,
                entry,
                (at, text) -> {
                    any[0] |= !Leaves.isMissing(text);
                    leaves.add(at, text);
                },
                fields);
        if (!any[0]) {
            leaves.add(path, PRESENT);
        }
    }

    private void addFields(String path, Map<?, ?> entry, LeafSink leaves, Fields fields) {
        String nameField = nameFields.get(entry);
        entry.forEach((field, value) -> {
            if (!field.equals(nameField)) {
                fields.add(path + "." + PythonText.of(field), value, leaves);
            }
        });
    }

    private void addSeveral(String path, List<Map<?, ?>> entries, LeafSink leaves, Fields fields) {
        Map<String, Set<String>> different = new LinkedHashMap<>();
        for (Map<?, ?> entry : entries) {
            addOne(
                    path,
                    entry,
                    (at, text) -> different
                            .computeIfAbsent(at, any -> new LinkedHashSet<>())
                            .add(text),
                    fields);
            leaves.add(path + ".entries", SortedJson.of(entry));
        }
        different.forEach((at, texts) -> texts.forEach(text -> leaves.add(at, text)));
    }
}
