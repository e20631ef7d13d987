package io.drift.json.page;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecordedFacts;

/** Columns made of names and values. */
final class PageSources {

    private PageSources() {}

    /** Name and value by turns. */
    static RecordedFacts facts(Object... namesAndValues) {
        FactRecorder recorder = new FactRecorder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            recorder.record((String) namesAndValues[i], (String) namesAndValues[i + 1]);
        }
        return recorder.end();
    }
}
