package io.drift.core.fact;

import java.util.ArrayList;
import java.util.List;

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
        MergedSymbols symbols = new MergedSymbols(columns);
        RowSizes sizes = rowSizes(symbols);
        TableRows rows =
                new TableRows(columns.size(), sizes.of(symbols.symbols().facts()));
        for (int column = 0; column < columns.size(); column++) {
            for (RecordedFacts.Part part : columns.get(column).parts()) {
                MergedSymbols.Translation translation = symbols.from(part.symbols());
                int[] values = part.values();
                int[] facts = part.facts();
                for (int i = 0; i < facts.length; i++) {
                    rows.put(translation.fact(facts[i]), column, translation.value(values[i]));
                }
            }
        }
        return new FactTable(symbols.symbols(), rows, ReportOrder.of(symbols.symbols(), rows));
    }

    private RowSizes rowSizes(MergedSymbols symbols) {
        RowSizes sizes = new RowSizes();
        for (int column = 0; column < columns.size(); column++) {
            for (RecordedFacts.Part part : columns.get(column).parts()) {
                MergedSymbols.Translation translation = symbols.from(part.symbols());
                for (int fact : part.facts()) {
                    sizes.add(translation.fact(fact), column);
                }
            }
        }
        return sizes;
    }
}
