package io.drift.core.profile;

import io.drift.core.fact.CodePointOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Texts whose order does not count, but how often each of them stands there does. */
final class CountedTexts {

    private CountedTexts() {}

    /** Each different text once, sorted; one that stands there several times as {@code 2 x text} (Q35). */
    static List<String> of(List<String> texts) {
        Map<String, Integer> counts = new TreeMap<>(CodePointOrder.INSTANCE);
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        List<String> counted = new ArrayList<>(counts.size());
        counts.forEach((text, count) -> counted.add(count == 1 ? text : count + " x " + text));
        return counted;
    }
}
