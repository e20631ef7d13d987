package io.drift.core.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An object whose lists are told in the notation of stored baselines (Q2): {@code systemd.failed_services} =
 * {@code ['a.service', 'b.service']}, sorted, since their order does not count (Q39).
 */
final class NotedObject {

    private final String name;
    private final Shapes shapes;
    private final LeafSink leaves;
    private final Set<String> told = new HashSet<>();

    NotedObject(String name, Shapes shapes, LeafSink leaves) {
        this.name = name;
        this.shapes = shapes;
        this.leaves = leaves;
    }

    void begin() {
        told.clear();
    }

    /** The members of the object at the root of a profile. */
    void add(Map<?, ?> object) {
        object.forEach((key, value) -> add(PythonText.of(key), value));
    }

    /** Members that are elsewhere today: one at the root that is not null wins (Q26), and the other keeps its own path. */
    void addUnlessTold(String path, Map<?, ?> object) {
        object.forEach((key, value) -> {
            String member = PythonText.of(key);
            if (told.contains(member)) {
                shapes.add(path + "." + member, value, leaves);
            } else {
                add(member, value);
            }
        });
    }

    private void add(String member, @Nullable Object value) {
        if (PlainValue.isMissing(value)) {
            return;
        }
        told.add(member);
        String path = shapes.path(name, member);
        if (value instanceof Collection<?> list && PlainValue.isReadable(list)) {
            leaves.add(path, PythonText.of(sorted(list)));
        } else {
            shapes.add(path, value, leaves);
        }
    }

    private static List<@Nullable Object> sorted(Collection<?> list) {
        List<@Nullable Object> sorted = new ArrayList<>(list.size());
        for (Object item : list) {
            if (!PlainValue.isMissingItem(item)) {
                sorted.add(sortedValue(item));
            }
        }
        sorted.sort(Comparator.comparing(SortedJson::of));
        return sorted;
    }

    private static @Nullable Object sortedValue(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return sorted(list);
        }
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> sorted = new TreeMap<>();
            object.forEach((key, member) -> {
                if (!PlainValue.isMissing(member)) {
                    sorted.put(PythonText.of(key), sortedValue(member));
                }
            });
            return sorted;
        }
        return value;
    }
}
