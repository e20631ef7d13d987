package io.drift.cli;

import io.drift.core.delta.DeltaEntry;
import io.drift.core.delta.DeltaStatus;
import io.drift.core.delta.ReportDelta;
import io.drift.core.delta.Standing;
import io.drift.core.fact.FactValue;
import io.drift.core.report.DeltaWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is new, known and resolved, for people: a line for each difference.
 *
 * @param lineWidth how long a line may be
 */
record DeltaTable(int lineWidth) implements DeltaWriter {

    private static final int WIDEST_STATUS = 9;

    @Override
    public String name() {
        return TableFormat.NAME;
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public void write(ReportDelta delta, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (DeltaStatus status : DeltaStatus.values()) {
            for (DeltaEntry entry : delta.entries()) {
                if (entry.status() == status) {
                    text.append(CellText.cut(line(entry), lineWidth)).append('\n');
                }
            }
        }
        text.append(summary(delta)).append('\n');
        text.flush();
    }

    private static String line(DeltaEntry entry) {
        String status = entry.status().name().toLowerCase(Locale.ROOT);
        return CellText.pad(status, WIDEST_STATUS)
                + CellText.shown(entry.fact().toString())
                + "  "
                + CellText.shown(entry.column().name())
                + ": "
                + values(entry);
    }

    private static String values(DeltaEntry entry) {
        return switch (entry.status()) {
            case KNOWN -> shown(entry.valueNow());
            case RESOLVED -> shown(entry.valueBefore()) + " became as usual";
            case UNSEEN -> shown(entry.valueBefore()) + " was, nobody looked";
            case NEW ->
                shown(entry.valueNow())
                        + (entry.before() == Standing.DIFFERS
                                ? ", was " + shown(entry.valueBefore())
                                : entry.before() == Standing.UNKNOWN ? ", was not looked at" : "");
        };
    }

    private static String shown(@Nullable FactValue value) {
        return value == null ? "missing" : ValuesLine.shown(value);
    }

    /** In a sentence or two. */
    static String summary(ReportDelta delta) {
        int unknown = delta.newlyNotCompared().size() + delta.newlyUnknown().size();
        return delta.count(DeltaStatus.NEW) + " new, " + delta.count(DeltaStatus.KNOWN) + " known, "
                + delta.count(DeltaStatus.RESOLVED) + " resolved, " + delta.count(DeltaStatus.UNSEEN)
                + " that nobody looked at now."
                + (unknown == 0
                        ? ""
                        : " Not compared any more: " + unknown
                                + (unknown == 1 ? " part or fact." : " parts or facts."));
    }
}
