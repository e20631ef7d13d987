package io.drift.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.analysis.FactValues;
import io.drift.core.analysis.SharedValue;
import io.drift.core.analysis.ValueGroups;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.DifferenceReason;
import io.drift.core.policy.Severity;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/** The fields of the view {@code groups}: a fact with its values, the most common first, whose columns are not named. */
final class GroupsJson {

    private final ViewLimits limits;
    private final JsonGenerator json;
    private int facts;
    private int differ;

    private GroupsJson(ViewLimits limits, JsonGenerator json) {
        this.limits = limits;
        this.json = json;
    }

    static void write(ComparisonReport report, ViewLimits limits, JsonGenerator json) throws IOException {
        GroupsJson groups = new GroupsJson(limits, json);
        json.writeArrayFieldStart("facts");
        for (FactValues fact : ValueGroups.of(report).facts()) {
            groups.writeFact(fact);
        }
        json.writeEndArray();
        groups.writeSummary(report);
        BasisJson.write(report, json);
    }

    private void writeFact(FactValues fact) throws IOException {
        facts++;
        if (fact.state() == ComparisonState.SAME && !limits.same()) {
            return;
        }
        differ += fact.state() == ComparisonState.SAME ? 0 : 1;
        json.writeStartObject();
        ViewJson.writeText("name", fact.fact().toString(), json);
        json.writeStringField("state", fact.state().name());
        writeReasons(fact);
        if (fact.severity() != Severity.MEDIUM) {
            json.writeStringField("severity", fact.severity().word());
        }
        json.writeArrayFieldStart("values");
        List<SharedValue> values = fact.values();
        int written = Math.min(limits.values(), values.size());
        for (int place = 0; place < written; place++) {
            writeValue(values.get(place), place > 0);
        }
        json.writeEndArray();
        ViewLimits.writeMore("more_values", values.size() - written, json);
        writeAside("hidden", fact.hidden());
        writeAside("not_looked_at", fact.notLookedAt());
        json.writeEndObject();
    }

    private void writeReasons(FactValues fact) throws IOException {
        if (!fact.reasons().isEmpty()) {
            json.writeArrayFieldStart("reasons");
            for (DifferenceReason reason : fact.reasons()) {
                json.writeString(reason.code());
            }
            json.writeEndArray();
        }
    }

    private void writeValue(SharedValue value, boolean named) throws IOException {
        json.writeStartObject();
        ViewJson.writeValue("value", value.value(), json);
        json.writeNumberField("count", value.count());
        if (named) {
            limits.writeColumns("columns", value.columns(), json);
        }
        json.writeEndObject();
    }

    private void writeAside(String field, BitSet columns) throws IOException {
        if (!columns.isEmpty()) {
            limits.writeColumns(field, columns, json);
        }
    }

    private void writeSummary(ComparisonReport report) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("facts", facts);
        json.writeNumberField("differ", differ);
        SummaryJson.write(report, json);
        json.writeEndObject();
    }
}
