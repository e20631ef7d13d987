package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Running processes: {@code running_processes.<name>} = how many times it is listed. */
final class ProcessFacts {

    private static final String GROUP = "running_processes";

    private final FactRecorder facts;
    /** What the current profile lists several times. */
    private final List<Repeated> repeated = new ArrayList<>();

    /** A process, and how often it was listed beside the first time. */
    private final class Repeated {

        private final FactSlot fact;
        private int more;

        private Repeated(FactSlot fact) {
            this.fact = fact;
        }

        private void add() {
            if (more++ == 0) {
                repeated.add(this);
            }
        }

        private void end() {
            fact.record(Integer.toString(1 + more));
            more = 0;
        }
    }

    ProcessFacts(FactRecorder facts) {
        this.facts = facts;
    }

    /** An item is one object for equal names, so that it can count. */
    ListPart part() {
        Map<String, ListItem> known = new HashMap<>();
        return name -> known.computeIfAbsent(name, this::item);
    }

    private ListItem item(String name) {
        FactSlot fact = facts.slot(GROUP, name);
        return new ListedFact(fact.prepare("1"), new Repeated(fact)::add);
    }

    void end() {
        repeated.forEach(Repeated::end);
        repeated.clear();
    }
}
