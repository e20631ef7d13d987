package io.drift.json.page;

import io.drift.core.source.FactSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What columns are called: those that share a name have their ids too.
 *
 * @param names one for each column
 * @param markup how they are written
 */
record ShownColumns(List<String> names, Markup markup) {

    private static final int FEW = 12;

    static ShownColumns of(List<FactSource> columns, Markup markup) {
        Map<String, Integer> counts = new HashMap<>();
        columns.forEach(column -> counts.merge(column.name(), 1, Integer::sum));
        return new ShownColumns(
                columns.stream()
                        .map(column -> markup.name(column.name())
                                + (counts.getOrDefault(column.name(), 0) > 1
                                        ? " (" + markup.name(column.id()) + ")"
                                        : ""))
                        .toList(),
                markup);
    }

    /** The first of some columns, and how many more there are. */
    String few(List<Integer> columns) {
        return Few.of(columns.stream().map(names::get).toList(), FEW);
    }
}
