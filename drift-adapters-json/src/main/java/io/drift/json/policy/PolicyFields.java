package io.drift.json.policy;

import io.drift.core.error.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Takes values of a certain type from a tree, or says where another one stands. */
final class PolicyFields {

    private static final int LONGEST_PATTERN = 1000;

    private PolicyFields() {}

    /**
     * The fields of an object.
     *
     * @param what the object, for messages: {@code a policy}
     * @param known the keys that it may have
     */
    static Map<String, Node> object(Node node, String what, List<String> known) throws UnreadablePolicyException {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(
                    node, what + " is an object with keys such as " + known.get(0) + ", but this is " + typeOf(node));
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = text(entry.getKeyNode(), "a key");
            if (!known.contains(key)) {
                Choice choice = new Choice(known);
                throw wrong(
                        entry.getKeyNode(),
                        "unknown key '" + key + "'; "
                                + choice.nearest(key)
                                        .map(meant -> "did you mean '" + meant + "'?")
                                        .orElse(what + " has " + choice.inWords()));
            }
            if (fields.putIfAbsent(key, entry.getValueNode()) != null) {
                throw wrong(entry.getKeyNode(), "'" + key + "' stands here a second time; join the two");
            }
        }
        return fields;
    }

    static List<Node> list(Node node, String key) throws UnreadablePolicyException {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw wrong(node, "'" + key + "' is a list, as in '" + key + ": [...]', but this is " + typeOf(node));
    }

    /** A word, a number or a truth as it is written. */
    static String text(Node node, String what) throws UnreadablePolicyException {
        if (node instanceof ScalarNode scalar && !Tag.NULL.equals(node.getTag())) {
            return scalar.getValue();
        }
        throw wrong(node, what + " is a text, but this is " + typeOf(node));
    }

    static String pattern(Node node, String what) throws UnreadablePolicyException {
        String pattern = text(node, what);
        if (pattern.isBlank()) {
            throw wrong(node, what + " is empty; '*' chooses all facts");
        }
        if (pattern.length() > LONGEST_PATTERN) {
            throw wrong(node, what + " is longer than " + LONGEST_PATTERN + " characters");
        }
        if (pattern.chars().anyMatch(Character::isISOControl)) {
            throw wrong(node, what + " has a control character, such as the end of a line");
        }
        return pattern;
    }

    /** In YAML, words such as yes were truths once: they are refused, and not guessed. */
    static boolean truth(Node node, String key) throws UnreadablePolicyException {
        String text = node instanceof ScalarNode scalar && scalar.isPlain() ? scalar.getValue() : "";
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw wrong(node, "'" + key + "' is true or false, but this is " + typeOf(node));
    }

    /** One of some words, as it is written. */
    static String word(Node node, String key, List<String> words) throws UnreadablePolicyException {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (words.contains(text)) {
            return text;
        }
        Choice choice = new Choice(words);
        String meant = choice.nearest(text)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
        throw wrong(node, "'" + key + "' is " + choice.inWords() + ", but this is " + typeOf(node) + meant);
    }

    static String typeOf(Node node) {
        if (node instanceof MappingNode) {
            return "an object";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        String text = ((ScalarNode) node).getValue();
        if (Tag.NULL.equals(node.getTag())) {
            return "nothing";
        }
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "'";
    }

    static UnreadablePolicyException wrong(Node node, String problem) {
        return PolicyTree.at(node.getStartMark(), problem);
    }
}
