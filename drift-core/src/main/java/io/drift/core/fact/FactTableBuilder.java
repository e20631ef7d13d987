package io.drift.core.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
        int[] start = startsOfRows();
        int[] next = start.clone();
        int[] columnOf = new int[start[merged.facts()]];
        int[] valueOf = new int[columnOf.length];
        for (int column = 0; column < columns.size(); column++) {
            for (RecordedFacts.Part part : columns.get(column).parts()) {
                Translation translation = translation(part);
                for (int i = 0; i < part.facts().length; i++) {
                    int fact = translation.fact(part.facts()[i]);
                    // a column is filled before the next one is begun, so its entry is the last one if it has one
                    boolean replaced = next[fact] > start[fact] && columnOf[next[fact] - 1] == column;
                    int place = replaced ? next[fact] - 1 : next[fact]++;
                    columnOf[place] = column;
                    valueOf[place] = translation.value(part.values()[i]);
                }
            }
        }
        return new FactTable(merged, columns.size(), reportOrder(), start, columnOf, valueOf);
    }

    /** Where the entries of each fact begin: as many as there are columns that have it. */
    private int[] startsOfRows() {
        EntryCounts counts = new EntryCounts();
        for (int column = 0; column < columns.size(); column++) {
            for (RecordedFacts.Part part : columns.get(column).parts()) {
                Translation translation = translation(part);
                for (int fact : part.facts()) {
                    counts.add(translation.fact(fact), column);
                }
            }
        }
        return counts.starts(merged.facts());
    }

    /** How many columns have each fact. A fact that a column has in several parts counts once. */
    private static final class EntryCounts {

        private static final int NONE = -1;

        private int[] counts = new int[1024];
        private int[] lastColumn = filled(1024);

        private static int[] filled(int size) {
            int[] columns = new int[size];
            Arrays.fill(columns, NONE);
            return columns;
        }

        void add(int fact, int column) {
            if (fact >= counts.length) {
                grow(Math.max(fact + 1, counts.length * 2));
            }
            if (lastColumn[fact] != column) {
                lastColumn[fact] = column;
                counts[fact]++;
            }
        }

        private void grow(int size) {
            int[] larger = filled(size);
            System.arraycopy(lastColumn, 0, larger, 0, lastColumn.length);
            lastColumn = larger;
            counts = Arrays.copyOf(counts, size);
        }

        int[] starts(int facts) {
            int[] starts = new int[facts + 1];
            for (int fact = 0; fact < facts; fact++) {
                starts[fact + 1] = starts[fact] + counts[fact];
            }
            return starts;
        }
    }

    private int[] reportOrder() {
        return IntStream.range(0, merged.facts())
                .boxed()
                .sorted(Comparator.comparing(merged::nameOf))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Translation translation(RecordedFacts.Part part) {
        return translations.computeIfAbsent(part.symbols(), Translation::new);
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
