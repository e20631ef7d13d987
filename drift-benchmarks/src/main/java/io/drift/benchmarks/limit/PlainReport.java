package io.drift.benchmarks.limit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.FactGroup;
import io.drift.core.comparison.ReportEntry;
import io.drift.core.comparison.SystemSummary;
import io.drift.core.comparison.ValueOption;
import io.drift.core.fact.FactValue;
import io.drift.core.source.FactSource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the output once: a report of systems that is known beforehand goes through Jackson's generator. The bytes are
 * those that Drift writes.
 */
public final class PlainReport {

    private static final JsonFactory JSON = new JsonFactory();
    private static final SerializableString ID = new SerializedString("id");
    private static final SerializableString NAME = new SerializedString("name");
    private static final SerializableString STATE = new SerializedString("state");
    private static final SerializableString VALUE = new SerializedString("value");
    private static final SerializableString SYSTEMS = new SerializedString("systems");
    private static final SerializableString OBFUSCATED = new SerializedString("is_obfuscated");
    private static final SerializableString DRIFTED = new SerializedString("drifted_from_baseline");
    private static final SerializableString COMPARISONS = new SerializedString("comparisons");
    private static final SerializableString MULTIVALUES = new SerializedString("multivalues");

    private final Map<String, SerializableString> encoded = new HashMap<>();
    private final boolean textsEncoded;
    private final SerializableString[] ids;
    private final List<Entry> entries;
    private final List<SystemSummary> systems;

    /** A single fact, or a group if it has members. */
    private record Entry(
            SerializableString name,
            SerializableString state,
            @Nullable Cells cells,
            List<Entry> members) {}

    /** What stands in a row: a text for each system; if it is multi-valued, one for each system in each option. */
    private record Cells(SerializableString[] values, boolean[] obfuscated, List<Option> options) {}

    private record Option(SerializableString state, SerializableString[] values, SerializableString[] states) {}

    /**
     * Takes a report of systems apart, for {@link #write}.
     *
     * @param report the report
     * @param textsEncoded whether ids, values and states are encoded beforehand, too, and not only the names of fields
     */
    public PlainReport(ComparisonReport report, boolean textsEncoded) {
        this.textsEncoded = textsEncoded;
        ids = report.columns().stream().map(FactSource::id).map(this::encode).toArray(SerializableString[]::new);
        entries = report.facts().stream().map(this::entry).toList();
        systems = report.systems();
    }

    private SerializableString encode(String text) {
        return encoded.computeIfAbsent(text, SerializedString::new);
    }

    private Entry entry(ReportEntry entry) {
        SerializableString name = encode(entry.name());
        SerializableString state = encode(entry.state().name());
        return entry instanceof FactGroup group
                ? new Entry(
                        name,
                        state,
                        null,
                        group.comparisons().stream().map(this::entry).toList())
                : new Entry(name, state, cells((FactComparison) entry), List.of());
    }

    private Cells cells(FactComparison fact) {
        SerializableString[] values = new SerializableString[fact.columns()];
        boolean[] obfuscated = new boolean[fact.columns()];
        for (int column = 0; column < fact.columns(); column++) {
            values[column] = encode(fact.value(column) instanceof FactValue.Text single ? single.text() : "");
            obfuscated[column] = fact.isObfuscated(column);
        }
        return new Cells(
                values,
                obfuscated,
                fact.options().stream().map(option -> option(fact, option)).toList());
    }

    private Option option(FactComparison fact, ValueOption option) {
        return new Option(
                encode(option.state().name()),
                IntStream.range(0, fact.columns())
                        .mapToObj(column -> encode(option.isIn(column) ? option.text() : ""))
                        .toArray(SerializableString[]::new),
                IntStream.range(0, fact.columns())
                        .mapToObj(column -> encode(option.cellState(column).name()))
                        .toArray(SerializableString[]::new));
    }

    /** Writes the report. */
    public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("facts");
            for (Entry entry : entries) {
                write(entry, json);
            }
            json.writeEndArray();
            writeHeader(json);
            json.writeBooleanField("drift_event_notify", false);
            json.writeEndObject();
        }
    }

    private void write(Entry entry, JsonGenerator json) throws IOException {
        json.writeStartObject();
        field(NAME, entry.name, json);
        field(STATE, entry.state, json);
        if (entry.cells == null) {
            begin(COMPARISONS, json);
            for (Entry member : entry.members) {
                write(member, json);
            }
            json.writeEndArray();
        } else {
            json.writeFieldName(DRIFTED);
            json.writeBoolean(false);
            if (entry.cells.options.isEmpty()) {
                writeSingle(entry.cells, json);
            } else {
                writeSeveral(entry.cells.options, json);
            }
        }
        json.writeEndObject();
    }

    private void writeSingle(Cells cells, JsonGenerator json) throws IOException {
        begin(SYSTEMS, json);
        for (int column = 0; column < ids.length; column++) {
            json.writeStartObject();
            field(ID, ids[column], json);
            field(VALUE, cells.values[column], json);
            if (cells.obfuscated[column]) {
                json.writeFieldName(OBFUSCATED);
                json.writeBoolean(true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeSeveral(List<Option> options, JsonGenerator json) throws IOException {
        begin(MULTIVALUES, json);
        for (Option option : options) {
            json.writeStartObject();
            field(STATE, option.state, json);
            begin(SYSTEMS, json);
            for (int column = 0; column < ids.length; column++) {
                json.writeStartObject();
                field(ID, ids[column], json);
                field(VALUE, option.values[column], json);
                field(STATE, option.states[column], json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        begin(SYSTEMS, json);
        for (int column = 0; column < ids.length; column++) {
            json.writeStartObject();
            field(ID, ids[column], json);
            begin(VALUE, json);
            for (Option option : options) {
                write(option.values[column], json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeHeader(JsonGenerator json) throws IOException {
        begin(SYSTEMS, json);
        for (SystemSummary system : systems) {
            json.writeStartObject();
            json.writeStringField("id", system.id());
            json.writeStringField("display_name", system.displayName());
            json.writeBooleanField("system_profile_exists", system.profileExists());
            json.writeStringField("last_updated", system.lastUpdated());
            json.writeBooleanField("insights_installed", system.insightsInstalled());
            json.writeBooleanField("insights_enabled", system.insightsEnabled());
            json.writeBooleanField("system_stale", system.stale());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("baselines");
        json.writeEndArray();
        json.writeArrayFieldStart("historical_system_profiles");
        json.writeEndArray();
    }

    private void field(SerializableString name, SerializableString text, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        write(text, json);
    }

    private void write(SerializableString text, JsonGenerator json) throws IOException {
        if (textsEncoded) {
            json.writeString(text);
        } else {
            json.writeString(text.getValue());
        }
    }

    private static void begin(SerializableString array, JsonGenerator json) throws IOException {
        json.writeFieldName(array);
        json.writeStartArray();
    }
}
