package io.drift.json.page;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.delta.ReportDelta;
import io.drift.core.report.ReportView;
import io.drift.core.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What differs as one page of HTML without scripts or other files: it opens from a mail, is dark or light as the reader's
 * screen, and prints. It shows counts, from 20 machines on the odd ones, then the facts that are not the same everywhere; what
 * is not usual stands out. It has less than 1 MB: what has no room is counted. Texts of others stay text.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(Path.of("report.html"))) {
 *     new ReportHtml().write(report, out);
 * }
 * }</pre>
 */
public final class ReportHtml extends PageFormat {

    private static final HtmlText MARKUP = HtmlPage.MARKUP;

    private final @Nullable ReportDelta delta;

    /** The format. */
    public ReportHtml() {
        this(null);
    }

    private ReportHtml(@Nullable ReportDelta delta) {
        super("html", "text/html");
        this.delta = delta;
    }

    @Override
    public Optional<ReportWriter> withDelta(ReportDelta since) {
        return Optional.of(new ReportHtml(since));
    }

    /** {@inheritDoc} Cells stand side by side where there are few columns, else it shows groups of values. */
    @Override
    public Optional<ReportWriter> inView(ReportView view) {
        return Optional.of(
                switch (view) {
                    case CELLS, GROUPS -> this;
                    case OUTLIERS -> OutliersHtml.since(delta);
                    case CLUSTERS -> ClustersHtml.since(delta);
                });
    }

    /** {@inheritDoc} Give the whole report: the odd machines need what is the same everywhere too. */
    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        new HtmlPage("What differs", delta).write(report, this::body, out);
    }

    private void body(ComparisonReport report, ValuesText values, BoundedText text) {
        OddMachinesHtml.write(OddMachine.first(report, values), text);
        facts(report, new FactRows(report, values), text);
    }

    private void facts(ComparisonReport report, FactRows rows, BoundedText text) {
        int more = 0;
        List<String> names = report.columns().stream()
                .map(column -> HtmlText.escaped(column.name()))
                .toList();
        String heads = "<th scope=\"col\">" + String.join("</th><th scope=\"col\">", rows.heads()) + "</th>";
        for (FactSection section : FactSection.differences(report)) {
            String start = "<details open>\n<summary>" + MARKUP.name(section.title()) + " <small>("
                    + section.facts().size() + ")</small></summary>\n<table class=\"facts\">\n<thead><tr>" + heads
                    + "</tr></thead>\n<tbody>\n";
            boolean begun = text.add(start);
            for (FactComparison fact : section.facts()) {
                more += text.add(row(fact, rows, names)) ? 0 : 1;
            }
            text.end(begun ? "</tbody>\n</table>\n</details>\n" : "");
        }
        text.end(more == 0 ? "" : "<p>and " + Counted.of(more, "more fact") + "</p>\n");
    }

    /** On a narrow screen cells stand below each other, each with the name of its column. */
    private String row(FactComparison fact, FactRows rows, List<String> names) {
        List<String> cells = rows.row(fact);
        return "<tr><th scope=\"row\">" + MARKUP.name(fact.name()) + remark(fact) + standing(fact) + "</th>"
                + IntStream.range(0, cells.size())
                        .mapToObj(place -> (rows.areCells() ? "<td data-of=\"" + names.get(place) + "\">" : "<td>")
                                + cells.get(place) + "</td>")
                        .collect(Collectors.joining())
                + "</tr>\n";
    }

    private static String remark(FactComparison fact) {
        return FactRows.remark(fact)
                .map(words -> " <small>" + words + "</small>")
                .orElse("");
    }

    private String standing(FactComparison fact) {
        return delta == null
                ? ""
                : new DeltaMarks(delta)
                        .of(fact.fact()).stream()
                                .map(mark -> " <small class=\"" + mark.status() + "\">" + mark.words() + "</small>")
                                .collect(Collectors.joining());
    }
}
