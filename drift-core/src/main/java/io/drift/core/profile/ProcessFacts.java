package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecurringTexts;
import java.util.ArrayList;
import java.util.List;

/** Running processes: {@code running_processes.<name>} = how many times it is listed. */
final class ProcessFacts implements ListItems {

    private static final String GROUP = "running_processes";

    private final FactRecorder facts;
    private final RecurringTexts<Counted> names;
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
        this.names = new RecurringTexts<>(name -> new Counted(facts.symbols().fact(GROUP, name)));
    }

    @Override
    public void item(char[] chars, int from, int length) {
        Counted process = names.of(chars, from, length);
        if (process.times == 0) {
            running.add(process);
        }
        process.times++;
    }

    void end() {
        for (Counted process : running) {
            facts.record(process.fact, facts.symbols().value(Integer.toString(process.times)));
            process.times = 0;
        }
        running.clear();
    }
}
