package io.drift.json.page;

import io.drift.core.delta.DeltaEntry;
import io.drift.core.delta.DeltaStatus;
import io.drift.core.delta.ReportDelta;
import io.drift.core.delta.Standing;
import io.drift.core.fact.FactValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is new, not looked at any more, and resolved, in tables of at most 50 rows.
 *
 * @param delta the differences
 * @param markup how texts of others are written
 */
record DeltaTables(ReportDelta delta, Markup markup) {

    private static final int FEW = 50;
    private static final List<DeltaStatus> TOLD = List.of(DeltaStatus.NEW, DeltaStatus.UNSEEN, DeltaStatus.RESOLVED);

    /** As Markdown. */
    List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("**" + delta.count(DeltaStatus.NEW) + " new**" + otherCounts() + "\n");
        if (notCompared() > 0) {
            lines.add("\n**Not compared any more:** " + lost() + "\n");
        }
        for (DeltaStatus status : TOLD) {
            List<DeltaEntry> entries = entries(status);
            if (!entries.isEmpty()) {
                lines.add("\n| " + word(status) + " | machine | was | is |\n| --- | --- | --- | --- |\n");
                few(entries).forEach(entry -> lines.add("| " + String.join(" | ", row(entry)) + " |\n"));
                lines.add(entries.size() > FEW ? "\nand " + (entries.size() - FEW) + " more\n" : "");
            }
        }
        return lines;
    }

    /** As HTML, whole tables. */
    List<String> html() {
        List<String> parts = new ArrayList<>();
        parts.add("<h2>Since the earlier report</h2>\n<p><b>" + delta.count(DeltaStatus.NEW) + " new</b>"
                + otherCounts() + "</p>\n");
        if (notCompared() > 0) {
            parts.add("<p><b>Not compared any more:</b> " + lost() + "</p>\n");
        }
        for (DeltaStatus status : TOLD) {
            List<DeltaEntry> entries = entries(status);
            if (!entries.isEmpty()) {
                StringBuilder table =
                        new StringBuilder("<table class=\"delta\">\n<thead><tr><th scope=\"col\">" + word(status)
                                + "</th><th scope=\"col\">machine</th><th scope=\"col\">was</th><th scope=\"col\">is</th></tr>"
                                + "</thead>\n<tbody>\n");
                few(entries).forEach(entry -> table.append(htmlRow(row(entry))));
                parts.add(table + "</tbody>\n</table>\n"
                        + (entries.size() > FEW ? "<p>and " + (entries.size() - FEW) + " more</p>\n" : ""));
            }
        }
        return parts;
    }

    private static String htmlRow(List<String> cells) {
        return "<tr><th scope=\"row\">" + cells.get(0) + "</th><td>" + cells.get(1) + "</td><td data-of=\"was\">"
                + cells.get(2) + "</td><td data-of=\"is\">" + cells.get(3) + "</td></tr>\n";
    }

    private String otherCounts() {
        return ", " + delta.count(DeltaStatus.KNOWN) + " known, " + delta.count(DeltaStatus.RESOLVED) + " resolved, "
                + delta.count(DeltaStatus.UNSEEN) + " that nobody looked at";
    }

    private int notCompared() {
        return delta.newlyNotCompared().size() + delta.newlyUnknown().size();
    }

    private String lost() {
        return notCompared() + (notCompared() == 1 ? " part or fact" : " parts or facts")
                + "; nobody knows whether they differ";
    }

    private List<DeltaEntry> entries(DeltaStatus status) {
        return delta.entries().stream()
                .filter(entry -> entry.status() == status)
                .toList();
    }

    private static List<DeltaEntry> few(List<DeltaEntry> entries) {
        return entries.subList(0, Math.min(FEW, entries.size()));
    }

    private static String word(DeltaStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private List<String> row(DeltaEntry entry) {
        String was = shown(entry.before() == Standing.UNKNOWN, entry.valueBefore());
        return List.of(
                markup.name(entry.fact().toString()),
                markup.name(entry.column().name()),
                entry.before() == Standing.AGREES ? "as usual" : was,
                entry.status() == DeltaStatus.RESOLVED
                        ? "as usual"
                        : shown(entry.status() == DeltaStatus.UNSEEN, entry.valueNow()));
    }

    private String shown(boolean unknown, @Nullable FactValue value) {
        if (unknown) {
            return "not known";
        }
        return value == null ? "missing" : markup.value(String.join(", ", value.texts()));
    }
}
