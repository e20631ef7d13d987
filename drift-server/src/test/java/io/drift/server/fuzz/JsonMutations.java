package io.drift.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes JSON documents: leaves, types, structure; and what is no JSON any more, as bytes. */
final class JsonMutations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Texts that mean something to somebody. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "N/A",
            "None",
            "True",
            "\u0000",
            "\u00e9\u4e2d\ud83d\ude00",
            "\n\r\t",
            "\"',;|",
            "=1+1",
            "-",
            "--",
            "---",
            "host1",
            "host1.example.com",
            "10.230.230.5",
            "fe80::1%eth0",
            "::ffff:192.0.2.128",
            "00:11:22:33:44:55",
            "bash-0:5.1.8-9.el9.x86_64",
            "a-1:2-3",
            "2024-10-07T00:00:00+00:00",
            "Mon, 07 Oct 2024 00:00:00 GMT",
            "9999-99-99T99:99:99Z",
            "2024-10-07",
            "8c1f3f3e-1d5c-4b3e-9f2f-0a0a0a0a0a0a",
            "8C1F3F3E-1D5C-4B3E-9F2F-0A0A0A0A0A0A\n",
            "../../x",
            "%00%zz",
            "{0} %s ${x}",
            "<script>",
            "drift:*:*",
            "::::",
            "name.with.dots",
            ".",
            "x".repeat(10_000));

    /** Values that are written as they are, whether they are JSON or not. */
    private static final List<String> RAW = List.of(
            "NaN",
            "Infinity",
            "1e400",
            "-0",
            "-0.0",
            "1E+2",
            "0.1e-400",
            "9007199254740993",
            "-9223372036854775809",
            "1".repeat(1_001),
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\u0000\"",
            "'x'",
            "tru",
            "{\"a\":1,\"a\":2}",
            "[".repeat(1_500) + "]".repeat(1_500));

    private JsonMutations() {}

    /** A place in a document: an entry of a list, or a field of an object. */
    private record Place(JsonNode parent, int index, String key) {

        JsonNode value() {
            return parent instanceof ObjectNode ? parent.get(key) : parent.get(index);
        }

        void set(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(key, value);
            } else {
                ((ArrayNode) parent).set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(key);
            } else {
                ((ArrayNode) parent).remove(index);
            }
        }
    }

    /** The document with one change. */
    static byte[] changed(byte[] json, Random random) {
        if (random.nextInt(10) < 7) {
            try {
                return changedTree(JSON.readTree(json), random);
            } catch (IOException noJson) {
                // then its bytes can be changed
            }
        }
        return changedBytes(json, random);
    }

    private static byte[] changedTree(JsonNode document, Random random) throws IOException {
        List<Place> places = new ArrayList<>();
        collect(document, places);
        if (places.isEmpty() || random.nextInt(50) == 0) {
            return JSON.writeValueAsBytes(value(random));
        }
        Place place = any(places, random);
        JsonNode value = place.value();
        switch (random.nextInt(9)) {
            case 0 -> place.remove();
            case 1 -> place.set(NODES.arrayNode().add(value));
            case 2 -> place.set(NODES.objectNode().set(any(TEXTS, random), value));
            case 3 -> place.set(any(places, random).value().deepCopy());
            case 4 -> addAgain(place, any(places, random), value);
            case 5 -> place.set(NODES.textNode(value.asText() + any(TEXTS, random)));
            default -> place.set(value(random));
        }
        return JSON.writeValueAsBytes(document);
    }

    private static void addAgain(Place place, Place other, JsonNode value) {
        if (place.parent instanceof ObjectNode object) {
            object.set(other.key, value.deepCopy());
        } else {
            ((ArrayNode) place.parent).insert(place.index, value.deepCopy());
        }
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                places.add(new Place(object, 0, field.getKey()));
                collect(field.getValue(), places);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, i, "x"));
                collect(array.get(i), places);
            }
        }
    }

    private static JsonNode value(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(5) - 2);
            case 3 -> NODES.numberNode(random.nextGaussian() * 1e9);
            case 4 -> NODES.arrayNode();
            case 5 -> NODES.objectNode();
            case 6 -> NODES.rawValueNode(new RawValue(any(RAW, random)));
            default -> NODES.textNode(any(TEXTS, random));
        };
    }

    /** The bytes with one change. */
    static byte[] changedBytes(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(20, bytes.length - at));
        byte[] oneByte = {(byte) random.nextInt(256)};
        return switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, at, 1, oneByte);
            case 1 -> spliced(bytes, at, 1, new byte[] {(byte) (bytes[at] ^ 1 << random.nextInt(8))});
            case 2 -> spliced(bytes, at, length, new byte[0]);
            case 3 -> spliced(bytes, at, bytes.length - at, new byte[0]);
            case 4 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            default -> spliced(bytes, at, 0, oneByte);
        };
    }

    private static byte[] spliced(byte[] bytes, int at, int without, byte[] with) {
        byte[] spliced = new byte[bytes.length - without + with.length];
        System.arraycopy(bytes, 0, spliced, 0, at);
        System.arraycopy(with, 0, spliced, at, with.length);
        System.arraycopy(bytes, at + without, spliced, at + with.length, bytes.length - at - without);
        return spliced;
    }

    static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
