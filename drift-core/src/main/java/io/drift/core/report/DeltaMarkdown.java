package io.drift.core.report;

import io.drift.core.delta.DeltaEntry;
import io.drift.core.delta.DeltaStatus;
import io.drift.core.delta.ReportDelta;
import io.drift.core.delta.Standing;
import io.drift.core.fact.FactValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A delta as Markdown, for the comment on a merge request: a line of counts, then a table of what is not known already. At
 * most 50 rows of each status, so that it fits where comments are limited. What facts, values and machines are called stays
 * text: nothing in it becomes a link, a mention, HTML or another row.
 *
 * <pre>{@code
 * new DeltaMarkdown().write(delta, System.out);
 * }</pre>
 */
public final class DeltaMarkdown implements DeltaWriter {

    private static final int FEW = 50;
    private static final List<DeltaStatus> TOLD = List.of(DeltaStatus.NEW, DeltaStatus.UNSEEN, DeltaStatus.RESOLVED);

    /** The format; it has no state. */
    public DeltaMarkdown() {}

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String mediaType() {
        return "text/markdown";
    }

    @Override
    public void write(ReportDelta delta, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write("**" + delta.count(DeltaStatus.NEW) + " new**, " + delta.count(DeltaStatus.KNOWN) + " known, "
                + delta.count(DeltaStatus.RESOLVED) + " resolved, " + delta.count(DeltaStatus.UNSEEN)
                + " that nobody looked at\n");
        int notCompared = delta.newlyNotCompared().size() + delta.newlyUnknown().size();
        if (notCompared > 0) {
            text.write("\n**Not compared any more:** " + notCompared
                    + " parts or facts; nobody knows whether they differ\n");
        }
        for (DeltaStatus status : TOLD) {
            table(
                    status,
                    delta.entries().stream()
                            .filter(entry -> entry.status() == status)
                            .toList(),
                    text);
        }
        text.flush();
    }

    private static void table(DeltaStatus status, List<DeltaEntry> entries, Writer text) throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        text.write("\n| " + status.name().toLowerCase(Locale.ROOT)
                + " | machine | was | is |\n| --- | --- | --- | --- |\n");
        for (DeltaEntry entry : entries.subList(0, Math.min(FEW, entries.size()))) {
            String was = shown(entry.before() == Standing.UNKNOWN, entry.valueBefore());
            text.write("| " + MarkdownText.of(entry.fact().toString()) + " | "
                    + MarkdownText.of(entry.column().name()) + " | "
                    + (entry.before() == Standing.AGREES ? "as usual" : was) + " | "
                    + (status == DeltaStatus.RESOLVED
                            ? "as usual"
                            : shown(status == DeltaStatus.UNSEEN, entry.valueNow()))
                    + " |\n");
        }
        if (entries.size() > FEW) {
            text.write("\nand " + (entries.size() - FEW) + " more\n");
        }
    }

    private static String shown(boolean unknown, @Nullable FactValue value) {
        if (unknown) {
            return "not known";
        }
        return value == null ? "missing" : MarkdownText.of(String.join(", ", value.texts()));
    }
}
