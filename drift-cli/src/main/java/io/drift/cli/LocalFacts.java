package io.drift.cli;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.fact.RecordedFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a file or a machine, as a baseline would have them. What no baseline may have is left out and named, so that
 * one odd fact does not stand in the way of the others; the server judges the rest.
 *
 * @param facts as {@code baseline_facts}
 * @param leftOut why which facts are not among them
 */
record LocalFacts(List<Map<String, Object>> facts, List<String> leftOut) {

    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_VALUE = 1000;

    static LocalFacts of(RecordedFacts recorded) {
        List<Map<String, Object>> facts = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        Map<String, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        recorded.asMap().forEach((name, value) -> {
            String fault = value == null ? null : fault(name, value);
            if (fault != null) {
                leftOut.add(name + ": " + fault);
            } else if (value != null) {
                List<Map<String, Object>> place =
                        name.group() == null ? facts : groups.computeIfAbsent(name.group(), any -> new ArrayList<>());
                place.add(fact(name.member(), value instanceof FactValue.Text text ? text.text() : value.texts()));
            }
        });
        groups.forEach((group, members) -> facts.add(Map.of("name", group, "values", members)));
        return new LocalFacts(facts, leftOut);
    }

    private static Map<String, Object> fact(String name, Object value) {
        return Map.of("name", name, "value", value);
    }

    private static @Nullable String fault(FactName name, FactValue value) {
        if (isOdd(name.member(), LONGEST_NAME) || name.group() != null && isOdd(name.group(), LONGEST_NAME)) {
            return "no name of a fact in a baseline";
        }
        boolean odd = value instanceof FactValue.Text text
                ? isOdd(text.text(), LONGEST_VALUE)
                : value.texts().size() > LONGEST_VALUE;
        return odd ? "empty, with blanks around it, or too long for a baseline" : null;
    }

    private static boolean isOdd(String text, int longest) {
        return text.isEmpty() || !text.equals(text.strip()) || text.codePointCount(0, text.length()) > longest;
    }
}
