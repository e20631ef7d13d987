package io.drift.core.comparison;

import io.drift.core.comparison.ComparisonListener.Phase;
import io.drift.core.fact.FactTable;
import io.drift.core.fact.FactTableBuilder;
import io.drift.core.source.FactSource;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares sources that a caller already has, without any service.
 *
 * <pre>{@code
 * ComparisonReport report =
 *         Comparison.of(systems).withMore(baselines).withReference(golden.id()).report();
 * }</pre>
 *
 * <p>Immutable: each {@code with} method answers a changed comparison.
 */
public final class Comparison {

    private final List<FactSource> sources;
    /** Null: the rules that fit the sources. */
    private final @Nullable FactRules rules;

    private final @Nullable String referenceId;
    private final boolean baselineFactsOnly;
    private final ComparisonListener listener;

    private Comparison(
            List<FactSource> sources,
            @Nullable FactRules rules,
            @Nullable String referenceId,
            boolean baselineFactsOnly,
            ComparisonListener listener) {
        this.sources = sources;
        this.rules = rules;
        this.referenceId = referenceId;
        this.baselineFactsOnly = baselineFactsOnly;
        this.listener = listener;
    }

    /**
     * A comparison under the rules of its sources: those for the reading of their profiles, see {@link FactRules#of}, or
     * {@link FactRules#exact} if none of them has a profile.
     *
     * @param sources any number, also of different kinds; the order counts where names are equal
     * @return the comparison; {@link #report()} does the work
     */
    public static Comparison of(List<? extends FactSource> sources) {
        return new Comparison(List.copyOf(sources), null, null, false, ComparisonListener.NONE);
    }

    /**
     * A comparison as {@link #of(List)}.
     *
     * @param sources any number, also of different kinds; the order counts where names are equal
     * @return the comparison; {@link #report()} does the work
     */
    public static Comparison of(FactSource... sources) {
        return of(List.of(sources));
    }

    /**
     * Compares more sources.
     *
     * @param more sources that come behind the others where names are equal
     * @return the changed comparison
     */
    public Comparison withMore(List<? extends FactSource> more) {
        List<FactSource> all = Stream.concat(sources.stream(), more.stream()).toList();
        return new Comparison(all, rules, referenceId, baselineFactsOnly, listener);
    }

    /**
     * Compares under certain rules, which have to be those for the reading of the profiles.
     *
     * @param other the rules
     * @return the changed comparison
     */
    public Comparison withRules(FactRules other) {
        return new Comparison(sources, other, referenceId, baselineFactsOnly, listener);
    }

    /**
     * Compares each cell with one source too.
     *
     * @param id the id of that source, in any case; an id that no source has makes all cells DIFFERENT; null for none
     * @return the changed comparison
     */
    public Comparison withReference(@Nullable String id) {
        return new Comparison(sources, rules, id, baselineFactsOnly, listener);
    }

    /**
     * Looks only for what drifted from the baselines: facts that no baseline has are left out, and
     * {@link ComparisonReport#isWorthNotifying} tells whether anything differs.
     *
     * @param only true to do so
     * @return the changed comparison
     */
    public Comparison withBaselineFactsOnly(boolean only) {
        return new Comparison(sources, rules, referenceId, only, listener);
    }

    /**
     * Tells somebody how far it is.
     *
     * @param other hears of {@link ComparisonListener.Phase#COMPARE} and the parts within it
     * @return the changed comparison
     */
    public Comparison withListener(ComparisonListener other) {
        return new Comparison(sources, rules, referenceId, baselineFactsOnly, other);
    }

    /**
     * Compares, and tells by the system's clock which systems are stale.
     *
     * @return the report
     * @throws IllegalStateException as {@link #report(Clock)}
     */
    public ComparisonReport report() {
        return report(Clock.systemUTC());
    }

    /**
     * Compares.
     *
     * @param clock tells which systems are stale
     * @return the report
     * @throws IllegalStateException if profiles were read in two ways, or in another way than the rules are for; the
     *     message names a source of each
     */
    public ComparisonReport report(Clock clock) {
        return listener.during(Phase.COMPARE, () -> compare(clock));
    }

    private ComparisonReport compare(Clock clock) {
        FactRules fitting = ColumnReadings.rulesFor(sources, rules);
        Columns columns = listener.during(Phase.ORDER_COLUMNS, () -> new Columns(sources, referenceId));
        FactTable all = listener.during(Phase.FILL_TABLE, () -> table(columns));
        FactTable table = baselineFactsOnly ? all.onlyFactsOf(columns::isBaseline) : all;
        RowComparer comparer = RowComparer.of(columns, fitting, table, baselineFactsOnly);
        RowSelection selected =
                listener.during(Phase.SELECT_FACTS, () -> RowSelection.of(table, fitting.sapGate(all), comparer));
        ReportHeader header = listener.during(Phase.MAKE_HEADER, () -> new ReportHeader(sources));

        return listener.during(
                Phase.GROUP_FACTS,
                () -> new ComparisonReport(
                        columns,
                        table,
                        ReportRows.compared(table, selected.rows(), comparer),
                        comparer,
                        selected.omissions(),
                        header,
                        baselineFactsOnly,
                        clock));
    }

    @Override
    public String toString() {
        return "Comparison of " + sources.stream().map(FactSource::name).toList()
                + (referenceId == null ? "" : " against " + referenceId);
    }

    private static FactTable table(Columns columns) {
        FactTableBuilder builder = new FactTableBuilder();
        columns.sources().forEach(source -> builder.column(source.facts()));
        return builder.build();
    }
}
