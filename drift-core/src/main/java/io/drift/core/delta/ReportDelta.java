package io.drift.core.delta;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.profile.LookedAt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is new, known and resolved between two reports, difference by difference: a column that does not have the usual value
 * of a fact. What nobody looked at is never resolved. Immutable.
 *
 * <pre>{@code
 * ReportDelta delta = ReportDelta.between(yesterday, KeptReport.of(report));
 * System.out.println(delta.count(DeltaStatus.NEW) + " are new");
 * }</pre>
 */
public final class ReportDelta {

    private final KeptReport before;
    private final KeptReport now;
    private final List<ColumnPair> columns;
    private final Map<FactName, List<DeltaEntry>> byFact = new LinkedHashMap<>();

    private ReportDelta(KeptReport before, KeptReport now) {
        this.before = before;
        this.now = now;
        this.columns = ColumnPair.of(before.columns(), now.columns());
        Set<FactName> names = new TreeSet<>(before.names());
        names.addAll(now.names());
        for (FactName name : names) {
            List<DeltaEntry> entries = entries(name);
            if (!entries.isEmpty()) {
                byFact.put(name, entries);
            }
        }
    }

    /**
     * What has become of an earlier report.
     *
     * @param before the earlier report
     * @param now the later report
     * @return the delta; between the same reports the other way round, new is resolved and resolved is new
     * @throws IllegalArgumentException if the reports were not made in the same way; {@link ReportBasis#refusal} says so without
     *     an exception
     */
    public static ReportDelta between(KeptReport before, KeptReport now) {
        Optional<String> why = before.basis().refusal(now.basis());
        if (why.isPresent()) {
            throw new IllegalArgumentException(why.get());
        }
        return new ReportDelta(before, now);
    }

    private List<DeltaEntry> entries(FactName name) {
        List<DeltaEntry> entries = new ArrayList<>();
        for (ColumnPair column : columns) {
            Standing then = standing(before, name, column.before());
            Standing today = standing(now, name, column.now());
            if (then == Standing.DIFFERS || today == Standing.DIFFERS) {
                entries.add(new DeltaEntry(
                        name,
                        column,
                        then,
                        value(before, name, column.before()),
                        today,
                        value(now, name, column.now())));
            }
        }
        return List.copyOf(entries);
    }

    private static Standing standing(KeptReport report, FactName name, int column) {
        return column == ColumnPair.NONE ? Standing.UNKNOWN : report.standing(name, column);
    }

    private static @Nullable FactValue value(KeptReport report, FactName name, int column) {
        KeptFact fact = report.fact(name);
        return fact == null || column == ColumnPair.NONE ? null : fact.value(column);
    }

    /**
     * All differences, then and now.
     *
     * @return fact by fact in the order of a report, within a fact in that of {@link #columns}
     */
    public List<DeltaEntry> entries() {
        return byFact.values().stream().flatMap(List::stream).toList();
    }

    /**
     * The differences of a fact.
     *
     * @param fact its name
     * @return empty if it has none, then and now
     */
    public List<DeltaEntry> of(FactName fact) {
        return byFact.getOrDefault(fact, List.of());
    }

    /**
     * One status for all differences of a fact: the first that any of them has.
     *
     * @param fact its name
     * @return empty if it has none, then and now
     */
    public Optional<DeltaStatus> status(FactName fact) {
        return of(fact).stream().map(DeltaEntry::status).sorted().findFirst();
    }

    /**
     * How many differences there are.
     *
     * @param status what became of them
     * @return from 0
     */
    public int count(DeltaStatus status) {
        return (int) byFact.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.status() == status)
                .count();
    }

    /**
     * The columns of both reports.
     *
     * @return those of the later one in their order, then those that only the earlier one has
     */
    public List<ColumnPair> columns() {
        return columns;
    }

    /**
     * The earlier report.
     *
     * @return never null
     */
    public KeptReport before() {
        return before;
    }

    /**
     * The later report.
     *
     * @return never null
     */
    public KeptReport now() {
        return now;
    }

    /**
     * What could not be compared now, or was not looked at, though it was in the earlier report: it may hide what is new.
     *
     * @return parts of columns of the later report
     */
    public Collection<KeptReport.SkippedOfColumn> newlyNotCompared() {
        Set<KeptReport.SkippedOfColumn> parts = new HashSet<>(now.notCompared());
        for (ColumnPair column : columns) {
            before.notCompared().stream()
                    .filter(part -> column.before() != ColumnPair.NONE
                            && part.id()
                                    .equals(before.columns()
                                            .get(column.before())
                                            .id()))
                    .forEach(part -> parts.remove(new KeptReport.SkippedOfColumn(column.id(), part.part())));
            lost(column).forEach(part -> parts.add(new KeptReport.SkippedOfColumn(column.id(), part)));
        }
        return parts;
    }

    /** What a column was looked at before, and is not now; nothing of what the reports leave out. */
    private List<String> lost(ColumnPair column) {
        if (column.before() == ColumnPair.NONE
                || column.now() == ColumnPair.NONE
                || now.basis().baselineFactsOnly()) {
            return List.of();
        }
        LookedAt then = before.columns().get(column.before()).lookedAt();
        return now.columns().get(column.now()).lookedAt().lostSince(then).stream()
                .filter(name -> !before.isLeftOut(name) && !now.isLeftOut(name))
                .toList();
    }

    /**
     * The facts of which nobody knows now whether they differ, such as hidden ones, though the earlier report knew.
     *
     * @return in the order of a report
     */
    public List<FactName> newlyUnknown() {
        return now.facts().stream()
                .filter(fact -> fact.isOnlyUnknown(now.reference()))
                .map(KeptFact::name)
                .filter(name -> before.fact(name) == null)
                .toList();
    }

    /** How many differences have each status. */
    @Override
    public String toString() {
        return "ReportDelta " + count(DeltaStatus.NEW) + " new, " + count(DeltaStatus.KNOWN) + " known, "
                + count(DeltaStatus.RESOLVED) + " resolved, " + count(DeltaStatus.UNSEEN) + " unseen";
    }
}
