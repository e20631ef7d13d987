package io.drift.collector.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An object without what may be a secret.
 *
 * @param object what is left
 * @param secrets the facts that are not, each as {@code group.name}
 */
record ScrubbedObject(ObjectNode object, List<String> secrets) {

    private static final int FEW = 5;

    /**
     * Leaves out what may be a secret.
     *
     * @param group the key of the profile below which the object will be
     */
    static ScrubbedObject of(String group, ObjectNode object) {
        List<String> secrets = new ArrayList<>();
        return new ScrubbedObject(scrubbed(object, group + ".", secrets), secrets);
    }

    private static ObjectNode scrubbed(ObjectNode object, String path, List<String> secrets) {
        ObjectNode kept = object.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = path + member.getKey();
            boolean isOfSecretName = member.getKey().equals("value")
                    && Secrets.isSecret(object.path("name").asText(), text(member.getValue()));
            if (isOfSecretName || Secrets.isSecret(member.getKey(), text(member.getValue()))) {
                secrets.add(name);
            } else {
                kept.set(member.getKey(), scrubbed(member.getValue(), name + ".", secrets));
            }
        }
        return kept;
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? "several" : value.asText();
    }

    private static JsonNode scrubbed(JsonNode value, String path, List<String> secrets) {
        if (value instanceof ObjectNode object) {
            return scrubbed(object, path, secrets);
        }
        if (value instanceof ArrayNode list) {
            ArrayNode kept = list.arrayNode();
            boolean isSecret = false;
            for (JsonNode item : list) {
                kept.add(
                        isSecret && item.isValueNode()
                                ? TextNode.valueOf(Secrets.MASK)
                                : scrubbed(item, path, secrets));
                isSecret = item.isTextual() && ScrubbedLine.isSecretArgument(item.textValue());
            }
            return kept;
        }
        return value.isTextual() ? TextNode.valueOf(Secrets.scrubbed(value.textValue())) : value;
    }

    /** What is not there, as a sentence. */
    String inWords() {
        String more = secrets.size() > FEW ? " and " + (secrets.size() - FEW) + " more" : "";
        return String.join(", ", secrets.subList(0, Math.min(FEW, secrets.size()))) + more
                + " may be secret by name, and " + (secrets.size() == 1 ? "was" : "were") + " not compared";
    }
}
