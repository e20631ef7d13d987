package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import java.util.LinkedHashMap;
import java.util.Map;

/** Running processes: {@code running_processes.<name>} = how many times it is listed. */
final class ProcessFacts {

    private static final String GROUP = "running_processes";

    private final FactRecorder facts;
    /** How many times the current profile lists a process that it lists several times. */
    private final Map<FactSlot, Integer> repeated = new LinkedHashMap<>();

    ProcessFacts(FactRecorder facts) {
        this.facts = facts;
    }

    ListPart part() {
        return name -> {
            FactSlot fact = facts.slot(GROUP, name);
            return new ListedFact(fact.prepare("1"), () -> repeated.merge(fact, 2, (before, any) -> before + 1));
        };
    }

    void end() {
        repeated.forEach((fact, times) -> fact.record(Integer.toString(times)));
        repeated.clear();
    }
}
