package io.drift.core.comparison;

import io.drift.core.fact.FactTable;
import io.drift.core.source.FactSource;
import java.time.Clock;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where some sources differ. Immutable. Its states are known; everything else is a view that is made while it is read,
 * so that a large report never exists as objects.
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
        int[] places = IntStream.range(0, rows.length)
                .filter(place -> states[place] != ComparisonState.SAME)
                .toArray();
        ComparisonState[] kept = Arrays.stream(entryStates)
                .filter(state -> state != ComparisonState.SAME)
                .toArray(ComparisonState[]::new);
        return new ComparisonReport(this, places, kept);
    }

    /**
     * Single facts and groups, sorted by name, a single fact before a group of the same name.
     *
     * @return a view
     */
    public List<ReportEntry> facts() {
        return new AbstractList<>() {
            @Override
            public ReportEntry get(int index) {
                return entry(index, entryStart[index], entryStart[index + 1]);
            }

            @Override
            public int size() {
                return entryStart.length - 1;
            }
        };
    }

    private ReportEntry entry(int index, int from, int to) {
        if (!table.name(rows[from]).isMember()) {
            return comparison(from);
        }
        return new FactGroup(table.name(rows[from]).top(), entryStates[index], new AbstractList<>() {
            @Override
            public FactComparison get(int member) {
                return comparison(from + member);
            }

            @Override
            public int size() {
                return to - from;
            }
        });
    }

    private FactComparison comparison(int place) {
        return new FactComparison(columns, comparer.compare(table.row(rows[place])), notifying);
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
     * The columns in the order of the header: baselines as returned, systems by name, historical profiles newest first,
     * then all others.
     *
     * @return numbers of columns
     */
    public List<Integer> columnsInHeaderOrder() {
        return headerOrder;
    }

    /**
     * The systems in the header, by name.
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

    @Override
    public String toString() {
        return "ComparisonReport[" + columns.size() + " columns, " + facts().size() + " entries, "
                + (hasDifferences() ? "differences]" : "no differences]");
    }
}
