package io.drift.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.fact.FactValue;
import io.drift.core.report.ReportWriter;
import io.drift.core.report.ValidUnicode;
import io.drift.core.source.FactSource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Views of a report as JSON, which say less than its cells: {@link #groups}, {@link #outliers}, {@link #clusters}. Columns
 * have numbers, from 0, in the order of {@code columns}.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(file)) {
 *     ViewJson.groups().withAllNames().write(report, out);
 * }
 * }</pre>
 */
public final class ViewJson implements ReportWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final String view;
    private final Body body;
    private final ViewLimits limits;

    /** Writes the fields of a view behind its columns. */
    @FunctionalInterface
    interface Body {
        void write(ComparisonReport report, ViewLimits limits, JsonGenerator json) throws IOException;
    }

    private ViewJson(String view, Body body, ViewLimits limits) {
        this.view = view;
        this.body = body;
        this.limits = limits;
    }

    /**
     * Which values there are, and who has which: the first value of a fact is that of all who are not named elsewhere.
     *
     * @return names 20 columns of a value, and 10 values of a fact
     */
    public static ViewJson groups() {
        return new ViewJson("groups", GroupsJson::write, ViewLimits.FEW);
    }

    /**
     * Which machine is the odd one, and why.
     *
     * @return has all machines, each with 10 reasons
     */
    public static ViewJson outliers() {
        return new ViewJson("outliers", OutliersJson::write, ViewLimits.FEW);
    }

    /**
     * Which machines are the same.
     *
     * @return names 20 columns of a cluster, and 10 clusters of a group
     */
    public static ViewJson clusters() {
        return new ViewJson("clusters", ClustersJson::write, ViewLimits.FEW);
    }

    /**
     * The same without limits.
     *
     * @return another writer
     */
    public ViewJson withAllNames() {
        return new ViewJson(view, body, limits.withAllNames());
    }

    /**
     * The same without the facts that are the SAME everywhere, which {@code summary} counts nevertheless.
     *
     * @return another writer; outliers and clusters stay what they are
     */
    public ViewJson withOnlyDifferences() {
        return new ViewJson(view, body, limits.withOnlyDifferences());
    }

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    /** {@inheritDoc} Give the whole report: what is the same everywhere counts too. */
    @Override
    public void write(ComparisonReport report, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("view", view);
        writeColumns(report.columns(), json);
        body.write(report, limits, json);
        json.writeEndObject();
        json.close();
    }

    static void writeColumns(List<FactSource> columns, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("columns");
        for (FactSource column : columns) {
            json.writeStartObject();
            writeText("id", column.id(), json);
            writeText("name", column.name(), json);
            json.writeStringField("kind", column.kind().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The generator refuses unpaired surrogates. */
    static void writeText(String field, String text, JsonGenerator json) throws IOException {
        json.writeStringField(field, ValidUnicode.of(text));
    }

    /** A text, an array of several, or null for a missing one. */
    static void writeValue(String field, @Nullable FactValue value, JsonGenerator json) throws IOException {
        json.writeFieldName(field);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof FactValue.Text single) {
            json.writeString(ValidUnicode.of(single.text()));
        } else {
            json.writeStartArray();
            for (String text : value.texts()) {
                json.writeString(ValidUnicode.of(text));
            }
            json.writeEndArray();
        }
    }
}
