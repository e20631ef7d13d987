package io.drift.collector.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.json.SystemReader;
import io.drift.json.UnreadableJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An object that somebody wrote: a host or a profile if it looks like one, else settings of its author's. */
final class PlainDocument {

    private PlainDocument() {}

    /** Adds an object, or those of a list. */
    static void add(JsonNode document, Findings found) throws IOException {
        if (document instanceof ObjectNode object) {
            if (isKnown(object)) {
                found.document(object);
            } else {
                addSettings(object, found);
            }
        } else if (document.isArray() && !document.isEmpty()) {
            for (JsonNode item : document) {
                add(item, found);
            }
        } else {
            throw new UnreadableSourceException(
                    "a document in it is no object: give objects, of which each is a column");
        }
    }

    private static void addSettings(ObjectNode object, Findings found) throws UnreadableSourceException {
        if (object.isEmpty()) {
            throw new UnreadableSourceException("an object in it has no settings");
        }
        OwnSettings.tell(object, true, found);
    }

    private static boolean isKnown(ObjectNode object) throws IOException {
        try {
            new SystemReader()
                    .readFile(new ByteArrayInputStream(object.toString().getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (UnreadableJsonException other) {
            if (other.reason() == UnreadableJsonException.Reason.UNKNOWN_DOCUMENT) {
                return false;
            }
            throw new UnreadableSourceException(other.getMessage());
        }
    }
}
