package io.drift.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.comparison.BaselineSummary;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.HistoricalProfileSummary;
import io.drift.core.comparison.LeftOut;
import io.drift.core.comparison.NotLookedAt;
import io.drift.core.comparison.Omissions;
import io.drift.core.comparison.RuleEffect;
import io.drift.core.comparison.SystemSummary;
import io.drift.core.fact.FactName;
import io.drift.core.profile.Reading;
import io.drift.core.report.ValidUnicode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a report that tells what was compared: an array for each kind, present even when empty; and, unless the
 * report is archived, an array of what could not be looked at. Where there is something to tell, also how many facts were
 * not looked at, and how many a list leaves out.
 */
final class ReportHeaderJson {

    private final JsonGenerator json;

    private ReportHeaderJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the arrays as fields of the current object. */
    static void write(ComparisonReport report, JsonGenerator json) throws IOException {
        ReportHeaderJson header = new ReportHeaderJson(json);
        json.writeArrayFieldStart("systems");
        for (SystemSummary system : report.systems()) {
            header.writeSystem(system);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("baselines");
        for (BaselineSummary baseline : report.baselines()) {
            header.begin(baseline.id(), baseline.displayName());
            header.writeTime("updated", baseline.updated());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("historical_system_profiles");
        for (HistoricalProfileSummary profile : report.historicalProfiles()) {
            header.begin(profile.id(), profile.displayName());
            header.writeTime("updated", profile.updated());
            header.writeText("system_id", profile.systemId());
            json.writeEndObject();
        }
        json.writeEndArray();
        boolean archived = report.reading() == Reading.ARCHIVED;
        if (!archived || !report.notFound().isEmpty()) {
            NotComparedJson.write(archived ? List.of() : report.notCompared(), report.notFound(), json);
        }
        if (!archived) {
            header.writeNotLookedAt(report.omissions());
            header.writeLeftOut(report.omissions());
            header.writeByRules(report.omissions());
            BasisJson.write(report, json);
        }
    }

    private void writeNotLookedAt(Omissions omissions) throws IOException {
        if (omissions.notLookedAt().isEmpty()) {
            return;
        }
        json.writeNumberField("facts_not_comparable", omissions.notComparable());
        json.writeArrayFieldStart("not_looked_at");
        for (NotLookedAt part : omissions.notLookedAt()) {
            json.writeStartObject();
            writeText("id", part.source().id());
            json.writeNumberField("facts", part.facts());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeLeftOut(Omissions omissions) throws IOException {
        if (omissions.leftOut().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("left_out");
        for (LeftOut part : omissions.leftOut()) {
            json.writeStartObject();
            writeText("list", part.list());
            writeHidden(part.facts(), part.notSame());
        }
        json.writeEndArray();
    }

    /** What the rules of a policy hide, whether the facts are in the report or not. */
    private void writeByRules(Omissions omissions) throws IOException {
        if (omissions.byRules().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("hidden");
        for (RuleEffect effect : omissions.byRules()) {
            if (effect.facts() > 0) {
                json.writeStartObject();
                writeText("rule", effect.rule().id().toString());
                writeHidden(effect.facts(), effect.notSame());
            }
        }
        json.writeEndArray();
    }

    private void writeHidden(int facts, List<FactName> notSame) throws IOException {
        json.writeNumberField("facts", facts);
        json.writeArrayFieldStart("not_same");
        for (FactName fact : notSame) {
            json.writeString(ValidUnicode.of(fact.toString()));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void begin(String id, String displayName) throws IOException {
        json.writeStartObject();
        writeText("id", id);
        writeText("display_name", displayName);
    }

    private void writeSystem(SystemSummary system) throws IOException {
        begin(system.id(), system.displayName());
        json.writeBooleanField("system_profile_exists", system.profileExists());
        writeTime("last_updated", system.lastUpdated());
        json.writeBooleanField("insights_installed", system.insightsInstalled());
        json.writeBooleanField("insights_enabled", system.insightsEnabled());
        json.writeBooleanField("system_stale", system.stale());
        json.writeEndObject();
    }

    /** A time stamp as given; null where nobody knows it (Q6). */
    private void writeTime(String field, @Nullable String time) throws IOException {
        writeText(field, time);
    }

    /** The generator refuses unpaired surrogates. */
    private void writeText(String field, @Nullable String text) throws IOException {
        json.writeStringField(field, text == null ? null : ValidUnicode.of(text));
    }
}
