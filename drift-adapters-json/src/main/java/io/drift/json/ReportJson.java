package io.drift.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.FactGroup;
import io.drift.core.comparison.ReportEntry;
import io.drift.core.comparison.ValueOption;
import io.drift.core.fact.FactValue;
import io.drift.core.source.FactSource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as JSON while it is made. Ids and the distinct values are encoded once, because each stands in very
 * many cells.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(file)) {
 *     ReportJson.write(report, out);
 * }
 * }</pre>
 */
public final class ReportJson {

    private static final SerializableString ID = new SerializedString("id");
    private static final SerializableString NAME = new SerializedString("name");
    private static final SerializableString STATE = new SerializedString("state");
    private static final SerializableString VALUE = new SerializedString("value");
    private static final SerializableString SYSTEMS = new SerializedString("systems");
    private static final SerializableString OBFUSCATED = new SerializedString("is_obfuscated");
    private static final SerializableString DRIFTED = new SerializedString("drifted_from_baseline");
    private static final SerializableString EMPTY = new SerializedString("");
    private static final Map<ComparisonState, SerializableString> STATES = encodedStates();

    private final JsonGenerator json;
    private final List<SerializableString> ids;
    private final @Nullable SerializableString[] values;

    private ReportJson(ComparisonReport report, JsonGenerator json) {
        this.json = json;
        this.ids = report.columns().stream()
                .map(FactSource::id)
                .<SerializableString>map(SerializedString::new)
                .toList();
        this.values = new SerializableString[report.values()];
    }

    private static Map<ComparisonState, SerializableString> encodedStates() {
        Map<ComparisonState, SerializableString> states = new EnumMap<>(ComparisonState.class);
        for (ComparisonState state : ComparisonState.values()) {
            states.put(state, new SerializedString(state.name()));
        }
        return states;
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @param out receives UTF-8; flushed, but not closed
     * @throws IOException if {@code out} fails
     */
    public static void write(ComparisonReport report, OutputStream out) throws IOException {
        JsonGenerator json = JsonSource.FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        new ReportJson(report, json).write(report);
        json.close();
    }

    private void write(ComparisonReport report) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("facts");
        for (ReportEntry entry : report.facts()) {
            if (entry instanceof FactGroup group) {
                writeGroup(group);
            } else if (entry instanceof FactComparison fact) {
                writeFact(fact);
            }
        }
        json.writeEndArray();
        ReportHeaderJson.write(report, json);
        json.writeBooleanField("drift_event_notify", report.isWorthNotifying());
        json.writeEndObject();
    }

    private void writeGroup(FactGroup group) throws IOException {
        json.writeStartObject();
        writeNameAndState(group);
        json.writeArrayFieldStart("comparisons");
        for (FactComparison member : group.comparisons()) {
            writeFact(member);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeNameAndState(ReportEntry entry) throws IOException {
        json.writeFieldName(NAME);
        json.writeString(entry.name());
        writeState(entry.state());
    }

    private void writeState(ComparisonState state) throws IOException {
        json.writeFieldName(STATE);
        json.writeString(STATES.get(state));
    }

    private void writeFact(FactComparison fact) throws IOException {
        json.writeStartObject();
        writeNameAndState(fact);
        json.writeFieldName(DRIFTED);
        json.writeBoolean(fact.hasDriftedFromBaseline());
        if (fact.isMultiValued()) {
            writeOptions(fact);
        } else {
            writeCells(fact);
        }
        json.writeEndObject();
    }

    private void writeCells(FactComparison fact) throws IOException {
        json.writeFieldName(SYSTEMS);
        json.writeStartArray();
        for (int column = 0; column < fact.columns(); column++) {
            json.writeStartObject();
            writeId(column);
            json.writeFieldName(VALUE);
            json.writeString(encoded(fact, column));
            if (fact.isObfuscated(column)) {
                json.writeFieldName(OBFUSCATED);
                json.writeBoolean(true);
            }
            ComparisonState state = fact.cellState(column);
            if (state != null) {
                writeState(state);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeId(int column) throws IOException {
        json.writeFieldName(ID);
        json.writeString(ids.get(column));
    }

    private SerializableString encoded(FactComparison fact, int column) {
        int symbol = fact.symbol(column);
        SerializableString known = values[symbol];
        if (known == null) {
            FactValue value = fact.value(column);
            known = value instanceof FactValue.Text single ? new SerializedString(single.text()) : EMPTY;
            values[symbol] = known;
        }
        return known;
    }

    /** A multi-valued fact: each value with who has it, then each source with its values, in the same places. */
    private void writeOptions(FactComparison fact) throws IOException {
        List<ValueOption> options = fact.options();
        json.writeArrayFieldStart("multivalues");
        for (ValueOption option : options) {
            json.writeStartObject();
            writeState(option.state());
            json.writeFieldName(SYSTEMS);
            json.writeStartArray();
            for (int column = 0; column < fact.columns(); column++) {
                json.writeStartObject();
                writeId(column);
                json.writeFieldName(VALUE);
                json.writeString(option.isIn(column) ? option.text() : "");
                writeState(option.cellState(column));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeFieldName(SYSTEMS);
        json.writeStartArray();
        for (int column = 0; column < fact.columns(); column++) {
            json.writeStartObject();
            writeId(column);
            json.writeArrayFieldStart("value");
            for (ValueOption option : options) {
                json.writeString(option.isIn(column) ? option.text() : "");
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
