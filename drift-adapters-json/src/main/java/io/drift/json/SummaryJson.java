package io.drift.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.LeftOut;
import io.drift.core.comparison.NotLookedAt;
import io.drift.core.comparison.RuleEffect;
import io.drift.core.fact.FactName;
import io.drift.core.report.ValidUnicode;
import java.io.IOException;
import java.util.List;

/** What a view does not show: what rules hide and lists leave out, and what could not be compared. */
final class SummaryJson {

    private SummaryJson() {}

    /** Writes the summary of a view that counts no facts. */
    static void writeField(ComparisonReport report, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("summary");
        write(report, json);
        json.writeEndObject();
    }

    /** Writes fields of the current object. */
    static void write(ComparisonReport report, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("hidden");
        for (RuleEffect effect : report.omissions().byRules()) {
            if (effect.facts() > 0) {
                writeHidden(effect.rule().id().toString(), effect.facts(), effect.notSame(), json);
            }
        }
        for (LeftOut list : report.omissions().leftOut()) {
            writeHidden(list.list(), list.facts(), list.notSame(), json);
        }
        json.writeEndArray();
        writeNotCompared(report, json);
    }

    private static void writeHidden(String rule, int all, List<FactName> notSame, JsonGenerator json)
            throws IOException {
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

    private static void writeNotCompared(ComparisonReport report, JsonGenerator json) throws IOException {
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
