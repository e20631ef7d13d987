package io.drift.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.report.ReportView;
import io.drift.core.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Reports as JSON, as the API answers them.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(file)) {
 *     new ReportJson().write(report, out);
 * }
 * }</pre>
 */
public final class ReportJson implements ReportWriter {

    private static final JsonFactory JSON = new JsonFactory();

    /** The format; it has no state. */
    public ReportJson() {}

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    /** {@inheritDoc} The text comes in blocks of 64 KiB, a shorter one at the end. */
    @Override
    public Optional<ReportWriter> inView(ReportView view) {
        return Optional.of(
                switch (view) {
                    case CELLS -> this;
                    case GROUPS -> ViewJson.groups();
                    case OUTLIERS -> ViewJson.outliers();
                    case CLUSTERS -> ViewJson.clusters();
                });
    }

    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
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

    /** Writes the facts without the generator, which only learns that an array was written. */
    private static void writeFacts(ComparisonReport report, JsonGenerator json, EncodedPieces out) throws IOException {
        json.writeFieldName("facts");
        json.writeRawValue("[");
        json.flush();
        FactsJson.write(report, out);
        json.writeRaw("]");
    }
}
