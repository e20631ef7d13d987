package io.drift.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.delta.ReportBasis;
import io.drift.core.profile.LookedAt;
import io.drift.core.report.ValidUnicode;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** The object {@code basis}: how a report was made, so that a later report can be compared with it. */
final class BasisJson {

    static final String FIELD = "basis";

    private BasisJson() {}

    static void write(ComparisonReport report, JsonGenerator json) throws IOException {
        ReportBasis basis = ReportBasis.of(report);
        json.writeObjectFieldStart(FIELD);
        ViewJson.writeText("rules", basis.rules(), json);
        String reference = basis.reference();
        if (reference != null) {
            ViewJson.writeText("reference", reference, json);
        }
        json.writeBooleanField("baseline_facts_only", basis.baselineFactsOnly());
        json.writeNumberField("differ", report.differences());
        json.writeArrayFieldStart("looked_at");
        for (int column = 0; column < report.columns().size(); column++) {
            LookedAt lookedAt = report.lookedAt(column);
            if (!lookedAt.isEverything()) {
                json.writeStartObject();
                ViewJson.writeText("id", report.columns().get(column).id(), json);
                Set<String> only = lookedAt.only();
                if (only != null) {
                    writeNames("only", only, json);
                }
                writeNames("except", lookedAt.except(), json);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeNames(String field, Set<String> names, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (String name : new TreeSet<>(names)) {
            json.writeString(ValidUnicode.of(name));
        }
        json.writeEndArray();
    }
}
