package io.drift.collector.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as a tree of JSON. What an alias refers to stands at each place that refers to it, so what comes of it is counted:
 * a few lines can stand for more than fits into memory. Nothing in YAML makes an object of a class here.
 */
final class YamlTree {

    private static final int MOST_NODES = 1_000_000;
    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST = 50;
    private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9][0-9]{0,99})");
    private static final Pattern TRUTH = Pattern.compile("(?i)true|false");

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private int nodes;

    static Iterable<Node> documents(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(TextLines.MOST_BYTES);
        return new Yaml(limits).composeAll(new StringReader(text));
    }

    /**
     * A document as JSON. A word is a number or a truth only where JSON would have it as one: {@code yes} stays a word.
     *
     * @throws UnreadableSourceException if it is too large, or has a key twice
     */
    JsonNode json(Node document) throws UnreadableSourceException {
        return json(document, 0);
    }

    private JsonNode json(Node node, int depth) throws UnreadableSourceException {
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            throw new UnreadableSourceException(
                    "this YAML stands for more than " + MOST_NODES + " values, or refers to itself");
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, depth);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode list = json.arrayNode();
            for (Node item : sequence.getValue()) {
                list.add(json(item, depth + 1));
            }
            return list;
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode object(MappingNode mapping, int depth) throws UnreadableSourceException {
        ObjectNode object = json.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            if (!Tag.MERGE.equals(entry.getKeyNode().getTag())) {
                String key = key(entry);
                if (object.has(key)) {
                    throw new UnreadableSourceException("a key stands twice in one object in it");
                }
                object.set(key, json(entry.getValueNode(), depth + 1));
            }
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (Tag.MERGE.equals(entry.getKeyNode().getTag())) {
                merge(object, json(entry.getValueNode(), depth + 1));
            }
        }
        return object;
    }

    private static String key(NodeTuple entry) throws UnreadableSourceException {
        if (entry.getKeyNode() instanceof ScalarNode key) {
            return key.getValue();
        }
        throw new UnreadableSourceException("a key in it is a list or an object, and no text");
    }

    /** {@code <<: *base}: what the object does not say itself. */
    private static void merge(ObjectNode object, JsonNode bases) {
        for (JsonNode base :
                bases.isArray() ? bases : JsonNodeFactory.instance.arrayNode().add(bases)) {
            base.properties().forEach(entry -> {
                if (!object.has(entry.getKey())) {
                    object.set(entry.getKey(), entry.getValue());
                }
            });
        }
    }

    private JsonNode scalar(ScalarNode node) {
        String text = node.getValue();
        if (!node.isPlain()) {
            return json.textNode(text);
        }
        if (Tag.NULL.equals(node.getTag())) {
            return json.nullNode();
        }
        if (Tag.INT.equals(node.getTag()) && INTEGER.matcher(text).matches()) {
            return json.numberNode(new BigInteger(text));
        }
        return TRUTH.matcher(text).matches() ? json.booleanNode("true".equalsIgnoreCase(text)) : json.textNode(text);
    }
}
