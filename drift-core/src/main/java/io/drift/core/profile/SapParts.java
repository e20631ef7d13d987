package io.drift.core.profile;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a profile tells of SAP at three places: at its root, in the object {@code sap} and below {@code workloads} (Q26,
 * Q44). The first that is not null counts, under the old name of the fact; the others keep their own paths.
 */
final class SapParts {

    private static final Map<String, String> FACTS = Map.of(
            "sap_system", "sap_system",
            "sids", "sap_sids",
            "instance_number", "sap_instance_number",
            "version", "sap_version");

    private final Shapes shapes;
    private final LeafSink leaves;
    private final Set<String> told = new HashSet<>();

    SapParts(Shapes shapes, LeafSink leaves) {
        this.shapes = shapes;
        this.leaves = leaves;
    }

    /** What these parts are called as facts. */
    static Set<String> facts() {
        return Set.copyOf(FACTS.values());
    }

    static boolean isFact(String key) {
        return FACTS.containsValue(key);
    }

    void begin() {
        told.clear();
    }

    /** A part at the root of a profile. */
    void addFact(String fact, @Nullable Object value) {
        if (value == null || PlainValue.isMissing(value)) {
            return;
        }
        told.add(fact);
        if (fact.equals("sap_sids")) {
            new JoinedList(fact, shapes).add(value, leaves);
        } else {
            shapes.add(fact, value, leaves);
        }
    }

    /** The members of one of the objects. */
    void addObject(String path, Map<?, ?> object) {
        object.forEach((key, value) -> {
            String fact = FACTS.get(PythonText.of(key));
            if (fact == null || told.contains(fact)) {
                shapes.add(path + "." + PythonText.of(key), value, leaves);
            } else {
                addFact(fact, value);
            }
        });
    }
}
