package io.drift.collector.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

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
        } catch (NumberFormatException beyond) {
            throw tooLarge();
        }
    }

    /**
     * All values of a text, one behind the other.
     *
     * @throws UnreadableSourceException if something in it is not JSON
     */
    static List<JsonNode> all(String text) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text);
                MappingIterator<JsonNode> values =
                        MAPPER.readerFor(JsonNode.class).readValues(parser)) {
            return values.readAll();
        } catch (JsonProcessingException broken) {
            throw notJson(broken);
        } catch (NumberFormatException beyond) {
            throw tooLarge();
        }
    }

    private static UnreadableSourceException tooLarge() {
        return new UnreadableSourceException("it has a number in it whose exponent is too large");
    }

    /** Says where it is broken, and quotes nothing. */
    private static UnreadableSourceException notJson(JsonProcessingException broken) {
        JsonLocation place = broken.getLocation();
        return new UnreadableSourceException("it is broken JSON"
                + (place == null ? "" : " in line " + place.getLineNr() + ", column " + place.getColumnNr()));
    }
}
