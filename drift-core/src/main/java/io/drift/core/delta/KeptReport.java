package io.drift.core.delta;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.LeftOut;
import io.drift.core.fact.FactName;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a report to compare another one with it: its columns, and the facts that are not the SAME.
 * Immutable.
 *
 * <pre>{@code
 * KeptReport today = KeptReport.of(report);
 * ReportDelta delta = ReportDelta.between(yesterday, today);
 * }</pre>
 */
public final class KeptReport {

    private static final int TWO = 2;

    private final ReportBasis basis;
    private final List<KeptColumn> columns;
    private final SortedMap<FactName, KeptFact> facts;
    private final Set<FactName> leftOut;
    private final Set<SkippedOfColumn> notCompared;
    private final int reference;

    /**
     * A part of a column that could not be compared.
     *
     * <pre>{@code
     * SkippedOfColumn part = new KeptReport.SkippedOfColumn("web-1", "installed_packages");
     * }</pre>
     *
     * @param id the id of the column
     * @param part the part of its profile
     */
    public record SkippedOfColumn(String id, String part) {}

    private KeptReport(
            ReportBasis basis,
            List<KeptColumn> columns,
            SortedMap<FactName, KeptFact> facts,
            Set<FactName> leftOut,
            Set<SkippedOfColumn> notCompared) {
        this.basis = basis;
        this.columns = List.copyOf(columns);
        this.facts = facts;
        this.leftOut = leftOut;
        this.notCompared = notCompared;
        this.reference = IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).name().equals(basis.reference()))
                .findFirst()
                .orElse(-1);
    }

    /**
     * A report that somebody kept.
     *
     * @param basis how it was made
     * @param columns its columns, numbered from 0
     * @param facts those that are not the SAME
     * @return a report without facts that were left out, and without parts that were not compared
     */
    public static KeptReport of(ReportBasis basis, List<KeptColumn> columns, Collection<KeptFact> facts) {
        SortedMap<FactName, KeptFact> byName = new TreeMap<>();
        facts.forEach(fact -> byName.put(fact.name(), fact));
        return new KeptReport(basis, columns, byName, Set.of(), Set.of());
    }

    /**
     * A report that was made just now.
     *
     * @param report with all facts that are not the SAME
     * @return what has to be known of it
     */
    public static KeptReport of(ComparisonReport report) {
        Set<SkippedOfColumn> parts = new HashSet<>();
        report.notCompared()
                .forEach(part -> parts.add(new SkippedOfColumn(part.source().id(), part.part())));
        Set<FactName> left = new HashSet<>();
        for (LeftOut list : report.omissions().leftOut()) {
            left.addAll(list.notSame());
        }
        List<KeptFact> facts = report.comparisons().stream()
                .filter(fact -> fact.state() != ComparisonState.SAME)
                .map(KeptFact::of)
                .toList();
        return of(ReportBasis.of(report), KeptColumn.of(report), facts)
                .withLeftOut(left)
                .withNotCompared(parts);
    }

    /**
     * Names facts that the rules leave out though they differ: nobody can tell from the report whether they still do.
     *
     * @param names the facts
     * @return the changed report
     */
    public KeptReport withLeftOut(Collection<FactName> names) {
        return new KeptReport(basis, columns, facts, Set.copyOf(names), notCompared);
    }

    /**
     * Names what could not be compared.
     *
     * @param parts the parts
     * @return the changed report
     */
    public KeptReport withNotCompared(Collection<SkippedOfColumn> parts) {
        return new KeptReport(basis, columns, facts, leftOut, Set.copyOf(parts));
    }

    /**
     * How it was made.
     *
     * @return never null
     */
    public ReportBasis basis() {
        return basis;
    }

    /**
     * Its columns.
     *
     * @return immutable
     */
    public List<KeptColumn> columns() {
        return columns;
    }

    /**
     * The facts that are not the SAME.
     *
     * @return in the order of a report; a view
     */
    public Collection<KeptFact> facts() {
        return Collections.unmodifiableCollection(facts.values());
    }

    /**
     * What could not be compared.
     *
     * @return immutable
     */
    public Set<SkippedOfColumn> notCompared() {
        return notCompared;
    }

    /** The fact if it is not the SAME; null if it is, or is not in the report. */
    @Nullable
    KeptFact fact(FactName name) {
        return facts.get(name);
    }

    /** Whether the rules leave a fact out that differs. */
    boolean isLeftOut(String name) {
        return leftOut.contains(FactName.of(name));
    }

    Set<FactName> names() {
        return facts.keySet();
    }

    /** The number of the reference; negative for none. */
    int reference() {
        return reference;
    }

    /**
     * How a column stands in a fact.
     *
     * @param name any fact
     * @param column the number of a column
     * @return {@link Standing#AGREES} in a fact that is not among {@link #facts} only if two columns, and this one, looked at it
     */
    public Standing standing(FactName name, int column) {
        KeptFact fact = facts.get(name);
        if (fact != null) {
            return fact.standing(column, reference);
        }
        boolean known = !leftOut.contains(name)
                && columns.get(column).lookedAt().covers(name)
                && columns.stream()
                                .filter(other -> other.lookedAt().covers(name))
                                .limit(TWO)
                                .count()
                        == TWO;
        return known ? Standing.AGREES : Standing.UNKNOWN;
    }

    @Override
    public String toString() {
        return "KeptReport of " + columns.stream().map(KeptColumn::name).toList() + ", " + facts.size()
                + " facts differ";
    }
}
