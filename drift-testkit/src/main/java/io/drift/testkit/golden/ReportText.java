package io.drift.testkit.golden;

import io.drift.core.comparison.Cell;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.ValueGroup;
import io.drift.core.fact.FactValue;
import io.drift.core.source.FactSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as lines for people: first the columns, then a line for each fact. The lines stand by themselves, so that a
 * change of one fact is a change of one line.
 *
 * <pre>{@code
 * columns: golden, web-1, web-2
 * arch SAME x86_64: golden, web-1, web-2
 * os_release DIFFERENT 9.4: golden, web-2 | 9.3: web-1
 * }</pre>
 *
 * <p>Values with the most sources come first. A hidden value is shown as {@code (hidden)}, a missing one as
 * {@code (missing)}; line breaks inside a value are written as {@code \n}. Sources that differ from the reference are
 * named behind {@code unlike the reference}.
 */
public final class ReportText {

    private static final String BETWEEN = " | ";

    private ReportText() {}

    /**
     * A whole report.
     *
     * @param report the report
     * @return its lines
     */
    public static List<String> of(ComparisonReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("columns: " + names(report.columns().stream()));
        report.comparisons().forEach(fact -> lines.add(of(fact)));
        return List.copyOf(lines);
    }

    /**
     * One fact.
     *
     * @param fact the fact
     * @return one line
     */
    public static String of(FactComparison fact) {
        return fact.fact() + " " + fact.state() + " " + values(fact);
    }

    /**
     * What the sources have of a fact.
     *
     * @param fact the fact
     * @return one line
     */
    public static String values(FactComparison fact) {
        Stream<String> groups = fact.valueGroups().stream().map(ReportText::of);
        Stream<String> hidden = named("(hidden): ", fact, Cell::obfuscated);
        Stream<String> unlike = named("unlike the reference: ", fact, Cell::differs);
        return Stream.of(groups, hidden, unlike).flatMap(parts -> parts).collect(Collectors.joining(BETWEEN));
    }

    private static Stream<String> named(String what, FactComparison fact, Predicate<Cell> chosen) {
        String names = names(fact.cells().stream().filter(chosen).map(Cell::source));
        return names.isEmpty() ? Stream.empty() : Stream.of(what + names);
    }

    private static String of(ValueGroup group) {
        return text(group.value()) + ": " + names(group.sources().stream());
    }

    private static String text(@Nullable FactValue value) {
        return value == null ? "(missing)" : onOneLine(value.toString());
    }

    private static String names(Stream<FactSource> sources) {
        return sources.map(FactSource::name).map(ReportText::onOneLine).collect(Collectors.joining(", "));
    }

    private static String onOneLine(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
