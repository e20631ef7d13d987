package io.drift.core.report;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What differs as Markdown, for the comment on a merge request: counts, from 20 machines on the odd ones, then the facts
 * that are not the same everywhere, with who has which value. It has less than 60 KB: what has no room is counted. Texts of
 * others stay text: nothing in them becomes a link, a mention, HTML or another row.
 *
 * <pre>{@code
 * new ReportMarkdown().write(report, System.out);
 * }</pre>
 */
public final class ReportMarkdown implements ReportWriter {

    private static final int MOST_BYTES = 55_000;

    private static final Markup MARKUP = new MarkdownText();

    /** The format; it has no state. */
    public ReportMarkdown() {}

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String mediaType() {
        return "text/markdown";
    }

    @Override
    public boolean showsDifferencesOnly() {
        return true;
    }

    /** {@inheritDoc} Give the whole report: the odd machines need what is the same everywhere too. */
    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        ValuesText values = new ValuesText(ShownColumns.of(report.columns(), MARKUP));
        BoundedText text = new BoundedText(MOST_BYTES);
        List<String> summary = SummaryText.of(report, MARKUP);
        text.add("**" + summary.get(0) + "**\n\n" + Few.of(values.columns().names(), 12) + "\n\n");
        summary.stream().skip(1).forEach(line -> text.add("- " + line + "\n"));
        odd(OddMachine.of(report, values), text);
        facts(report, new FactRows(report, values), text);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void odd(List<OddMachine> machines, BoundedText text) {
        if (!machines.isEmpty()) {
            text.add("\n### Odd machines\n\n| rank | score | machine | why |\n| ---: | ---: | --- | --- |\n");
            machines.forEach(machine -> text.add("| " + machine.rank() + " | " + machine.score() + " | "
                    + machine.name() + " | " + String.join(" · ", machine.reasons()) + " |\n"));
        }
    }

    private static void facts(ComparisonReport report, FactRows rows, BoundedText text) {
        int more = 0;
        String head = "\n\n| " + String.join(" | ", rows.heads()) + " |\n|"
                + " --- |".repeat(rows.heads().size()) + "\n";
        for (FactSection section : FactSection.differences(report)) {
            text.add("\n### " + MARKUP.name(section.title()) + head);
            for (FactComparison fact : section.facts()) {
                String row = "| " + MARKUP.name(fact.name()) + " | " + String.join(" | ", rows.row(fact)) + " |\n";
                more += text.add(row) ? 0 : 1;
            }
        }
        text.end(more == 0 ? "" : "\nand " + more + " more facts\n");
    }
}
