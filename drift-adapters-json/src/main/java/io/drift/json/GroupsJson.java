package io.drift.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.analysis.FactValues;
import io.drift.core.analysis.SharedValue;
import io.drift.core.analysis.ValueGroups;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.DifferenceReason;
import io.drift.core.comparison.LeftOut;
import io.drift.core.comparison.NotLookedAt;
import io.drift.core.comparison.RuleEffect;
import io.drift.core.fact.FactName;
import io.drift.core.policy.Severity;
import io.drift.core.report.ValidUnicode;
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
        json.writeArrayFieldStart("hidden");
        for (RuleEffect effect : report.omissions().byRules()) {
            if (effect.facts() > 0) {
                writeHidden(effect.rule().id().toString(), effect.facts(), effect.notSame());
            }
        }
        for (LeftOut list : report.omissions().leftOut()) {
            writeHidden(list.list(), list.facts(), list.notSame());
        }
        json.writeEndArray();
        writeNotCompared(report);
        json.writeEndObject();
    }

    private void writeHidden(String rule, int all, List<FactName> notSame) throws IOException {
        json.writeStartObject();
        ViewJson.writeText("rule", rule, json);
        json.writeNumberField("facts", all);
        json.writeNumberField("differ", notSame.size());
        if (!notSame.isEmpty()) {
            json.writeArrayFieldStart("not_same");
            for (FactName fact : notSame) {
                json.writeString(ValidUnicode.of(fact.toString()));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeNotCompared(ComparisonReport report) throws IOException {
        NotComparedJson.write(report.notCompared(), report.notFound(), json);
        ViewLimits.writeMore("facts_not_comparable", report.omissions().notComparable(), json);
        if (!report.omissions().notLookedAt().isEmpty()) {
            json.writeArrayFieldStart("not_looked_at");
            for (NotLookedAt part : report.omissions().notLookedAt()) {
                json.writeStartObject();
                ViewJson.writeText("id", part.source().id(), json);
                json.writeNumberField("facts", part.facts());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
