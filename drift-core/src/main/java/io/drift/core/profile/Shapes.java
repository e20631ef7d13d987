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
 * whatever else is in a list is told by its JSON text. Null, {@code {}} and {@code []} are no leaves. Values are
 * shallow, see {@link PlainValue#isShallow}.
 */
final class Shapes {

    private static final String LISTED = "listed";

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
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, member) -> add(paths.of(path, PythonText.of(key)), member, leaves));
        } else if (value instanceof Collection<?> list) {
            addItems(path, list, leaves);
        } else if (PlainValue.isScalar(value)) {
            leaves.add(path, PythonText.of(value));
        } else if (value != null) {
            skip(path, "a value of the type " + value.getClass().getName() + " cannot be read");
        }
    }

    private void addItems(String path, Collection<?> list, LeafSink leaves) {
        List<Object> items = new ArrayList<>(list.size());
        int scalars = 0;
        int objects = 0;
        for (Object item : list) {
            if (item != null && !PlainValue.isMissingItem(item)) {
                items.add(item);
                scalars += PlainValue.isScalar(item) ? 1 : 0;
                objects += item instanceof Map ? 1 : 0;
            }
        }
        if (scalars == items.size()) {
            addListed(path, items, leaves);
        } else if (objects == items.size()) {
            NamedEntries.of(items).add(path, this, leaves);
        } else {
            items.forEach(item -> addText(path, item, leaves));
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

    /** An entry of a list as one leaf, its JSON text. */
    void addText(String path, Object entry, LeafSink leaves) {
        if (PlainValue.isReadable(entry)) {
            leaves.add(path, SortedJson.of(entry));
        } else {
            skip(path, "an entry contains a value that cannot be read");
        }
    }

    /** Says that something is not looked at. */
    void skip(String path, String reason) {
        skipped.add(new SkippedPart(path, reason));
    }
}
