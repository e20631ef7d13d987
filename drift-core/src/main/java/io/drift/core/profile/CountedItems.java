package io.drift.core.profile;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactSlot;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists of names read exactly: {@code cpu_flags.fpu} = {@code enabled}, or {@code enabled 2 times} (Q38). */
final class CountedItems {

    private final FactRecorder facts;
    private final Map<FactSlot, Repeated> repeated = new LinkedHashMap<>();

    /** An item that the current profile lists several times. */
    private static final class Repeated {

        private final String word;
        private int times = 1;

        private Repeated(String word) {
            this.word = word;
        }
    }

    CountedItems(FactRecorder facts) {
        this.facts = facts;
    }

    ListPart part(String list, String word) {
        return name -> {
            FactSlot fact = facts.slot(list, name);
            return new ListedFact(
                    fact.prepare(word), () -> repeated.computeIfAbsent(fact, any -> new Repeated(word)).times++);
        };
    }

    void end() {
        repeated.forEach((fact, item) -> fact.record(Shapes.counted(item.word, item.times)));
        repeated.clear();
    }
}
