package io.drift.server.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.core.source.TimeStamp;
import io.drift.server.conformance.RecordedSystems.Upload;
import io.drift.server.standalone.StandaloneDrift;
import io.drift.testkit.conformance.CaseRequest;
import io.drift.testkit.conformance.ConformanceCase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A server with own stores, which is told what the services of a recorded case know, and then asked what the case asks,
 * with the archived reading. It gives its own ids: the recorded ones are translated in the question and in the expected
 * answer. When a system counts as stale is the server's own rule.
 */
final class OwnStores implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSTS = "/api/inventory/v1/hosts";
    private static final String BASELINES = "/api/system-baseline/v1/baselines";
    private static final String HISTORY = "/api/historical-system-profiles/v1/systems/";
    private static final Duration STALE = Duration.ofDays(7);
    private static final Instant BEFORE_ALL = Instant.EPOCH.minus(Duration.ofDays(1));

    private final SetClock clock = new SetClock();
    private final StandaloneDrift drift;

    OwnStores(Path folder) throws IOException {
        drift = new StandaloneDrift(folder, clock);
    }

    /** What is wrong: uploads that are refused, and differences from the recorded answer; empty if all is well. */
    List<String> problems(JsonNode recording) throws IOException {
        List<Upload> uploads = new RecordedSystems(recording).uploads();
        removeAll();
        Map<String, Introduced> systems = introduce(uploads);
        Map<String, String> ids = new HashMap<>();
        systems.forEach((recorded, own) -> ids.put(recorded, own.id()));
        List<String> refused = new ArrayList<>();
        for (JsonNode baseline : new RecordedSystems(recording).baselines()) {
            clock.set(RecordedSystems.received(baseline.path("updated")));
            JsonNode kept = create(baseline);
            if (kept.hasNonNull("id")) {
                ids.put(baseline.path("id").asText(), kept.path("id").asText());
            } else {
                refused.add("refused: baseline: "
                        + kept.path("message").asText(kept.path("detail").asText()));
            }
        }
        Instant last = Instant.EPOCH;
        for (Upload upload : uploads) {
            clock.set(upload.received());
            last = upload.received();
            Introduced system = Objects.requireNonNull(systems.get(upload.systemId()));
            JsonNode outcome =
                    upload(upload.withInsightsId(system.insightsId()).host()).path(0);
            if (outcome.path("status").asInt() >= 400) {
                refused.add("refused: " + outcome.path("reason").asText());
            } else if (!outcome.path("reason").isNull()) {
                refused.add("kept, but " + outcome.path("reason").asText());
            }
            if (upload.profileId() != null && outcome.hasNonNull("id")) {
                ids.put(upload.profileId(), stateOf(system.id(), upload.received()));
            }
        }
        return refused.isEmpty() ? differences(translated(recording, ids, staleOf(uploads, last))) : refused;
    }

    private void removeAll() throws IOException {
        removeAll(HOSTS, drift.get(HOSTS + "?per_page=100").path("results"));
        removeAll(BASELINES, drift.get(BASELINES + "?limit=100").path("data"));
    }

    private void removeAll(String path, JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.forEach(one -> ids.add(one.path("id").asText()));
        if (!ids.isEmpty()
                && drift.send("DELETE", path + "/" + String.join(",", ids)).statusCode() != 200) {
            throw new AssertionError("not removed: " + path);
        }
    }

    private static Set<String> staleOf(List<Upload> uploads, Instant now) {
        return uploads.stream()
                .filter(upload -> upload.received().plus(STALE).isBefore(now))
                .map(Upload::systemId)
                .filter(id -> uploads.stream()
                        .noneMatch(other -> other.systemId().equals(id)
                                && !other.received().plus(STALE).isBefore(now)))
                .collect(Collectors.toSet());
    }

    private JsonNode create(JsonNode baseline) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.set("display_name", baseline.path("display_name"));
        body.set("baseline_facts", baseline.path("baseline_facts"));
        return JSON.readTree(drift.send("POST", BASELINES, body.toString()).body());
    }

    private JsonNode upload(JsonNode hosts) throws IOException {
        HttpResponse<String> answer =
                drift.upload("application/json", hosts.toString().getBytes(UTF_8));
        return JSON.readTree(answer.body()).path("data");
    }

    /** A system before it said anything: how the server knows it, and the insights id by which it does. */
    private record Introduced(String id, String insightsId) {}

    /**
     * Every system of the case is heard of before it says what is recorded. So several may have the same name, or none, as
     * on the platform; and where a report sorts by ids, those of the server stand in the order of the recorded ones.
     *
     * @return by the recorded id
     */
    private Map<String, Introduced> introduce(List<Upload> uploads) throws IOException {
        Iterator<String> recorded =
                uploads.stream().map(Upload::systemId).sorted().distinct().iterator();
        Map<String, Introduced> introduced = new HashMap<>();
        for (Introduced one : introduced(
                (int) uploads.stream().map(Upload::systemId).distinct().count())) {
            introduced.put(recorded.next(), one);
        }
        return introduced;
    }

    private List<Introduced> introduced(int count) throws IOException {
        if (count == 0) {
            return List.of();
        }
        ArrayNode hosts = JSON.createArrayNode();
        for (int host = 0; host < count; host++) {
            hosts.addObject().put("insights_id", UUID.randomUUID().toString()).putObject("system_profile");
        }
        clock.set(BEFORE_ALL);
        JsonNode outcomes = upload(hosts);
        return IntStream.range(0, count)
                .mapToObj(host -> new Introduced(
                        outcomes.path(host).path("id").asText(),
                        hosts.path(host).path("insights_id").asText()))
                .sorted(Comparator.comparing(Introduced::id))
                .toList();
    }

    private String stateOf(String systemId, Instant captured) throws IOException {
        for (JsonNode state : drift.get(HISTORY + systemId).at("/data/0/profiles")) {
            if (TimeStamp.parse(state.path("captured_date").asText()).equals(Optional.of(captured))) {
                return state.path("id").asText();
            }
        }
        return systemId;
    }

    private static ConformanceCase translated(JsonNode recording, Map<String, String> ids, Set<String> stale)
            throws IOException {
        ObjectNode translated = recording.deepCopy();
        translated
                .at("/response/json/systems")
                .forEach(system -> ((ObjectNode) system)
                        .put("system_stale", stale.contains(system.path("id").asText())));
        ObjectNode request = (ObjectNode) translated.get("request");
        request.withObject("headers").retain("Accept", "Content-Type");
        askForArchivedReading(request);
        translated.set("request", translated(request, ids));
        translated.set("response", translated(translated.get("response"), ids));
        return ConformanceCase.of(translated);
    }

    private static void askForArchivedReading(ObjectNode request) {
        if (request.path("body") instanceof ObjectNode body) {
            body.put("reading", "archived");
        } else if (request.path("method").asText().equals("GET") && request.hasNonNull("raw_query")) {
            request.put("raw_query", request.path("raw_query").asText() + "&reading=archived");
        } else if (request.path("method").asText().equals("GET")) {
            request.withArray("query").addArray().add("reading").add("archived");
        }
    }

    /** Ids may be asked for in capitals. */
    private static JsonNode translated(JsonNode node, Map<String, String> ids) throws IOException {
        String text = node.toString();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            text = text.replace(id.getKey(), id.getValue())
                    .replace(id.getKey().toUpperCase(Locale.ROOT), id.getValue().toUpperCase(Locale.ROOT));
        }
        return JSON.readTree(text);
    }

    private List<String> differences(ConformanceCase one) {
        CaseRequest request = one.request();
        HttpResponse<byte[]> answer =
                drift.send(request.method(), request.pathAndQuery(), request.headers(), request.body());
        return one.check(answer.statusCode(), answer.headers().map(), answer.body());
    }

    @Override
    public void close() {
        drift.close();
    }
}
