package io.drift.core.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a value of any shape becomes leaves (Q38): a scalar is a leaf; an object has a leaf for each of its members; a list
 * of scalars a leaf for each different item; a list of objects leaves under the names of its {@link NamedEntries};
 * whatever else is in a list is told by its JSON text. Null, {@code {}} and {@code []} are no leaves.
 */
final class Shapes {

    private static final String LISTED = "listed";
    /** Deeper than any profile, and not too deep for a stack. */
    static final int DEEPEST = 200;

    private final Paths paths = new Paths();
    private final List<SkippedPart> skipped;

    /** Where values are that cannot be read. */
    Shapes(List<SkippedPart> skipped) {
        this.skipped = skipped;
    }

    /** The path of a member. */
    String path(String parent, String member) {
        return paths.of(parent, member);
    }

    /** The leaves of a value. */
    void add(String path, @Nullable Object value, LeafSink leaves) {
        add(path, value, DEEPEST, leaves);
    }

    private void add(String path, @Nullable Object value, int levels, LeafSink leaves) {
        if (isScalar(value)) {
            leaves.add(path, PythonText.of(value));
        } else if (levels == 0) {
            skipped.add(new SkippedPart(path, "nested in more than " + DEEPEST + " levels"));
        } else if (value instanceof Map<?, ?> object) {
            object.forEach((key, member) -> add(paths.of(path, PythonText.of(key)), member, levels - 1, leaves));
        } else if (value instanceof Collection<?> list) {
            addItems(path, list, levels - 1, leaves);
        } else if (value != null) {
            skipped.add(new SkippedPart(
                    path, "a value of the type " + value.getClass().getName() + " cannot be read"));
        }
    }

    static boolean isScalar(@Nullable Object value) {
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    }

    private void addItems(String path, Collection<?> list, int levels, LeafSink leaves) {
        List<Object> items = new ArrayList<>(list.size());
        int scalars = 0;
        int objects = 0;
        for (Object item : list) {
            if (item != null) {
                items.add(item);
                scalars += isScalar(item) ? 1 : 0;
                objects += item instanceof Map ? 1 : 0;
            }
        }
        if (scalars == items.size()) {
            addListed(path, items, leaves);
        } else if (objects == items.size()) {
            new NamedEntries(paths, (at, field, sink) -> add(at, field, levels - 1, sink)).add(path, items, leaves);
        } else {
            addTexts(path, items, leaves);
        }
    }

    private void addListed(String path, List<Object> items, LeafSink leaves) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        items.forEach(item -> counts.merge(PythonText.of(item), 1, Integer::sum));
        counts.forEach((item, count) -> leaves.add(paths.of(path, item), counted(LISTED, count)));
    }

    /** What an item of a list of scalars has: {@code listed}, or {@code listed 2 times}. */
    static String counted(String word, int count) {
        return count == 1 ? word : word + " " + count + " times";
    }

    private void addTexts(String path, List<Object> items, LeafSink leaves) {
        for (Object item : items) {
            if (isReadable(item, DEEPEST)) {
                leaves.add(path, SortedJson.of(item));
            } else {
                skipped.add(new SkippedPart(
                        path, "an entry that cannot be read: " + item.getClass().getName()));
            }
        }
    }

    /** Whether a value is plain, and not too deep. */
    static boolean isReadable(@Nullable Object value, int levels) {
        if (value == null || isScalar(value)) {
            return true;
        }
        Collection<?> members =
                value instanceof Map<?, ?> object ? object.values() : value instanceof Collection<?> list ? list : null;
        return members != null && levels > 0 && members.stream().allMatch(member -> isReadable(member, levels - 1));
    }
}
