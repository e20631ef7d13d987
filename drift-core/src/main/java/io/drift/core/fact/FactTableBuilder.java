package io.drift.core.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Lays recordings into the columns of a table. Each dictionary is merged once, so that the work for a name or a value
 * that many sources share is done once and not once for each of them.
 *
 * <pre>{@code
 * FactTableBuilder builder = new FactTableBuilder();
 * sources.forEach(source -> builder.column(source.facts()));
 * FactTable table = builder.build();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class FactTableBuilder {

    private static final int UNKNOWN = -1;

    private final FactSymbols merged = new FactSymbols();
    private final Map<FactSymbols, Translation> translations = new IdentityHashMap<>();
    private final List<RecordedFacts> columns = new ArrayList<>();

    /** A builder of an empty table. */
    public FactTableBuilder() {}

    /**
     * Adds a column behind the others.
     *
     * @param facts what its source has
     * @return this
     */
    public FactTableBuilder column(RecordedFacts facts) {
        columns.add(facts);
        return this;
    }

    /**
     * Places everything and sorts the rows.
     *
     * @return the table
     */
    public FactTable build() {
        List<Entries> translated = new ArrayList<>(columns.size());
        columns.forEach(column -> translated.add(translate(column)));
        int[] start = startsOfRows(translated);
        int[] next = start.clone();
        int[] columnOf = new int[start[merged.facts()]];
        int[] valueOf = new int[columnOf.length];
        for (int column = 0; column < translated.size(); column++) {
            Entries entries = translated.get(column);
            for (int i = 0; i < entries.facts.length; i++) {
                int place = next[entries.facts[i]]++;
                columnOf[place] = column;
                valueOf[place] = entries.values[i];
            }
        }
        return new FactTable(merged, columns.size(), reportOrder(), start, columnOf, valueOf);
    }

    private int[] startsOfRows(List<Entries> translated) {
        int[] start = new int[merged.facts() + 1];
        for (Entries entries : translated) {
            for (int fact : entries.facts) {
                start[fact + 1]++;
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        return start;
    }

    private int[] reportOrder() {
        return IntStream.range(0, merged.facts())
                .boxed()
                .sorted((a, b) -> merged.nameOf(a).compareTo(merged.nameOf(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A column in symbols of the table, each fact once. */
    private record Entries(int[] facts, int[] values) {}

    private Entries translate(RecordedFacts column) {
        List<RecordedFacts.Part> parts = column.parts();
        if (parts.size() == 1) {
            return translate(parts.get(0));
        }
        FactRecorder joined = new FactRecorder(merged);
        for (RecordedFacts.Part part : parts) {
            Entries entries = translate(part);
            for (int i = 0; i < entries.facts.length; i++) {
                joined.record(entries.facts[i], entries.values[i]);
            }
        }
        List<RecordedFacts.Part> all = joined.end().parts();
        return new Entries(all.get(0).facts(), all.get(0).values());
    }

    private Entries translate(RecordedFacts.Part part) {
        Translation translation = translations.computeIfAbsent(part.symbols(), Translation::new);
        int[] facts = new int[part.facts().length];
        int[] values = new int[facts.length];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = translation.fact(part.facts()[i]);
            values[i] = translation.value(part.values()[i]);
        }
        return new Entries(facts, values);
    }

    /** From the symbols of one dictionary to those of the table. */
    private final class Translation {

        private final FactSymbols from;
        private final int[] facts;
        private final int[] values;

        Translation(FactSymbols from) {
            this.from = from;
            this.facts = new int[from.facts()];
            this.values = new int[from.values()];
            Arrays.fill(facts, UNKNOWN);
            Arrays.fill(values, UNKNOWN);
        }

        int fact(int symbol) {
            if (facts[symbol] == UNKNOWN) {
                facts[symbol] = merged.fact(from.nameOf(symbol));
            }
            return facts[symbol];
        }

        int value(int symbol) {
            if (values[symbol] == UNKNOWN) {
                values[symbol] = merged.value(from.valueOf(symbol));
            }
            return values[symbol];
        }
    }
}
