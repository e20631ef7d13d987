package io.drift.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Bodies of answers with something changed in them. What is not JSON with items stays as it is. */
final class ChangedText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACEHOLDER = "--here goes the value--";
    private static final Set<String> WHOSE = Set.of("id", "inventory_id", "org_id", "account");
    private static final Pattern KEY = Pattern.compile("(\"[A-Za-z_]+\":)");
    private static final Pattern UUID_START = Pattern.compile("\"[0-9a-fA-F]{8}-(?=[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-)");
    private static final String STRANGE_START = "\"5742a9e1-";
    private static final String STRANGE_ORG = "9999999";

    private ChangedText() {}

    /** The values of all items, but those that tell whose they are, are this JSON. */
    static String values(String body, String json) {
        JsonNode document = document(body);
        replaceValues(items(document));
        return document.isMissingNode() ? body : document.toString().replace("\"" + PLACEHOLDER + "\"", json);
    }

    private static void replaceValues(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                if (field.getValue().isContainerNode()) {
                    replaceValues(field.getValue());
                } else if (!WHOSE.contains(field.getKey())) {
                    object.put(field.getKey(), PLACEHOLDER);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isContainerNode()) {
                    replaceValues(array.get(i));
                } else {
                    array.set(i, PLACEHOLDER);
                }
            }
        }
    }

    /** Every key of an item stands twice in its object, with null first. */
    static String keysTwice(String body) {
        JsonNode document = document(body);
        String items = items(document).toString();
        return document.isMissingNode()
                ? body
                : document.toString().replace(items, KEY.matcher(items).replaceAll("$1null,$1"));
    }

    /** The items have other ids. */
    static String otherIds(String body) {
        return UUID_START.matcher(body).replaceAll(STRANGE_START);
    }

    /** Beside each item there is one of another organisation with another id. */
    static String strangersBeside(String body) {
        JsonNode document = document(body);
        JsonNode items = items(document);
        if (items instanceof ArrayNode array) {
            List<JsonNode> strangers = new ArrayList<>();
            array.forEach(item -> strangers.add(stranger(item)));
            array.addAll(strangers);
        } else if (items instanceof ObjectNode object) {
            object.setAll((ObjectNode) stranger(object));
        }
        return document.isMissingNode() ? body : document.toString();
    }

    private static JsonNode stranger(JsonNode item) {
        JsonNode stranger = document(otherIds(item.toString()));
        if (stranger instanceof ObjectNode object && object.has("org_id")) {
            object.put("org_id", STRANGE_ORG);
        }
        return stranger;
    }

    /** What a document lists; a missing node if it lists nothing. */
    static JsonNode items(JsonNode document) {
        return document.has("results") ? document.path("results") : document.path("data");
    }

    /** A document; a missing node if the text is not JSON. */
    static JsonNode document(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }
}
