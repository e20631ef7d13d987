package io.drift.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.analysis.MachineGroup;
import io.drift.core.analysis.Outlier;
import io.drift.core.analysis.OutlierReason;
import io.drift.core.analysis.Outliers;
import io.drift.core.analysis.Usual;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.fact.FactName;
import io.drift.core.report.ValidUnicode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The fields of the view {@code outliers}: machines, the oddest first, with their reasons, and the groups of their peers. */
final class OutliersJson {

    private static final double DIGITS = 1000;

    private final ViewLimits limits;
    private final JsonGenerator json;

    private OutliersJson(ViewLimits limits, JsonGenerator json) {
        this.limits = limits;
        this.json = json;
    }

    static void write(ComparisonReport report, ViewLimits limits, JsonGenerator json) throws IOException {
        OutliersJson view = new OutliersJson(limits, json);
        Outliers outliers = Outliers.of(report);
        json.writeArrayFieldStart("outliers");
        for (Outlier outlier : outliers.list()) {
            view.writeOutlier(outlier);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("peers");
        for (MachineGroup group : outliers.groups()) {
            json.writeStartObject();
            json.writeNumberField("count", group.columns().size());
            limits.writeColumns("columns", group.columns(), json);
            view.writeFacts("facts", group.facts());
            json.writeEndObject();
        }
        json.writeEndArray();
        Optional<String> why = outliers.whyNone();
        if (why.isPresent()) {
            json.writeStringField("why_none", why.get());
        }
        SummaryJson.writeField(report, json);
    }

    private void writeOutlier(Outlier outlier) throws IOException {
        json.writeStartObject();
        json.writeNumberField("column", outlier.column());
        json.writeNumberField("rank", outlier.rank());
        json.writeNumberField("score", rounded(outlier.score()));
        json.writeArrayFieldStart("reasons");
        List<OutlierReason> reasons = outlier.reasons();
        int written = Math.min(limits.values(), reasons.size());
        for (OutlierReason reason : reasons.subList(0, written)) {
            writeReason(reason);
        }
        json.writeEndArray();
        ViewLimits.writeMore("more_reasons", reasons.size() - written, json);
        json.writeEndObject();
    }

    private void writeReason(OutlierReason reason) throws IOException {
        json.writeStartObject();
        json.writeNumberField("rank", reason.rank());
        ViewJson.writeText("fact", reason.fact().toString(), json);
        ViewJson.writeValue("value", reason.odd().value(), json);
        Usual usual = reason.usual();
        if (usual != null) {
            ViewJson.writeValue("usual", usual.value(), json);
            json.writeNumberField("usual_count", usual.have());
            json.writeNumberField("peers", usual.of());
        }
        json.writeNumberField("shared_by", reason.odd().sharedBy());
        json.writeNumberField("of", reason.odd().of());
        json.writeNumberField("score", rounded(reason.odd().score()));
        json.writeNumberField("weight", rounded(reason.weight()));
        if (!reason.also().isEmpty()) {
            writeFacts("also", reason.also());
        }
        json.writeEndObject();
    }

    private void writeFacts(String field, List<FactName> facts) throws IOException {
        json.writeArrayFieldStart(field);
        int written = Math.min(limits.columns(), facts.size());
        for (FactName fact : facts.subList(0, written)) {
            json.writeString(ValidUnicode.of(fact.toString()));
        }
        json.writeEndArray();
        ViewLimits.writeMore("more_" + field, facts.size() - written, json);
    }

    private static double rounded(double value) {
        return Math.rint(value * DIGITS) / DIGITS;
    }
}
