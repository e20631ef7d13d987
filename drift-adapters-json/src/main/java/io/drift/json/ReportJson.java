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
     * @param out receives UTF-8 in blocks of 64 KiB, a shorter one at the end; flushed, but not closed
     * @throws IOException if {@code out} fails
     */
    public static void write(ComparisonReport report, OutputStream out) throws IOException {
        EncodedPieces pieces = new EncodedPieces(out);
        JsonGenerator json = JSON.createGenerator(pieces)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.writeStartObject();
        writeFacts(report, json, pieces);
        ReportHeaderJson.write(report, json);
        json.writeBooleanField("drift_event_notify", report.isWorthNotifying());
        json.writeEndObject();
        json.close();
        pieces.flush();
    }

    /** The facts go past the generator, which is told of the array only. */
    private static void writeFacts(ComparisonReport report, JsonGenerator json, EncodedPieces out) throws IOException {
        json.writeFieldName("facts");
        json.writeRawValue("[");
        json.flush();
        FactsJson.write(report, out);
        json.writeRaw("]");
    }
}
