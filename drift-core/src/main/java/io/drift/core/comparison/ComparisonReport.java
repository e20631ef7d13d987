package io.drift.core.comparison;

import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactTable;
import io.drift.core.profile.LookedAt;
import io.drift.core.profile.Reading;
import io.drift.core.source.FactSource;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where some sources differ. Immutable. Its states are known; everything else is a view that is made while it is read,
 * so that a large report never exists as objects.
 *
 * <pre>{@code
 * for (FactComparison fact : report.onlyDifferences().comparisons()) {
 *     System.out.println(fact.fact() + ": " + fact.valueGroups());
 * }
 * }</pre>
 */
public final class ComparisonReport {

    private final Columns columns;
    private final FactTable table;
    private final RowComparer comparer;
    private final boolean notifying;
    private final ReportRows rows;
    /** By row of the table, what somebody asked for: one view asks several times, and there are several views. */
    private final @Nullable DistinctValues[] distinct;
    /** How many facts are not the SAME, those too that this report does not show. */
    private final int differences;

    private final List<NotCompared> notCompared;
    private final List<String> notFound;
    private final Omissions omissions;
    private final List<Integer> headerOrder;
    private final List<SystemSummary> systems;
    private final List<BaselineSummary> baselines;
    private final List<HistoricalProfileSummary> historicalProfiles;

    ComparisonReport(
            Columns columns,
            FactTable table,
            ReportRows rows,
            RowComparer comparer,
            Omissions omissions,
            ReportHeader header,
            boolean notifying,
            Clock clock) {
        this.columns = columns;
        this.table = table;
        this.rows = rows;
        this.comparer = comparer;
        this.notifying = notifying;
        this.distinct = new DistinctValues[table.rows()];
        this.differences = (int) rows.states().stream()
                .filter(state -> state != ComparisonState.SAME)
                .count();
        this.notCompared = comparer.notCompared();
        this.notFound = List.of();
        this.omissions = omissions;
        this.headerOrder = columns.numbersOf(header.all());
        this.systems = header.systems().stream()
                .map(system -> SystemSummary.of(system, clock))
                .toList();
        this.baselines = header.baselines().stream().map(BaselineSummary::of).toList();
        this.historicalProfiles = header.historicalProfiles().stream()
                .map(HistoricalProfileSummary::of)
                .toList();
    }

    /** The same report with other rows, or with more that was not found. */
    private ComparisonReport(ComparisonReport whole, ReportRows rows, List<String> notFound) {
        this.columns = whole.columns;
        this.table = whole.table;
        this.comparer = whole.comparer;
        this.notifying = whole.notifying;
        this.rows = rows;
        this.distinct = whole.distinct;
        this.differences = whole.differences;
        this.notCompared = whole.notCompared;
        this.notFound = List.copyOf(notFound);
        this.omissions = whole.omissions;
        this.headerOrder = whole.headerOrder;
        this.systems = whole.systems;
        this.baselines = whole.baselines;
        this.historicalProfiles = whole.historicalProfiles;
    }

    /**
     * The same report without what is the SAME everywhere.
     *
     * @return only the facts that differ or are incomplete, and the groups that have such; groups keep their state, and
     *     the header its sources
     */
    public ComparisonReport onlyDifferences() {
        return only(EnumSet.complementOf(EnumSet.of(ComparisonState.SAME)));
    }

    /**
     * The same report with the facts in some states only.
     *
     * @param wanted the states
     * @return only the facts in one of those states, and the groups that have such; groups keep their state, and the
     *     header its sources
     */
    public ComparisonReport only(Set<ComparisonState> wanted) {
        return new ComparisonReport(this, rows.only(place -> wanted.contains(rows.state(place))), notFound);
    }

    /**
     * The same report with some facts only.
     *
     * @param wanted chooses facts
     * @return only those facts, and the groups that have such; groups keep their state, and the header its sources
     */
    public ComparisonReport onlyFacts(Predicate<FactComparison> wanted) {
        return new ComparisonReport(this, rows.only(place -> wanted.test(comparison(place))), notFound);
    }

    /**
     * A fact by its name.
     *
     * @param name the whole name, {@code arch} or {@code cpu_flags.fpu}
     * @return empty if the report does not show such a fact
     */
    public Optional<FactComparison> fact(String name) {
        return fact(FactName.of(name));
    }

    /**
     * A fact by its name.
     *
     * @param name its name
     * @return empty if the report does not show such a fact
     */
    public Optional<FactComparison> fact(FactName name) {
        int place = placeOf(name);
        return place < 0 ? Optional.empty() : Optional.of(comparison(place));
    }

    /**
     * A group by its name.
     *
     * @param name a text without a dot, {@code cpu_flags}
     * @return empty if the report does not show a fact of such a group
     */
    public Optional<FactGroup> group(String name) {
        int place = name.indexOf('.') < 0 ? placeOf(new FactName(name, "")) : rows.size();
        int entry = rows.entryAt(place < 0 ? -place - 1 : place);
        return entry >= 0
                        && facts().get(entry) instanceof FactGroup group
                        && group.name().equals(name)
                ? Optional.of(group)
                : Optional.empty();
    }

    /** Where a fact is among {@link #rows}; else a negative number, as {@link Collections#binarySearch} answers it. */
    private int placeOf(FactName name) {
        return Collections.binarySearch(new ListView<>(rows.size(), rows::name), name);
    }

    /**
     * All facts one after the other, those in groups too, sorted by name.
     *
     * @return a view
     */
    public List<FactComparison> comparisons() {
        return new ListView<>(rows.size(), this::comparison);
    }

    /**
     * Single facts and groups, sorted by name, a single fact before a group of the same name.
     *
     * @return a view
     */
    public List<ReportEntry> facts() {
        return new ListView<>(rows.entries(), this::entry);
    }

    private ReportEntry entry(int entry) {
        int from = rows.entryStart(entry);
        if (!rows.name(from).isMember()) {
            return comparison(from);
        }
        int size = rows.entryStart(entry + 1) - from;
        List<FactComparison> members = new ListView<>(size, member -> comparison(from + member));
        return new FactGroup(rows.name(from).top(), rows.entryState(entry), members);
    }

    private FactComparison comparison(int place) {
        int row = rows.row(place);
        ComparedRow compared = comparer.compare(table.row(row), rows.state(place));
        return new FactComparison(columns, comparer, compared, notifying, new KnownValues(distinct, row));
    }

    /**
     * The sources in the order of the cells: baselines first, then by name.
     *
     * @return immutable
     */
    public List<FactSource> columns() {
        return columns.sources();
    }

    /**
     * The columns in the order of the header: baselines as returned, systems and others by name, historical profiles newest
     * first.
     *
     * @return numbers of columns
     */
    public List<Integer> columnsInHeaderOrder() {
        return headerOrder;
    }

    /**
     * The systems in the header, and sources of a caller's own, by name.
     *
     * @return immutable
     */
    public List<SystemSummary> systems() {
        return systems;
    }

    /**
     * The baselines in the header, as returned.
     *
     * @return immutable
     */
    public List<BaselineSummary> baselines() {
        return baselines;
    }

    /**
     * The historical profiles in the header, newest first.
     *
     * @return immutable
     */
    public List<HistoricalProfileSummary> historicalProfiles() {
        return historicalProfiles;
    }

    /**
     * The machines that are compared, each with its columns.
     *
     * @return in the order of their first columns; baselines are of no machine
     */
    public List<Machine> machines() {
        return new Machines(columns).list();
    }

    /**
     * Of which profiles the rules of this report are.
     *
     * @return null if they are for no profiles, see {@link FactRules#none}
     */
    public @Nullable Reading reading() {
        return comparer.rules.reading();
    }

    /**
     * The rules under which this was compared.
     *
     * @return never null; {@link FactRules#fingerprint} tells them from others
     */
    public FactRules rules() {
        return comparer.rules;
    }

    /**
     * The column with which the others are compared.
     *
     * @return empty if there is none, or if it was asked for and is not one of the columns
     */
    public Optional<FactSource> reference() {
        return columns.containsReference() ? Optional.of(columns.sources().get(columns.reference())) : Optional.empty();
    }

    /**
     * Whether facts are left out that no baseline has.
     *
     * @return as {@link Comparison#withBaselineFactsOnly} was told
     */
    public boolean isOfBaselineFactsOnly() {
        return notifying;
    }

    /**
     * What a column looked at, without parts of its profile that were skipped as a whole.
     *
     * @param column its number
     * @return everything, nearly always; nothing for a system without a profile
     */
    public LookedAt lookedAt(int column) {
        return Coverage.of(columns.sources().get(column));
    }

    /**
     * How many facts are not the SAME.
     *
     * @return of the whole report, even if this one has fewer rows
     */
    public int differences() {
        return differences;
    }

    /**
     * What could not be looked at: parts of profiles and, under exact rules, profiles that do not exist.
     *
     * @return in the order of the columns; empty if everything was compared that the reading looks at
     */
    public List<NotCompared> notCompared() {
        return notCompared;
    }

    /**
     * What should be compared too and is not there, or not to be seen by who asks.
     *
     * @return ids as they were asked for; empty unless the report was asked for as a partial one
     */
    public List<String> notFound() {
        return notFound;
    }

    /**
     * The same report, which tells of what was not found.
     *
     * @param ids what should be compared too
     * @return incomplete, if these are any
     */
    public ComparisonReport withNotFound(List<String> ids) {
        return ids.isEmpty() ? this : new ComparisonReport(this, rows, ids);
    }

    /**
     * What the report does not tell of facts: those that some source did not look at, and those that lists of the rules leave
     * out.
     *
     * @return of the whole report, even if this one has fewer rows
     */
    public Omissions omissions() {
        return omissions;
    }

    /**
     * Whether everything was looked at that the reading looks at.
     *
     * @return false if something was not found, could not be compared or was not looked at, so that nobody knows whether it differs
     */
    public boolean isComplete() {
        return notCompared.isEmpty()
                && notFound.isEmpty()
                && omissions.notLookedAt().isEmpty();
    }

    /**
     * Whether anything is not the SAME.
     *
     * @return true if some fact differs or is incomplete; what could not be looked at, {@link #isComplete} tells
     */
    public boolean hasDifferences() {
        return rows.states().stream().anyMatch(state -> state != ComparisonState.SAME);
    }

    /**
     * Whether somebody should be told that a system has drifted from its baseline.
     *
     * @return true only in a comparison that looks for that, see {@link Comparison#withBaselineFactsOnly}
     */
    public boolean isWorthNotifying() {
        return notifying && rows.states().contains(ComparisonState.DIFFERENT);
    }

    /** The names of the columns, and how many facts are in each state. */
    @Override
    public String toString() {
        Map<ComparisonState, Long> counts = rows.states().stream()
                .collect(Collectors.groupingBy(
                        Function.identity(), () -> new EnumMap<>(ComparisonState.class), Collectors.counting()));
        return "ComparisonReport of " + columns().stream().map(FactSource::name).toList() + " " + counts;
    }
}
