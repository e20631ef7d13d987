package io.drift.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Where two JSON documents differ, in words. The order of keys does not count, that of items does. */
final class JsonDifferences {

    private static final int MOST = 12;
    private static final int SHOWN = 160;

    private final List<String> problems = new ArrayList<>();

    private JsonDifferences() {}

    /** All differences of two documents; top-level facts that share a name may come in either order. */
    static List<String> of(JsonNode expected, JsonNode got) {
        JsonDifferences differences = new JsonDifferences();
        differences.compare("$", withStableFacts(expected), withStableFacts(got));
        return differences.problems;
    }

    /** Where a document does not contain what is expected; objects in it may have more keys. */
    static List<String> ofPart(JsonNode expected, JsonNode got) {
        JsonDifferences differences = new JsonDifferences();
        differences.comparePart("$", expected, got);
        return differences.problems;
    }

    private void comparePart(String path, JsonNode expected, JsonNode got) {
        if (!expected.isObject()) {
            compare(path, expected, got);
        } else if (!got.isObject()) {
            add(path + ": expected an object, got " + shown(got));
        } else {
            expected.properties().forEach(member -> {
                String memberPath = path + "." + member.getKey();
                if (got.has(member.getKey())) {
                    comparePart(memberPath, member.getValue(), got.get(member.getKey()));
                } else {
                    add(memberPath + ": missing");
                }
            });
        }
    }

    private void compare(String path, JsonNode expected, JsonNode got) {
        if (expected.isObject() && got.isObject()) {
            compareObjects(path, expected, got);
        } else if (expected.isArray() && got.isArray()) {
            compareArrays(path, expected, got);
        } else if (!isSame(expected, got)) {
            add(path + ": expected " + shown(expected) + ", got " + shown(got));
        }
    }

    private void compareObjects(String path, JsonNode expected, JsonNode got) {
        TreeSet<String> keys = new TreeSet<>();
        expected.fieldNames().forEachRemaining(keys::add);
        got.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            if (!got.has(key)) {
                add(path + "." + key + ": missing (expected " + shown(expected.get(key)) + ")");
            } else if (!expected.has(key)) {
                add(path + "." + key + ": unexpected (got " + shown(got.get(key)) + ")");
            } else {
                compare(path + "." + key, expected.get(key), got.get(key));
            }
        }
    }

    private void compareArrays(String path, JsonNode expected, JsonNode got) {
        if (expected.size() != got.size()) {
            add(path + ": expected " + expected.size() + " items, got " + got.size()
                    + namesOnlyIn(", missing", expected, got) + namesOnlyIn(", unexpected", got, expected));
        }
        for (int i = 0; i < Math.min(expected.size(), got.size()); i++) {
            String name = expected.get(i).path("name").asText();
            compare(path + "[" + (name.isEmpty() ? i : i + ":" + name) + "]", expected.get(i), got.get(i));
        }
    }

    private static String namesOnlyIn(String word, JsonNode these, JsonNode those) {
        List<String> names = names(these);
        names(those).forEach(names::remove);
        return names.isEmpty() ? "" : word + " " + names;
    }

    private static List<String> names(JsonNode items) {
        List<String> names = new ArrayList<>();
        items.forEach(item -> {
            if (item.path("name").isTextual()) {
                names.add(item.get("name").textValue());
            }
        });
        return names;
    }

    /** Numbers are the same if they are equal, however they are written. */
    private static boolean isSame(JsonNode expected, JsonNode got) {
        return expected.isNumber() && got.isNumber()
                ? expected.decimalValue().compareTo(got.decimalValue()) == 0
                : expected.equals(got);
    }

    private void add(String problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        }
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    /** Puts neighbouring facts that share a name into an order that does not depend on who made the report. */
    private static JsonNode withStableFacts(JsonNode document) {
        if (!(document instanceof ObjectNode report) || !(report.get("facts") instanceof ArrayNode facts)) {
            return document;
        }
        ArrayNode stable = JsonNodeFactory.instance.arrayNode();
        List<JsonNode> neighbours = new ArrayList<>();
        for (JsonNode fact : facts) {
            if (!neighbours.isEmpty() && !neighbours.get(0).path("name").equals(fact.path("name"))) {
                stable.addAll(sorted(neighbours));
                neighbours.clear();
            }
            neighbours.add(fact);
        }
        stable.addAll(sorted(neighbours));
        return report.deepCopy().<ObjectNode>set("facts", stable);
    }

    private static List<JsonNode> sorted(List<JsonNode> facts) {
        return facts.stream()
                .sorted(Comparator.comparing(JsonDifferences::keysInOrder))
                .toList();
    }

    private static String keysInOrder(JsonNode value) {
        StringBuilder text = new StringBuilder();
        if (value.isObject()) {
            TreeSet<String> keys = new TreeSet<>();
            value.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> text.append(key).append(keysInOrder(value.get(key))));
        } else if (value.isArray()) {
            value.forEach(item -> text.append(keysInOrder(item)));
        } else {
            text.append(value);
        }
        return text.toString();
    }
}
