package io.drift.json.page;

import io.drift.core.delta.DeltaEntry;
import io.drift.core.delta.DeltaStatus;
import io.drift.core.delta.ReportDelta;
import io.drift.core.fact.FactName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of the differences of a fact, in a word or two that stand behind its name.
 *
 * @param delta since the earlier report
 */
record DeltaMarks(ReportDelta delta) {

    /**
     * A mark.
     *
     * @param status that of the first word
     * @param words such as {@code new}; of several differences that have not the same status, {@code 1 new, 2 known}
     */
    record Mark(String status, String words) {}

    /** The mark of a fact; empty if it does not differ, then and now. */
    List<Mark> of(FactName fact) {
        Map<DeltaStatus, Long> counts = delta.of(fact).stream()
                .collect(Collectors.groupingBy(DeltaEntry::status, TreeMap::new, Collectors.counting()));
        Function<DeltaStatus, String> word = status -> status.name().toLowerCase(Locale.ROOT);
        String counted = counts.entrySet().stream()
                .map(one -> one.getValue() + " " + word.apply(one.getKey()))
                .collect(Collectors.joining(", "));
        return counts.keySet().stream()
                .limit(1)
                .map(word)
                .map(first -> new Mark(first, counts.size() == 1 ? first : counted))
                .toList();
    }
}
