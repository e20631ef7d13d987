package io.drift.testkit.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.testkit.conformance.ConformanceCase.Leniency;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a response with the one that a case wants. */
final class ResponseCheck {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern MESSAGE_PARTS = Pattern.compile(", |\\[|\\]");
    private static final int SHOWN = 300;

    private final JsonNode wanted;
    private final Set<Leniency> leniency;
    private final List<String> problems = new ArrayList<>();

    ResponseCheck(JsonNode wanted, Set<Leniency> leniency) {
        this.wanted = wanted;
        this.leniency = leniency;
    }

    List<String> problems(int status, Map<String, List<String>> headers, byte[] body) {
        if (status != wanted.path("status").asInt()) {
            problems.add("status: expected " + wanted.path("status") + ", got " + status);
        }
        checkHeaders(headers);
        try {
            checkBody(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException notText) {
            problems.add("the body is not UTF-8: " + notText.getMessage());
        }
        return problems;
    }

    private void checkHeaders(Map<String, List<String>> headers) {
        Map<String, String> got = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> {
            // HttpURLConnection has the status line under null
            if (name != null && !values.isEmpty()) {
                got.put(name, values.get(values.size() - 1));
            }
        });
        ConformanceCase.texts(wanted.path("headers")).forEach((name, value) -> {
            if (!Objects.equals(comparable(name, got.get(name)), comparable(name, value))) {
                problems.add("header " + name + ": expected " + value + ", got " + got.get(name));
            }
        });
        wanted.path("absent_headers").forEach(name -> {
            if (got.containsKey(name.asText())) {
                problems.add("header " + name.asText() + ": expected none, got " + got.get(name.asText()));
            }
        });
    }

    /** The parameters of a content type may come in any order, case and quotes. */
    private static @Nullable String comparable(String name, @Nullable String value) {
        if (value == null || !name.equalsIgnoreCase("content-type")) {
            return value == null ? null : value.strip();
        }
        List<String> parts = Stream.of(
                        value.replace("\"", "").toLowerCase(Locale.ROOT).split(";", -1))
                .map(String::strip)
                .toList();
        return parts.get(0)
                + parts.stream()
                        .skip(1)
                        .filter(part -> !part.isEmpty())
                        .sorted()
                        .toList();
    }

    private void checkBody(String body) {
        if (wanted.has("json") || wanted.has("json_contains")) {
            checkJson(body);
        } else if (wanted.has("text_contains")) {
            wanted.get("text_contains").forEach(piece -> {
                if (!body.contains(piece.asText())) {
                    problems.add("the body does not contain " + piece);
                }
            });
        } else if (wanted.has("text")) {
            checkText(wanted.get("text").asText(), body);
        }
    }

    private void checkText(String expected, String got) {
        List<String> expectedLines =
                Arrays.asList(expected.replace("\r\n", "\n").split("\n", -1));
        List<String> gotLines = Arrays.asList(got.replace("\r\n", "\n").split("\n", -1));
        for (int i = 0; i < Math.max(expectedLines.size(), gotLines.size()); i++) {
            String expectedLine = i < expectedLines.size() ? expectedLines.get(i) : "<end>";
            String gotLine = i < gotLines.size() ? gotLines.get(i) : "<end>";
            if (!expectedLine.equals(gotLine)) {
                problems.add("line " + (i + 1) + ": expected " + shown(expectedLine) + ", got " + shown(gotLine));
                return;
            }
        }
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    private void checkJson(String body) {
        JsonNode got = parsed(body);
        if (got == null || got.isMissingNode()) {
            problems.add("the body is not JSON: " + shown(body));
        } else if (wanted.has("json_contains")) {
            problems.addAll(JsonDifferences.ofPart(wanted.get("json_contains"), got));
        } else if (wanted.get("json") instanceof ObjectNode expected && got instanceof ObjectNode answer) {
            problems.addAll(JsonDifferences.of(lenient(expected, answer), answer));
        } else {
            problems.addAll(JsonDifferences.of(wanted.get("json"), got));
        }
    }

    private static @Nullable JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    /** What is expected, where a part that is allowed to differ, and does so within bounds, is taken as answered. */
    private ObjectNode lenient(ObjectNode expected, ObjectNode got) {
        ObjectNode adapted = expected.deepCopy();
        String message = expected.has("message") ? "message" : "detail";
        if (leniency.contains(Leniency.MESSAGE_UNORDERED)
                && got.has(message)
                && partsOf(expected.path(message)).equals(partsOf(got.path(message)))) {
            adapted.set(message, got.get(message));
        }
        if (leniency.contains(Leniency.DETAIL_FREE_TEXT)
                && got.path("detail").isTextual()
                && !got.path("detail").textValue().isEmpty()) {
            adapted.set("detail", got.get("detail"));
        }
        return adapted;
    }

    private static List<String> partsOf(JsonNode message) {
        return MESSAGE_PARTS.splitAsStream(message.asText()).sorted().toList();
    }
}
