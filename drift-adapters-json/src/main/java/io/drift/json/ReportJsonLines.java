package io.drift.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.comparison.Cell;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import io.drift.core.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Reports as lines of JSON: the first tells what was compared, each other one is a fact with its cells in the order of the
 * columns of baselines, systems, historical profiles as the report has them.
 *
 * <pre>{@code
 * new ReportJsonLines().write(report, System.out);
 * }</pre>
 */
public final class ReportJsonLines implements ReportWriter {

    private static final JsonFactory JSON = new JsonFactory();

    /** The format; it has no state. */
    public ReportJsonLines() {}

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setRootValueSeparator(null);
        json.writeStartObject();
        ViewJson.writeColumns(report.columns(), json);
        ReportHeaderJson.write(report, json);
        endLine(json);
        for (FactComparison fact : report.comparisons()) {
            json.writeStartObject();
            ViewJson.writeText("name", fact.fact().toString(), json);
            json.writeStringField("state", fact.state().name());
            json.writeArrayFieldStart("cells");
            for (Cell cell : fact.cells()) {
                writeCell(cell, json);
            }
            json.writeEndArray();
            endLine(json);
        }
        json.close();
    }

    private static void writeCell(Cell cell, JsonGenerator json) throws IOException {
        json.writeStartObject();
        ViewJson.writeText("id", cell.source().id(), json);
        ViewJson.writeValue("value", cell.value(), json);
        ComparisonState state = cell.state();
        if (state != null) {
            json.writeStringField("state", state.name());
        }
        json.writeBooleanField("is_obfuscated", cell.obfuscated());
        json.writeEndObject();
    }

    private static void endLine(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
