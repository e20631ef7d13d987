package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import io.drift.core.fact.PreparedFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Running processes: {@code running_processes.<name>} = how many times it is listed. */
final class ProcessFacts {

    private static final String GROUP = "running_processes";

    private final FactRecorder facts;
    private final List<Counted> running = new ArrayList<>();

    /** How many times the current system lists a process. */
    private final class Counted implements ListItem {

        private final FactSlot fact;
        /** The value of nearly all. */
        private final PreparedFact once;

        private int times;

        private Counted(String name) {
            this.fact = facts.slot(GROUP, name);
            this.once = fact.prepare("1");
        }

        @Override
        public void record() {
            if (times == 0) {
                running.add(this);
            }
            times++;
        }

        private void end() {
            if (times == 1) {
                once.record();
            } else {
                fact.record(Integer.toString(times));
            }
            times = 0;
        }
    }

    ProcessFacts(FactRecorder facts) {
        this.facts = facts;
    }

    /** An item is one object for equal names, so that it can count. */
    ListPart part() {
        Map<String, Counted> known = new HashMap<>();
        return name -> known.computeIfAbsent(name, Counted::new);
    }

    void end() {
        running.forEach(Counted::end);
        running.clear();
    }
}
