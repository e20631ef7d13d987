package io.drift.collector.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON of other tools as trees; numbers keep all their digits, and a key that stands twice is refused. */
final class JsonText {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonText() {}

    /**
     * The first value of a text.
     *
     * @throws UnreadableSourceException if it is not JSON
     */
    static JsonNode first(String text) throws IOException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw notJson(broken);
        }
    }

    /** Says where it is broken, and quotes nothing. */
    static UnreadableSourceException notJson(JsonProcessingException broken) {
        JsonLocation place = broken.getLocation();
        return new UnreadableSourceException("it is broken JSON"
                + (place == null ? "" : " in line " + place.getLineNr() + ", column " + place.getColumnNr()));
    }
}
