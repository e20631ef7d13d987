package io.drift.core.profile;

import java.util.ArrayList;
import java.util.HashSet;
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
    /** Where it is several, it counts which of them names an entry. */
    private final Set<String> namingFields = new HashSet<>();

    private final List<Map<?, ?>> nameless = new ArrayList<>();

    private NamedEntries() {}

    static NamedEntries of(List<Map<?, ?>> entries) {
        NamedEntries all = new NamedEntries();
        entries.forEach(all::add);
        return all;
    }

    private void add(Map<?, ?> entry) {
        String field = namingField(entry);
        if (field == null) {
            nameless.add(entry);
        } else {
            namingFields.add(field);
            nameFields.put(entry, field);
            named.computeIfAbsent(PythonText.of(entry.get(field)), any -> new ArrayList<>(1))
                    .add(entry);
        }
    }

    private static @Nullable String namingField(Map<?, ?> entry) {
        for (String field : NAMES) {
            Object name = entry.get(field);
            if (PlainValue.isScalar(name) && !PlainValue.isMissing(name) && !name.equals("")) {
                return field;
            }
        }
        return null;
    }

    /** The leaves of all entries. */
    void add(String path, Shapes shapes, LeafSink leaves) {
        named.forEach((name, entries) -> {
            String at = path + "." + name;
            if (entries.size() == 1) {
                addOne(at, entries.get(0), shapes, leaves);
            } else {
                addSeveral(at, entries, shapes, leaves);
            }
        });
        nameless.forEach(entry -> shapes.addText(path, entry, leaves));
    }

    private void addOne(String path, Map<?, ?> entry, Shapes shapes, LeafSink leaves) {
        boolean[] any = {false};
        addFields(path, entry, shapes, (at, text) -> {
            any[0] |= !Leaves.isMissing(text);
            leaves.add(at, text);
        });
        if (!any[0]) {
            leaves.add(path, PRESENT);
        }
    }

    private void addFields(String path, Map<?, ?> entry, Shapes shapes, LeafSink leaves) {
        String nameField = nameFields.get(entry);
        entry.forEach((field, value) -> {
            if (namingFields.size() > 1 || !field.equals(nameField)) {
                shapes.add(path + "." + PythonText.of(field), value, leaves);
            }
        });
    }

    private void addSeveral(String path, List<Map<?, ?>> entries, Shapes shapes, LeafSink leaves) {
        Map<String, Set<String>> different = new LinkedHashMap<>();
        for (Map<?, ?> entry : entries) {
            addOne(
                    path,
                    entry,
                    shapes,
                    (at, text) -> different
                            .computeIfAbsent(at, any -> new LinkedHashSet<>())
                            .add(text));
            shapes.addText(path + ".entries", entry, leaves);
        }
        different.forEach((at, texts) -> texts.forEach(text -> leaves.add(at, text)));
    }
}
