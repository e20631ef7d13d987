package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object whose members are facts as they are: {@code systemd.failed} = {@code 0}. */
final class ObjectFacts {

    private final FactRecorder facts;
    private final String object;
    private final Map<String, Object> members = new LinkedHashMap<>();

    ObjectFacts(FactRecorder facts, String object) {
        this.facts = facts;
        this.object = object;
    }

    void record(Map<?, ?> root) {
        root.forEach((key, value) -> members.put(PythonText.of(key), value));
    }

    /** Members of {@code workloads}, of which one at the root that is not null wins (Q26). */
    void recordUnlessPresent(Map<?, ?> workload) {
        workload.forEach((key, value) -> {
            if (members.get(PythonText.of(key)) == null) {
                members.put(PythonText.of(key), value);
            }
        });
    }

    void end() {
        members.forEach((key, value) -> facts.slot(object, key).record(PythonText.of(value)));
        members.clear();
    }
}
