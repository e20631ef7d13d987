package io.drift.core.profile;

import io.drift.core.fact.CodePointOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A list of scalars that is one text, sorted and joined with {@code , }, such as the addresses of an interface. */
final class JoinedList {

    private final String path;
    private final Shapes shapes;

    JoinedList(String path, Shapes shapes) {
        this.path = path;
        this.shapes = shapes;
    }

    /** The text as a leaf; a value of another shape as what it is. */
    void add(Object value, LeafSink leaves) {
        if (value instanceof Collection<?> list
                && list.stream().allMatch(item -> PlainValue.isMissingItem(item) || PlainValue.isScalar(item))) {
            List<String> texts = textsOf(list);
            if (!texts.isEmpty()) {
                leaves.add(path, String.join(", ", texts));
            }
        } else {
            shapes.add(path, value, leaves);
        }
    }

    private static List<String> textsOf(Collection<?> list) {
        List<String> texts = new ArrayList<>(list.size());
        for (Object item : list) {
            if (item != null && !PlainValue.isMissingItem(item)) {
                texts.add(PythonText.of(item));
            }
        }
        texts.sort(CodePointOrder.INSTANCE);
        return texts;
    }
}
