package io.drift.core.comparison;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactTable;
import io.drift.core.source.FactSource;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    /** The rows of the table that are shown, in order. */
    private final int[] rows;
    /** The states of {@link #rows}. */
    private final ComparisonState[] states;
    /** Entry i of the report is made of the rows from {@code entryStart[i]} to before {@code entryStart[i + 1]}. */
    private final int[] entryStart;
    /** The states of the entries, which a report with fewer rows takes over. */
    private final ComparisonState[] entryStates;

    private final List<Integer> headerOrder;
    private final List<SystemSummary> systems;
    private final List<BaselineSummary> baselines;
    private final List<HistoricalProfileSummary> historicalProfiles;

    ComparisonReport(
            Columns columns,
            FactTable table,
            int[] rows,
            RowComparer comparer,
            ReportHeader header,
            boolean notifying,
            Clock clock) {
        this.columns = columns;
        this.table = table;
        this.rows = rows;
        this.comparer = comparer;
        this.notifying = notifying;
        this.states = Arrays.stream(rows)
                .mapToObj(row -> comparer.compare(table.row(row)).state())
                .toArray(ComparisonState[]::new);
        this.entryStart =
                IntStream.rangeClosed(0, rows.length).filter(this::startsEntry).toArray();
        this.entryStates = IntStream.range(0, entryStart.length - 1)
                .mapToObj(this::stateOfEntry)
                .toArray(ComparisonState[]::new);
        this.headerOrder = columns.numbersOf(header.all());
        this.systems = header.systems().stream()
                .map(system -> SystemSummary.of(system, clock))
                .toList();
        this.baselines = header.baselines().stream().map(BaselineSummary::of).toList();
        this.historicalProfiles = header.historicalProfiles().stream()
                .map(HistoricalProfileSummary::of)
                .toList();
    }

    /** Some rows of another report, in entries that keep their states. */
    private ComparisonReport(ComparisonReport whole, int[] places, ComparisonState[] entryStates) {
        this.columns = whole.columns;
        this.table = whole.table;
        this.comparer = whole.comparer;
        this.notifying = whole.notifying;
        this.rows = Arrays.stream(places).map(place -> whole.rows[place]).toArray();
        this.states =
                Arrays.stream(places).mapToObj(place -> whole.states[place]).toArray(ComparisonState[]::new);
        this.entryStart =
                IntStream.rangeClosed(0, rows.length).filter(this::startsEntry).toArray();
        this.entryStates = entryStates;
        this.headerOrder = whole.headerOrder;
        this.systems = whole.systems;
        this.baselines = whole.baselines;
        this.historicalProfiles = whole.historicalProfiles;
    }

    private boolean startsEntry(int place) {
        return place == 0
                || place == rows.length
                || !table.name(rows[place]).isMember()
                || !table.name(rows[place - 1]).isMember()
                || !table.name(rows[place])
                        .top()
                        .equals(table.name(rows[place - 1]).top());
    }

    private ComparisonState stateOfEntry(int entry) {
        Set<ComparisonState> members = EnumSet.noneOf(ComparisonState.class);
        members.addAll(Arrays.asList(states).subList(entryStart[entry], entryStart[entry + 1]));
        return ComparisonState.ofGroup(members);
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
        int[] places = IntStream.range(0, rows.length)
                .filter(place -> wanted.contains(states[place]))
                .toArray();
        ComparisonState[] kept = IntStream.range(0, entryStates.length)
                .filter(entry -> Arrays.stream(states, entryStart[entry], entryStart[entry + 1])
                        .anyMatch(wanted::contains))
                .mapToObj(entry -> entryStates[entry])
                .toArray(ComparisonState[]::new);
        return new ComparisonReport(this, places, kept);
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
        int place = name.indexOf('.') < 0 ? placeOf(new FactName(name, "")) : rows.length;
        int first = place < 0 ? -place - 1 : place;
        int entry = first < rows.length ? Arrays.binarySearch(entryStart, first) : -1;
        return entry >= 0
                        && facts().get(entry) instanceof FactGroup group
                        && group.name().equals(name)
                ? Optional.of(group)
                : Optional.empty();
    }

    /** Where a fact is among {@link #rows}; else a negative number, as {@link Arrays#binarySearch} answers it. */
    private int placeOf(FactName name) {
        return Collections.binarySearch(new ListView<>(rows.length, place -> table.name(rows[place])), name);
    }

    /**
     * All facts one after the other, those in groups too, sorted by name.
     *
     * @return a view
     */
    public List<FactComparison> comparisons() {
        return new ListView<>(rows.length, this::comparison);
    }

    /**
     * Single facts and groups, sorted by name, a single fact before a group of the same name.
     *
     * @return a view
     */
    public List<ReportEntry> facts() {
        return new ListView<>(entryStates.length, entry -> entry(entry, entryStart[entry], entryStart[entry + 1]));
    }

    private ReportEntry entry(int index, int from, int to) {
        if (!table.name(rows[from]).isMember()) {
            return comparison(from);
        }
        List<FactComparison> members = new ListView<>(to - from, member -> comparison(from + member));
        return new FactGroup(table.name(rows[from]).top(), entryStates[index], members);
    }

    private FactComparison comparison(int place) {
        return new FactComparison(columns, comparer.compare(table.row(rows[place]), states[place]), notifying);
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
     * How many different values there are, the missing one included; see {@link FactComparison#symbol}.
     *
     * @return at least 1
     */
    public int values() {
        return table.values();
    }

    /**
     * Whether anything is not the SAME.
     *
     * @return true if something differs or is incomplete
     */
    public boolean hasDifferences() {
        return Arrays.stream(states).anyMatch(state -> state != ComparisonState.SAME);
    }

    /**
     * Whether somebody should be told that a system has drifted from its baseline.
     *
     * @return true only in a comparison that looks for that, see {@link Comparison#withBaselineFactsOnly}
     */
    public boolean isWorthNotifying() {
        return notifying && Arrays.asList(states).contains(ComparisonState.DIFFERENT);
    }

    /** The names of the columns, and how many facts are in each state. */
    @Override
    public String toString() {
        Map<ComparisonState, Long> counts = Arrays.stream(states)
                .collect(Collectors.groupingBy(
                        Function.identity(), () -> new EnumMap<>(ComparisonState.class), Collectors.counting()));
        return "ComparisonReport of " + columns().stream().map(FactSource::name).toList() + " " + counts;
    }
}
