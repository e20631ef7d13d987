package io.drift.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.comparison.ComparisonReport;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a report as JSON while it is made.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(file)) {
 *     ReportJson.write(report, out);
 * }
 * }</pre>
 */
public final class ReportJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ReportJson() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @param out receives UTF-8 in large blocks; flushed, but not closed
     * @throws IOException if {@code out} fails
     */
    public static void write(ComparisonReport report, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        writeFacts(report, json, out);
        ReportHeaderJson.write(report, json);
        json.writeBooleanField("drift_event_notify", report.isWorthNotifying());
        json.writeEndObject();
        json.close();
    }

    /** The facts go past the generator, which is told of the array only. */
    private static void writeFacts(ComparisonReport report, JsonGenerator json, OutputStream out) throws IOException {
        json.writeFieldName("facts");
        json.writeRawValue("[");
        json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM).flush();
        FactsJson.write(report, out);
        json.enable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM).writeRaw("]");
    }
}
