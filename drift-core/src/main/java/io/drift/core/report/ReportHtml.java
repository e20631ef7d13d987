package io.drift.core.report;

import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What differs as one page of HTML without scripts or other files: it opens from a mail, is dark or light as the reader's
 * screen, and prints. It shows counts, from 20 machines on the odd ones, then the facts that are not the same everywhere. It
 * has less than 1 MB: what has no room is counted. Texts of others stay text.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(Path.of("report.html"))) {
 *     new ReportHtml().write(report, out);
 * }
 * }</pre>
 */
public final class ReportHtml implements ReportWriter {

    private static final int MOST_BYTES = 900_000;
    private static final HtmlText MARKUP = new HtmlText();
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>What differs</title>
            <style>
            :root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--line:#d0d7de;--soft:#f3f5f7;--mark:#9a3412}
            @media (prefers-color-scheme:dark){:root{--ink:#e2e6ea;--paper:#14181d;--line:#3a424b;--soft:#1e242b;--mark:#fdba74}}
            body{margin:0 auto;padding:1rem;max-width:76rem;color:var(--ink);background:var(--paper);\
            font:15px/1.5 system-ui,sans-serif}
            h1{font-size:1.5rem;margin:.3em 0}h2,summary{font-size:1.1rem;font-weight:600;margin:1.2em 0 .4em}
            summary{cursor:pointer}summary small{font-weight:400}
            table{border-collapse:collapse;width:100%;table-layout:fixed}
            th,td{border-bottom:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;\
            overflow-wrap:anywhere}
            thead th{background:var(--soft)}tbody th{font-weight:600}
            .facts th:first-child{width:30%}.odd th:first-child,.odd .n{width:3.5rem}.odd .m{width:22%}
            code{font:.92em ui-monospace,monospace;color:var(--mark);unicode-bidi:isolate}
            @media (max-width:40rem){body{padding:.6rem;font-size:14px}th,td{padding:.25rem}\
            .odd .n,.odd td:nth-child(2){display:none}.odd th:first-child{width:2.4rem}}
            @media print{:root{--ink:#000;--paper:#fff;--line:#999;--soft:#eee;--mark:#000}body{max-width:none;padding:0;\
            font-size:10pt}tr{break-inside:avoid}thead{display:table-header-group}}
            </style>
            </head>
            <body>
            <main>
            <h1>What differs</h1>
            """;

    /** The format; it has no state. */
    public ReportHtml() {}

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String mediaType() {
        return "text/html";
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
        text.add(HEAD);
        text.add("<p><strong>" + summary.get(0) + "</strong></p>\n<p>"
                + Few.of(values.columns().names(), 200) + "</p>\n");
        if (summary.size() > 1) {
            text.add("<ul>\n<li>" + String.join("</li>\n<li>", summary.subList(1, summary.size())) + "</li>\n</ul>\n");
        }
        odd(OddMachine.of(report, values), text);
        facts(report, new FactRows(report, values), text);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void odd(List<OddMachine> machines, BoundedText text) {
        if (machines.isEmpty()) {
            return;
        }
        text.add("<h2>Odd machines</h2>\n<table class=\"odd\">\n<thead><tr><th scope=\"col\">rank</th>"
                + "<th scope=\"col\" class=\"n\">score</th><th scope=\"col\" class=\"m\">machine</th>"
                + "<th scope=\"col\">why</th></tr></thead>\n<tbody>\n");
        for (OddMachine machine : machines) {
            text.add("<tr><td>" + machine.rank() + "</td><td>" + machine.score() + "</td><th scope=\"row\">"
                    + machine.name() + "</th><td>" + String.join("<br>", machine.reasons()) + "</td></tr>\n");
        }
        text.add("</tbody>\n</table>\n");
    }

    private static void facts(ComparisonReport report, FactRows rows, BoundedText text) {
        int more = 0;
        String heads = "<th scope=\"col\">" + String.join("</th><th scope=\"col\">", rows.heads()) + "</th>";
        for (FactSection section : FactSection.differences(report)) {
            String start = "<details open>\n<summary>" + MARKUP.name(section.title()) + " <small>("
                    + section.facts().size() + ")</small></summary>\n<table class=\"facts\">\n<thead><tr>" + heads
                    + "</tr></thead>\n<tbody>\n";
            boolean begun = text.add(start);
            for (FactComparison fact : section.facts()) {
                more += text.add(row(fact, rows)) ? 0 : 1;
            }
            text.end(begun ? "</tbody>\n</table>\n</details>\n" : "");
        }
        text.end((more == 0 ? "" : "<p>and " + more + " more facts</p>\n") + "</main>\n</body>\n</html>\n");
    }

    private static String row(FactComparison fact, FactRows rows) {
        return "<tr><th scope=\"row\">" + MARKUP.name(fact.name()) + "</th><td>"
                + String.join("</td><td>", rows.row(fact)) + "</td></tr>\n";
    }
}
