package io.drift.testkit.assertj;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import io.drift.core.source.FactSource;
import io.drift.testkit.golden.ReportText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a report. When one fails, its message shows the facts concerned and who has which value.
 *
 * <pre>{@code
 * assertThat(report).hasColumns("web-1", "web-2").differsOnlyIn("os_release");
 * }</pre>
 */
public final class ReportAssert extends AbstractAssert<ReportAssert, ComparisonReport> {

    private static final int MOST_LINES = 20;

    ReportAssert(ComparisonReport report) {
        super(report, ReportAssert.class);
    }

    /**
     * The report compares these sources and no others.
     *
     * @param names their names, in any order
     * @return this
     */
    public ReportAssert hasColumns(String... names) {
        isNotNull();
        List<String> expected = Stream.of(names).sorted().toList();
        List<String> found =
                actual.columns().stream().map(FactSource::name).sorted().toList();
        if (!found.equals(expected)) {
            throw failure("Expected the columns %s, but the report has %s", expected, found);
        }
        return this;
    }

    /**
     * Every fact is the SAME.
     *
     * @return this
     */
    public ReportAssert hasNoDifferences() {
        return differsOnlyIn();
    }

    /**
     * These facts are not the SAME, and all others are.
     *
     * @param facts whole names, such as {@code os_release} or {@code cpu_flags.fpu}, in any order
     * @return this
     */
    public ReportAssert differsOnlyIn(String... facts) {
        isNotNull();
        Set<String> missed = new TreeSet<>(Arrays.asList(facts));
        List<FactComparison> unexpected = actual.onlyDifferences().comparisons().stream()
                .filter(fact -> !missed.remove(fact.fact().toString()))
                .toList();
        if (!unexpected.isEmpty() || !missed.isEmpty()) {
            throw failure("%s", differenceFrom(facts, unexpected, missed));
        }
        return this;
    }

    private String differenceFrom(String[] expected, List<FactComparison> unexpected, Set<String> missed) {
        StringBuilder text = new StringBuilder(
                expected.length == 0
                        ? "Expected no differences"
                        : "Expected differences only in " + new TreeSet<>(Arrays.asList(expected)));
        if (!unexpected.isEmpty()) {
            text.append(", but there are others:").append(table(unexpected));
        }
        if (!missed.isEmpty()) {
            text.append(unexpected.isEmpty() ? ", but" : "\nand").append(" these do not differ:");
            missed.forEach(name -> text.append("\n  ")
                    .append(actual.fact(name).map(ReportText::of).orElse(name + " is not in the report")));
        }
        return text.toString();
    }

    /** A line for each fact, in columns, not too many. */
    static String table(List<FactComparison> facts) {
        List<FactComparison> shown = facts.subList(0, Math.min(MOST_LINES, facts.size()));
        int nameWidth = width(shown.stream().map(fact -> fact.fact().toString()));
        int stateWidth = width(shown.stream().map(fact -> fact.state().toString()));
        String format = "%n  %-" + nameWidth + "s  %-" + stateWidth + "s  %s";
        String lines = shown.stream()
                .map(fact -> String.format(format, fact.fact(), fact.state(), ReportText.values(fact)))
                .collect(Collectors.joining())
                .replace(System.lineSeparator(), "\n");
        int more = facts.size() - shown.size();
        return more == 0 ? lines : lines + "\n  ... and " + more + " more";
    }

    private static int width(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(1);
    }

    /**
     * The report shows a fact.
     *
     * @param name its whole name
     * @return assertions about it
     */
    public FactAssert fact(String name) {
        isNotNull();
        FactComparison fact = actual.fact(name)
                .orElseThrow(() -> failure(
                        "Expected the fact %s, but the report does not show it. It has:%s",
                        name, table(actual.comparisons())));
        return new FactAssert(fact);
    }

    /**
     * The report does not show a fact.
     *
     * @param name its whole name
     * @return this
     */
    public ReportAssert doesNotShow(String name) {
        isNotNull();
        actual.fact(name).ifPresent(fact -> {
            throw failure("Expected no fact %s, but there is%s", name, table(List.of(fact)));
        });
        return this;
    }

    /**
     * A group is in a state.
     *
     * @param name the group's name, such as {@code cpu_flags}
     * @param state the state
     * @return this
     */
    public ReportAssert hasGroup(String name, ComparisonState state) {
        isNotNull();
        var group = actual.group(name)
                .orElseThrow(() -> failure("Expected the group %s, but the report does not show it", name));
        if (group.state() != state) {
            throw failure(
                    "Expected the group %s to be %s, but it is %s:%s",
                    name, state, group.state(), table(group.comparisons()));
        }
        return this;
    }
}
