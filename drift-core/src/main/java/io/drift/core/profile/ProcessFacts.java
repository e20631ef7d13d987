package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Running processes: {@code running_processes.<name>} = how many times it is listed. */
final class ProcessFacts {

    private final FactRecorder facts;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    ProcessFacts(FactRecorder facts) {
        this.facts = facts;
    }

    void item(String name) {
        counts.merge(name, 1, Integer::sum);
    }

    void end() {
        counts.forEach((name, count) -> facts.record(
                facts.symbols().fact("running_processes", name), facts.symbols().value(Integer.toString(count))));
        counts.clear();
    }
}
