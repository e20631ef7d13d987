package io.drift.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.drift.core.comparison.NotCompared;
import io.drift.core.report.ValidUnicode;
import java.io.IOException;
import java.util.List;

/** {@code not_compared}: parts of profiles that could not be looked at, and ids of which there is nothing at all. */
final class NotComparedJson {

    static final String NOT_FOUND = "there is nothing with this id, or who asks may not see it";

    private NotComparedJson() {}

    /** Writes the array as a field of the current object. */
    static void write(List<NotCompared> parts, List<String> notFound, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("not_compared");
        for (NotCompared part : parts) {
            json.writeStartObject();
            ViewJson.writeText("id", part.source().id(), json);
            ViewJson.writeText("part", part.part(), json);
            ViewJson.writeText("reason", part.reason(), json);
            json.writeEndObject();
        }
        for (String id : notFound) {
            json.writeStartObject();
            json.writeStringField("id", ValidUnicode.of(id));
            json.writeStringField("reason", NOT_FOUND);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
