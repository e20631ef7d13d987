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
import org.jspecify.annotations.Nullable;

/**
 * What differs as Markdown, for the comment on a merge request: counts, from 20 machines on the odd ones, then the facts
 * that are not the same everywhere, with who has which value. It has less than 60 KB: what has no room is counted. Texts of
 * others stay text: nothing in them becomes a link, a mention, HTML or another row.
 *
 * <pre>{@code
 * new ReportMarkdown().write(report, System.out);
 * }</pre>
 */
public final class ReportMarkdown extends PageFormat {

    private static final Markup MARKUP = MarkdownPage.MARKUP;

    private final @Nullable ReportDelta delta;

    /** The format. */
    public ReportMarkdown() {
        this(null);
    }

    private ReportMarkdown(@Nullable ReportDelta delta) {
        super("markdown", "text/markdown");
        this.delta = delta;
    }

    @Override
    public Optional<ReportWriter> withDelta(ReportDelta since) {
        return Optional.of(new ReportMarkdown(since));
    }

    /** {@inheritDoc} Cells stand side by side where there are few columns, else it shows groups of values. */
    @Override
    public Optional<ReportWriter> inView(ReportView view) {
        return Optional.of(
                switch (view) {
                    case CELLS, GROUPS -> this;
                    case OUTLIERS -> OutliersMarkdown.since(delta);
                    case CLUSTERS -> ClustersMarkdown.since(delta);
                });
    }

    /** {@inheritDoc} Give the whole report: the odd machines need what is the same everywhere too. */
    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        new MarkdownPage(delta).write(report, this::body, out);
    }

    private void body(ComparisonReport report, ValuesText values, BoundedText text) {
        List<OddMachine> odd = OddMachine.first(report, values);
        if (!odd.isEmpty()) {
            text.add("\n### Odd machines\n\n");
            OddMachinesMarkdown.write(odd, text);
        }
        facts(report, new FactRows(report, values), text);
    }

    private void facts(ComparisonReport report, FactRows rows, BoundedText text) {
        int more = 0;
        String head = "\n\n| " + String.join(" | ", rows.heads()) + " |\n|"
                + " --- |".repeat(rows.heads().size()) + "\n";
        for (FactSection section : FactSection.differences(report)) {
            text.add("\n### " + MARKUP.name(section.title()) + head);
            for (FactComparison fact : section.facts()) {
                String row = "| " + MARKUP.name(fact.name()) + remark(fact) + standing(fact) + " | "
                        + String.join(" | ", rows.row(fact)) + " |\n";
                more += text.add(row) ? 0 : 1;
            }
        }
        text.end(more == 0 ? "" : "\nand " + Counted.of(more, "more fact") + "\n");
    }

    private static String remark(FactComparison fact) {
        return FactRows.remark(fact).map(words -> " (" + words + ")").orElse("");
    }

    private String standing(FactComparison fact) {
        return delta == null
                ? ""
                : new DeltaMarks(delta)
                        .of(fact.fact()).stream()
                                .map(mark -> " **" + mark.words() + "**")
                                .collect(Collectors.joining());
    }
}
