package io.drift.core.comparison;

import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.policy.RuleId;
import io.drift.core.policy.Severity;
import io.drift.core.source.FactSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One fact across all columns. Cells can be read as objects ({@link #cells}) or column by column, which costs less where there
 * are many.
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
    private final RowComparer comparer;
    private final ComparedRow compared;
    private final boolean drifted;
    private final KnownValues distinct;

    FactComparison(
            Columns columns, RowComparer comparer, ComparedRow compared, boolean notifying, KnownValues distinct) {
        this.columns = columns;
        this.comparer = comparer;
        this.compared = compared;
        this.distinct = distinct;
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
        return new Cell(
                columns.sources().get(column),
                value(column),
                isObfuscated(column),
                cellState(column),
                isLookedAt(column));
    }

    /**
     * The cell of a source.
     *
     * @param sourceId the id of the source, in any case
     * @return empty if there is no such source; if there are several, the cell of the first
     */
    public Optional<Cell> cell(String sourceId) {
        int column = columns.numberOf(sourceId);
        return column == Columns.NONE ? Optional.empty() : Optional.of(cell(column));
    }

    /**
     * Who agrees with whom.
     *
     * @return the different values, the missing one too, each with the sources that have it: most common first, then in
     *     the order of the columns; sources that hid their value, did not look at it, or have no profile, are in no group,
     *     because nobody knows whom they agree with
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
        Map<@Nullable FactValue, List<FactSource>> byValue = new LinkedHashMap<>();
        for (int column = 0; column < columns(); column++) {
            FactSource source = columns.sources().get(column);
            if (!isSetAside(column) && counted.test(source)) {
                byValue.computeIfAbsent(comparedValue(column), any -> new ArrayList<>())
                        .add(source);
            }
        }
        return byValue.entrySet().stream()
                .map(group -> new ValueGroup(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(
                        (ValueGroup group) -> -group.sources().size()))
                .toList();
    }

    /**
     * The different values, numbered, which costs least where there are many columns. Values that are compared as the same,
     * such as a list in another order, are one.
     *
     * @return as {@link #valueGroups()}, in the order of the columns, those of baselines last
     */
    public DistinctValues distinctValues() {
        return distinct.orElse(() -> new CellValues(compared.rowOfComparison(), columns).distinct(compared.setAside()));
    }

    /**
     * Whether machines are expected to have the same value.
     *
     * @return false for what names a machine, and for what never differs whatever its values
     */
    public boolean isExpectedToAgree() {
        return !comparer.hasRuleFor(fact());
    }

    /**
     * The rule of a policy without which the state would be another one.
     *
     * @return empty if no rule changed it
     */
    public Optional<RuleId> changedBy() {
        ComparedRow.Ruled ruled = compared.ruled();
        return ruled == null ? Optional.empty() : Optional.ofNullable(ruled.by());
    }

    /**
     * How bad a difference in this fact is.
     *
     * @return as a policy says; else {@link Severity#MEDIUM}
     */
    public Severity severity() {
        return comparer.treatmentOf(fact()).severity();
    }

    /**
     * How much a difference in this fact counts where machines are ranked.
     *
     * @return the weight that a policy gives it, times the factor of its severity; else 1
     */
    public double weight() {
        return comparer.treatmentOf(fact()).weight();
    }

    /**
     * Why it is not the same everywhere.
     *
     * @return sorted; empty for what is the SAME and was looked at by all
     */
    public SortedSet<DifferenceReason> reasons() {
        return new Reasons(this).all();
    }

    /**
     * Who has another value than the others.
     *
     * @return the sources that do not have the value of the reference or, without a reference, not the first of
     *     {@link #valueGroups()}; in the order of the columns, without those that hid their value or did not look at it;
     *     empty if the fact is the SAME
     */
    public List<FactSource> outliers() {
        if (state() == ComparisonState.SAME) {
            return List.of();
        }
        FactValue usual = usual();
        return IntStream.range(0, columns())
                .filter(column -> !isSetAside(column) && comparedValue(column) != usual)
                .mapToObj(columns.sources()::get)
                .toList();
    }

    private @Nullable FactValue usual() {
        if (columns.containsReference() && isLookedAt(columns.reference())) {
            return comparedValue(columns.reference());
        }
        List<ValueGroup> groups = valueGroups();
        return groups.isEmpty() ? null : groups.get(0).value();
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
     * @return null if it is missing; within a report, equal values are one object
     */
    public @Nullable FactValue value(int column) {
        return compared.row().value(column);
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
     * Whether a column's source looked at the fact at all. If not, its value is missing, and nobody knows whether the machine
     * has one; it counts neither as the same nor as different.
     *
     * @param column its number
     * @return true nearly always; under archived rules always
     */
    public boolean isLookedAt(int column) {
        return !compared.notLookedAt().get(column);
    }

    /**
     * Whether all columns looked at the fact, so that nobody has to ask for each.
     *
     * @return true nearly always
     */
    public boolean isLookedAtByAll() {
        return compared.notLookedAt().isEmpty();
    }

    /** The value that is compared: of values that are the same under a policy, one for all. */
    private @Nullable FactValue comparedValue(int column) {
        return compared.rowOfComparison().value(column);
    }

    /** The columns, with their reference. */
    Columns allColumns() {
        return columns;
    }

    /** Whether a column takes no part, because its value was hidden or not looked at, or its system has no profile. */
    boolean isSetAside(int column) {
        return compared.setAside().get(column);
    }

    /** The columns that take no part. Not to be changed. */
    BitSet setAside() {
        return compared.setAside();
    }

    /**
     * How a column stands to the reference.
     *
     * @param column its number
     * @return SAME or DIFFERENT; null if there is no reference, the fact is the SAME, the value was hidden, or it or that of the
     *     reference was not looked at
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
