package io.drift.core.policy;

import io.drift.core.fact.FactName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds which of many patterns choose a fact, without trying each of them. */
final class PatternIndex {

    private final List<FactPattern> patterns;
    /** Those without a {@code *}, by their text. */
    private final Map<String, List<Integer>> names = new HashMap<>();
    /** Others, by the top of all facts that they choose. */
    private final Map<String, List<Integer>> tops = new HashMap<>();

    PatternIndex(List<FactPattern> patterns) {
        this.patterns = patterns;
        for (int number = 0; number < patterns.size(); number++) {
            FactPattern pattern = patterns.get(number);
            Map<String, List<Integer>> places = pattern.isName() ? names : tops;
            String key = pattern.isName() ? pattern.text() : pattern.top();
            places.computeIfAbsent(key, any -> new ArrayList<>()).add(number);
        }
    }

    /** The numbers of the patterns that choose a fact. */
    BitSet choosing(FactName fact) {
        BitSet found = new BitSet();
        String name = fact.toString();
        names.getOrDefault(name, List.of()).forEach(found::set);
        if (fact.isMember()) {
            names.getOrDefault(fact.top(), List.of()).forEach(found::set);
        }
        add(fact, name, "", found);
        if (!fact.top().isEmpty()) {
            add(fact, name, fact.top(), found);
        }
        return found;
    }

    private void add(FactName fact, String name, String top, BitSet found) {
        for (int number : tops.getOrDefault(top, List.of())) {
            if (patterns.get(number).chooses(fact, name)) {
                found.set(number);
            }
        }
    }
}
