package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import java.util.ArrayList;
import java.util.List;

/** Running processes: {@code running_processes.<name>} = how many times it is listed. */
final class ProcessFacts {

    private static final String GROUP = "running_processes";

    private final FactRecorder facts;
    /** The value of nearly all. */
    private final int once;

    private final List<Counted> running = new ArrayList<>();

    /** How many times the current system lists a process. */
    private static final class Counted {

        private final int fact;
        private int times;

        private Counted(int fact) {
            this.fact = fact;
        }
    }

    ProcessFacts(FactRecorder facts) {
        this.facts = facts;
        this.once = symbolOf(1);
    }

    private int symbolOf(int times) {
        return facts.symbols().value(Integer.toString(times));
    }

    ListItems items() {
        return new RecurringItems<>(name -> new Counted(facts.symbols().fact(GROUP, name)), this::count);
    }

    private void count(Counted process) {
        if (process.times == 0) {
            running.add(process);
        }
        process.times++;
    }

    void end() {
        for (Counted process : running) {
            facts.record(process.fact, process.times == 1 ? once : symbolOf(process.times));
            process.times = 0;
        }
        running.clear();
    }
}
