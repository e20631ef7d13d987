package io.drift.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.delta.ColumnPair;
import io.drift.core.delta.DeltaEntry;
import io.drift.core.delta.DeltaStatus;
import io.drift.core.delta.KeptFact;
import io.drift.core.delta.ReportDelta;
import io.drift.core.delta.Standing;
import io.drift.core.fact.FactName;
import io.drift.core.report.DeltaWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A delta as JSON: each difference, known ones too, with what became of it.
 *
 * <pre>{@code
 * new DeltaJson().write(ReportDelta.between(yesterday, today), out);
 * }</pre>
 */
public final class DeltaJson implements DeltaWriter {

    private static final JsonFactory JSON = new JsonFactory();

    /** The format; it has no state. */
    public DeltaJson() {}

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public void write(ReportDelta delta, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("view", "delta");
        json.writeArrayFieldStart("columns");
        for (ColumnPair column : delta.columns()) {
            json.writeStartObject();
            ViewJson.writeText("id", column.id(), json);
            ViewJson.writeText("name", column.name(), json);
            json.writeBooleanField("before", column.before() != ColumnPair.NONE);
            json.writeBooleanField("now", column.now() != ColumnPair.NONE);
            json.writeEndObject();
        }
        json.writeEndArray();
        writeDifferences(delta, json);
        writeSummary(delta, json);
        json.writeEndObject();
        json.close();
    }

    private static void writeDifferences(ReportDelta delta, JsonGenerator json) throws IOException {
        Map<ColumnPair, Integer> numbers = new HashMap<>();
        delta.columns().forEach(column -> numbers.put(column, numbers.size()));
        Map<FactName, KeptFact> now =
                delta.now().facts().stream().collect(Collectors.toMap(KeptFact::name, Function.identity()));
        json.writeArrayFieldStart("differences");
        for (DeltaEntry entry : delta.entries()) {
            json.writeStartObject();
            ViewJson.writeText("fact", entry.fact().toString(), json);
            json.writeNumberField("column", numbers.get(entry.column()));
            json.writeStringField("status", entry.status().name());
            writeReasons(now.get(entry.fact()), json);
            json.writeStringField("before", word(entry.before()));
            if (entry.before() == Standing.DIFFERS) {
                ViewJson.writeValue("value_before", entry.valueBefore(), json);
            }
            json.writeStringField("now", word(entry.now()));
            if (entry.now() == Standing.DIFFERS) {
                ViewJson.writeValue("value_now", entry.valueNow(), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeReasons(@Nullable KeptFact fact, JsonGenerator json) throws IOException {
        if (fact != null && !fact.reasons().isEmpty()) {
            json.writeArrayFieldStart("reasons");
            for (Object reason : fact.reasons().stream().sorted().toList()) {
                json.writeString(reason.toString());
            }
            json.writeEndArray();
        }
    }

    private static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    private static void writeSummary(ReportDelta delta, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("summary");
        for (DeltaStatus status : DeltaStatus.values()) {
            json.writeNumberField(status.name().toLowerCase(Locale.ROOT), delta.count(status));
        }
        json.writeNumberField("newly_not_compared", delta.newlyNotCompared().size());
        json.writeNumberField("newly_unknown", delta.newlyUnknown().size());
        json.writeEndObject();
    }
}
