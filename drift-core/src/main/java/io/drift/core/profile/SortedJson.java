package io.drift.core.profile;

import io.drift.core.fact.CodePointOrder;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON text of a plain value with its keys sorted, so that equal values have equal texts (Q38). */
final class SortedJson {

    private SortedJson() {}

    /** The text of a value; members of objects that are null are left out. */
    static String of(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return ofObject(object);
        }
        if (value instanceof Collection<?> list) {
            StringJoiner items = new StringJoiner(", ", "[", "]");
            list.forEach(item -> items.add(of(item)));
            return items.toString();
        }
        if (value instanceof CharSequence text) {
            return quoted(text);
        }
        return String.valueOf(value);
    }

    private static String ofObject(Map<?, ?> object) {
        Map<String, Object> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
        object.forEach((key, member) -> {
            if (member != null) {
                sorted.put(PythonText.of(key), member);
            }
        });
        StringJoiner members = new StringJoiner(", ", "{", "}");
        sorted.forEach((key, member) -> members.add(quoted(key) + ": " + of(member)));
        return members.toString();
    }

    private static String quoted(CharSequence text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '"' || unit == '\\') {
                quoted.append('\\').append(unit);
            } else if (unit < ' ') {
                quoted.append("\\u00")
                        .append(Character.forDigit(unit >> 4, 16))
                        .append(Character.forDigit(unit & 0xf, 16));
            } else {
                quoted.append(unit);
            }
        }
        return quoted.append('"').toString();
    }
}
