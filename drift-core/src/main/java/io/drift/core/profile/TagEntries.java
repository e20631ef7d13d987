package io.drift.core.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tags that stand in a profile, read as those of the host: {@code tags.<namespace>.<key>} = value (Q38). */
final class TagEntries {

    private static final Set<String> FIELDS = Set.of("namespace", "key", "value");

    private final Shapes shapes;
    private final LeafSink leaves;

    TagEntries(Shapes shapes, LeafSink leaves) {
        this.shapes = shapes;
        this.leaves = leaves;
    }

    void add(List<@Nullable Object> entries) {
        List<@Nullable Object> others = new ArrayList<>(0);
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> tag && tag.get("key") != null && hasScalars(tag)) {
                addTag(tag);
            } else {
                others.add(entry);
            }
        }
        shapes.add(TagRecorder.GROUP, others, leaves);
    }

    private static boolean hasScalars(Map<?, ?> tag) {
        return FIELDS.stream().map(tag::get).allMatch(value -> value == null || PlainValue.isScalar(value));
    }

    private void addTag(Map<?, ?> tag) {
        String path = TagRecorder.GROUP + "." + TagRecorder.member(tag.get("namespace"), tag.get("key"));
        leaves.add(path, TagRecorder.text(tag.get("value")));
        tag.forEach((field, value) -> {
            if (!FIELDS.contains(field)) {
                shapes.add(path + "." + PythonText.of(field), value, leaves);
            }
        });
    }
}
