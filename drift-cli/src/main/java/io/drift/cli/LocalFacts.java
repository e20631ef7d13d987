package io.drift.cli;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.source.BaselineLimits;
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
        String group = name.group();
        if (!BaselineLimits.fitsName(name.member()) || group != null && !BaselineLimits.fitsName(group)) {
            return "no name of a fact in a baseline";
        }
        return BaselineLimits.fitsValue(value) ? null : "empty, with blanks around it, or too long for a baseline";
    }
}
