package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactSymbols;
import io.drift.core.fact.FactValue;
import io.drift.core.source.FactSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One fact across all columns. Cells can be read as objects ({@link #cells}) or, by who writes many of them, column by
 * column.
 *
 * <pre>{@code
 * FactComparison kernel = report.fact("os_kernel_version").orElseThrow();
 * if (kernel.state() == ComparisonState.DIFFERENT) {
 *     kernel.cell(system.id()).ifPresent(cell -> System.out.println(cell.value()));
 * }
 * }</pre>
 *
 * <p>A view over the table, immutable.
 */
public final class FactComparison implements ReportEntry {

    private final Columns columns;
    private final ComparedRow compared;
    private final boolean drifted;

    FactComparison(Columns columns, ComparedRow compared, boolean notifying) {
        this.columns = columns;
        this.compared = compared;
        this.drifted = notifying && compared.state() == ComparisonState.DIFFERENT;
    }

    /**
     * The whole name.
     *
     * @return never null
     */
    public FactName fact() {
        return compared.row().name();
    }

    /** The name within its group, or of the single fact. */
    @Override
    public String name() {
        return fact().member();
    }

    @Override
    public ComparisonState state() {
        return compared.state();
    }

    /**
     * Whether systems differ from their baseline in this fact.
     *
     * @return true only in a comparison that looks for that, see {@link Comparison#withBaselineFactsOnly}
     */
    public boolean hasDriftedFromBaseline() {
        return drifted;
    }

    /**
     * The cells in the order of the columns.
     *
     * @return a view
     */
    public List<Cell> cells() {
        return new ListView<>(columns(), this::cell);
    }

    private Cell cell(int column) {
        return new Cell(columns.sources().get(column), value(column), isObfuscated(column), cellState(column));
    }

    /**
     * The cell of a source.
     *
     * @param sourceId the id of the source, in any case
     * @return empty if there is no such source; if there are several, the cell of the first
     */
    public Optional<Cell> cell(String sourceId) {
        int column = columns.numberOf(sourceId);
        return column == Columns.NOT_THERE ? Optional.empty() : Optional.of(cell(column));
    }

    /**
     * Who agrees with whom.
     *
     * @return the different values, the missing one too, each with the sources that have it: most common first, then in
     *     the order of the columns; sources that hid their value are in no group, because nobody knows whom they agree
     *     with
     */
    public List<ValueGroup> valueGroups() {
        return valueGroups(any -> true);
    }

    /**
     * Who agrees with whom among some of the sources, such as the systems without the baselines.
     *
     * @param counted chooses sources
     * @return as {@link #valueGroups()}, without the other sources
     */
    public List<ValueGroup> valueGroups(Predicate<FactSource> counted) {
        Map<Integer, List<FactSource>> bySymbol = new LinkedHashMap<>();
        for (int column = 0; column < columns(); column++) {
            FactSource source = columns.sources().get(column);
            if (!isObfuscated(column) && counted.test(source)) {
                bySymbol.computeIfAbsent(symbol(column), any -> new ArrayList<>())
                        .add(source);
            }
        }
        return bySymbol.entrySet().stream()
                .map(group -> new ValueGroup(compared.row().valueOf(group.getKey()), group.getValue()))
                .sorted(Comparator.comparing(
                        (ValueGroup group) -> -group.sources().size()))
                .toList();
    }

    /**
     * How many columns there are.
     *
     * @return columns are numbered from 0
     */
    public int columns() {
        return columns.size();
    }

    /**
     * A column's value.
     *
     * @param column its number
     * @return null if it is missing
     */
    public @Nullable FactValue value(int column) {
        return compared.row().value(column);
    }

    /**
     * A number that is the same for equal values of a report, for who keeps something for each different value.
     *
     * @param column its number
     * @return from 0 to before {@link ComparisonReport#values()}; {@link FactSymbols#MISSING} for a missing value
     */
    public int symbol(int column) {
        return compared.row().symbol(column);
    }

    /**
     * Whether a column's value was hidden before it was uploaded.
     *
     * @param column its number
     * @return true if so
     */
    public boolean isObfuscated(int column) {
        return compared.obfuscated().get(column);
    }

    /**
     * How a column stands to the reference.
     *
     * @param column its number
     * @return SAME or DIFFERENT; null if there is no reference, the fact is the SAME, or the value was hidden
     */
    public @Nullable ComparisonState cellState(int column) {
        return compared.cellState(column);
    }

    /**
     * Whether some source has several values.
     *
     * @return true if {@link #options} tells more
     */
    public boolean isMultiValued() {
        return compared.row().isMultiValued();
    }

    /**
     * The different values of a multi-valued fact.
     *
     * @return sorted; empty if the fact is not multi-valued
     */
    public List<ValueOption> options() {
        return List.copyOf(compared.options());
    }

    @Override
    public String toString() {
        return fact() + " " + state() + " " + cells();
    }
}
