package io.drift.core;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.InsightsClient;
import io.drift.core.profile.ProfileHeader;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.Baseline;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns made of names and values, without any profile behind them. */
public final class Sources {

    private Sources() {}

    /** Name and value by turns; a value is a text, a list of texts, or null for a fact without a value. */
    public static RecordedFacts facts(Object... namesAndValues) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return factsOf(facts);
    }

    public static RecordedFacts factsOf(Map<String, Object> facts) {
        FactRecorder recorder = new FactRecorder();
        facts.forEach((name, value) -> {
            if (value instanceof List<?> several) {
                recorder.record(name, several.stream().map(String.class::cast).toList());
            } else {
                recorder.record(name, (String) value);
            }
        });
        return recorder.end();
    }

    public static InventorySystem system(String id, String name, RecordedFacts facts) {
        return new InventorySystem(new HostRecord(id, name, null, null, null), profile(facts, null), facts);
    }

    public static Baseline baseline(String id, String name, RecordedFacts facts) {
        return new Baseline(id, name, null, facts);
    }

    public static HistoricalProfile historicalProfile(String id, String name, String captured, RecordedFacts facts) {
        return new HistoricalProfile(id, name, null, captured, profile(facts, captured));
    }

    public static RecordedProfile profile(RecordedFacts facts, String captured) {
        return new RecordedProfile(
                Reading.ARCHIVED,
                facts,
                new ProfileHeader(true, captured, null, new InsightsClient(false, false)),
                List.of());
    }
}
