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
            if (entry instanceof Map<?, ?> tag && isTag(tag)) {
                addTag(tag);
            } else {
                others.add(entry);
            }
        }
        shapes.add(TagRecorder.GROUP, others, leaves);
    }

    /** An entry with a key and nothing else than what a tag has. */
    private static boolean isTag(Map<?, ?> entry) {
        return told(entry, "key") != null
                && entry.entrySet().stream()
                        .allMatch(field -> PlainValue.isMissing(field.getValue())
                                || FIELDS.contains(field.getKey()) && PlainValue.isScalar(field.getValue()));
    }

    private void addTag(Map<?, ?> tag) {
        leaves.add(
                TagRecorder.GROUP + "." + TagRecorder.member(told(tag, "namespace"), told(tag, "key")),
                TagRecorder.text(told(tag, "value")));
    }

    private static @Nullable Object told(Map<?, ?> tag, String field) {
        Object value = tag.get(field);
        return PlainValue.isMissing(value) ? null : value;
    }
}
