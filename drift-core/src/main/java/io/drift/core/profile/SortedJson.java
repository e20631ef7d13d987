package io.drift.core.profile;

import io.drift.core.fact.CodePointOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JSON text of a plain value with its keys sorted, so that equal values have equal texts (Q38). Members that are
 * missing are left out, and the items of a list that is a member are sorted: neither counts elsewhere. A list in a list
 * keeps its order, since it may be a pair.
 */
final class SortedJson {

    private SortedJson() {}

    /** The text of a shallow value. */
    static String of(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return ofObject(object);
        }
        if (value instanceof Collection<?> list) {
            return joined(list.stream().map(SortedJson::of));
        }
        if (value instanceof CharSequence text) {
            return quoted(text);
        }
        return String.valueOf(value);
    }

    private static String joined(Stream<String> items) {
        return items.collect(Collectors.joining(", ", "[", "]"));
    }

    private static String ofObject(Map<?, ?> object) {
        List<Map.Entry<String, String>> members = new ArrayList<>(object.size());
        object.forEach((key, member) -> {
            if (!PlainValue.isMissing(member)) {
                members.add(Map.entry(PythonText.of(key), ofMember(member)));
            }
        });
        members.sort(Comparator.comparing(Map.Entry::getKey, CodePointOrder.INSTANCE));
        return members.stream()
                .map(member -> quoted(member.getKey()) + ": " + member.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String ofMember(Object member) {
        return member instanceof Collection<?> list
                ? joined(list.stream()
                        .filter(item -> !PlainValue.isMissingItem(item))
                        .map(SortedJson::of)
                        .sorted(CodePointOrder.INSTANCE))
                : of(member);
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
