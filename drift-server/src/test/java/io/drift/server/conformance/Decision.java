package io.drift.server.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.testkit.conformance.ConformanceCase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was decided on a recorded oddity: {@code decision} (its Q-number) and {@code because}; then {@code unchanged}, or
 * the {@code response}, perhaps with {@code facts} (name to state and values in the order of the columns; null for a
 * fact that must not appear), and perhaps with {@code upstreams} that the recording lacks because it ended earlier.
 */
record Decision(JsonNode document) {

    private static final ObjectMapper JSON = new ObjectMapper();

    List<String> problems(ObjectNode recording, RunningServers servers) throws IOException, InterruptedException {
        ConformanceCase decided = ConformanceCase.of(decided(recording));
        HttpResponse<byte[]> response = servers.send(decided);
        List<String> problems = servers.problems(decided, response);
        if (response.statusCode() == 200 && document.has("facts")) {
            problems.addAll(problemsOfFacts(JSON.readTree(response.body())));
        }
        return problems;
    }

    private JsonNode decided(ObjectNode recording) {
        if (document.path("unchanged").asBoolean()) {
            return recording;
        }
        ObjectNode decided = recording.deepCopy();
        decided.set("response", document.get("response"));
        document.path("upstreams").forEach(decided.withArray("upstreams")::add);
        return decided;
    }

    private List<String> problemsOfFacts(JsonNode report) {
        Map<String, JsonNode> facts = factsByName(report);
        List<String> problems = new ArrayList<>();
        document.path("facts").properties().forEach(expected -> {
            JsonNode fact = facts.get(expected.getKey());
            if (expected.getValue().isNull() ? fact != null : !isAs(expected.getValue(), fact)) {
                problems.add(expected.getKey() + ": expected " + expected.getValue() + ", got " + fact);
            }
        });
        return problems;
    }

    private static Map<String, JsonNode> factsByName(JsonNode report) {
        Map<String, JsonNode> facts = new HashMap<>();
        for (JsonNode fact : report.path("facts")) {
            facts.put(fact.path("name").asText(), fact);
            for (JsonNode member : fact.path("comparisons")) {
                facts.put(fact.path("name").asText() + "." + member.path("name").asText(), member);
            }
        }
        return facts;
    }

    private static boolean isAs(JsonNode expected, JsonNode fact) {
        return fact != null
                && expected.path("state").equals(fact.path("state"))
                && expected.path("values").equals(valuesOf(fact));
    }

    private static JsonNode valuesOf(JsonNode fact) {
        ArrayNode values = JSON.createArrayNode();
        fact.path("systems").forEach(cell -> values.add(cell.path("value")));
        return values;
    }
}
