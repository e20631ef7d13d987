package io.drift.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.server.standalone.StandaloneDrift;
import io.drift.server.web.ApiDocuments.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route of a server without a login, as the API documents describe it: each request is one that would be worked
 * for, but for one thing. Nothing is seen, and no row of any table is changed.
 */
class EveryRouteTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSTS = "/api/inventory/v1/hosts";
    private static final String HISTORY = "/api/historical-system-profiles/v1/systems/";

    private static final String BASELINES = "/api/system-baseline/v1/baselines";

    /** Stands in all that is kept, and must not stand in any answer. */
    private static final String KEPT = "secret-mark";

    private static final String BASELINE = "{\"display_name\":\"" + KEPT + "\",\"baseline_facts\":[{\"name\":\"" + KEPT
            + "\",\"value\":\"" + KEPT + "\"}]}";

    private static final List<String> OTHER_TYPES = List.of(
            "Content-Type: text/plain\r\n",
            "Content-Type: text/plain; charset=application/json\r\n",
            "Content-Type: application/x-www-form-urlencoded\r\n",
            "Content-Type: multipart/form-data; boundary=x\r\n",
            "Content-Type: application/xml\r\n",
            "");

    @TempDir
    Path temporary;

    private Path folder;
    private StandaloneDrift drift;
    private List<Asked> requests;

    /**
     * A request that a document describes.
     *
     * @param line method and path with query
     * @param type the content type, as a line of the head; empty without a body
     * @param body empty for none
     */
    private record Asked(String line, String type, String body) {

        String with(String head) {
            return with(head, type);
        }

        String with(String head, String otherType) {
            int length = body.getBytes(UTF_8).length;
            return line + " HTTP/1.1\r\n" + head + otherType + "Content-Length: " + length + "\r\n";
        }

        boolean isRead() {
            return line.startsWith("GET ") || line.startsWith("HEAD ");
        }
    }

    @BeforeEach
    void start() throws IOException {
        folder = temporary.resolve("data");
        drift = new StandaloneDrift(folder);
        for (String arch : List.of("x86_64", "aarch64")) {
            String host = "{\"fqdn\":\"%1$s\",\"display_name\":\"%1$s\",\"tags\":[{\"key\":\"%1$s\"}],"
                    + "\"system_profile\":{\"arch\":\"" + arch + "\",\"%1$s\":\"%1$s\"}}";
            drift.upload("application/json", host.formatted(KEPT).getBytes(UTF_8));
        }
        requests = requests();
    }

    @AfterEach
    void stop() {
        drift.close();
    }

    private List<Asked> requests() throws IOException {
        String host = drift.get(HOSTS).at("/results/0/id").asText();
        String state = drift.get(HISTORY + host).at("/data/0/profiles/1/id").asText();
        String baseline = JSON.readTree(drift.send("POST", BASELINES, BASELINE).body())
                .path("id")
                .asText();
        drift.send("POST", BASELINES + "/" + baseline + "/systems", "{\"system_ids\":[\"" + host + "\"]}");
        Map<String, String> ids = Map.of("hosts", host, "systems", host, "profiles", state, "baselines", baseline);
        List<Asked> requests = new ArrayList<>();
        new ApiDocuments().operations().values().forEach(operation -> requests.add(asked(operation, ids)));
        ofDocuments().map(route -> new Asked(route, "", "")).forEach(requests::add);
        return requests;
    }

    /** The documents themselves, and the page that shows them. */
    private static Stream<String> ofDocuments() {
        return Stream.concat(
                Stream.of("GET /api/drift/v1/ui"),
                Stream.concat(ApiDocument.ofComparisons("/api/drift").stream(), ApiDocument.OF_OWN_SYSTEMS.stream())
                        .map(document -> "GET " + document.address()));
    }

    private static Asked asked(Operation operation, Map<String, String> ids) {
        StringBuilder line = new StringBuilder(operation.method() + " ");
        String before = "";
        for (String part : operation.path().substring(1).split("/")) {
            line.append('/').append(part.startsWith("{") ? ids.get(before) : part);
            before = part;
        }
        JsonNode media = operation.text().at("/requestBody/content/application~1json");
        // what makes something without a body, as copying does, needs the content type all the same
        boolean needsType = !media.isMissingNode() || operation.method().equals("POST");
        return new Asked(
                line.toString(),
                needsType ? "Content-Type: application/json\r\n" : "",
                media.isMissingNode() ? "" : example(media).toString());
    }

    private static JsonNode example(JsonNode media) {
        return media.has("example")
                ? media.get("example")
                : media.path("examples").elements().next().path("value");
    }

    private static List<String> foreign(String own) {
        return List.of(
                "Host: evil.example\r\n",
                "Host: localhost.evil.example\r\n",
                "Host: 192.168.0.1\r\n",
                "Host: evil.example\r\nOrigin: http://evil.example\r\n",
                "Host: " + own + "\r\nOrigin: http://evil.example\r\n",
                "Host: " + own + "\r\nOrigin: null\r\n",
                "Host: " + own + "\r\nOrigin: https://" + own + "\r\n",
                "Host: " + own + "\r\nOrigin: http://localhost:1\r\n",
                "Host: " + own + "\r\nOrigin: http://" + own + "\r\nOrigin: http://evil.example\r\n");
    }

    @Test
    void the_documents_describe_all_routes_that_the_server_has_and_no_others() {
        List<String> described = Stream.concat(new ApiDocuments().operations().keySet().stream(), ofDocuments())
                .toList();

        assertThat(drift.routes()).containsExactlyInAnyOrderElementsOf(described);
        assertThat(requests).hasSameSizeAs(drift.routes());
    }

    @Test
    void nothing_is_seen_or_changed_from_a_foreign_origin_or_under_a_foreign_host() throws IOException, SQLException {
        List<String> before = StoredTables.of(folder);

        for (Asked asked : requests) {
            for (String head : foreign(drift.host())) {
                String answer = drift.raw(asked.with(head), asked.body());
                assertThat(answer).as(asked.line() + " " + head).startsWith("HTTP/1.1 403 ");
                assertTellsNothing(answer);
            }
        }
        assertThat(StoredTables.of(folder)).isEqualTo(before).anyMatch(row -> row.contains(KEPT));
    }

    @Test
    void nothing_is_seen_or_changed_by_methods_and_paths_that_there_are_not() throws IOException, SQLException {
        List<String> before = StoredTables.of(folder);
        List<Asked> others = requests.stream()
                .map(asked -> asked.line().substring(asked.line().indexOf(' ')))
                .distinct()
                .flatMap(
                        path -> Stream.of("OPTIONS", "PUT", "TRACE", "PROPFIND").map(method -> method + path))
                .map(line -> new Asked(line, "", ""))
                .toList();

        for (Asked asked : others) {
            String answer = drift.raw(asked.with("Host: " + drift.host() + "\r\nOrigin: http://evil.example\r\n"), "");
            assertThat(answer).as(asked.line()).startsWith("HTTP/1.1 4");
            assertTellsNothing(answer);
        }
        assertThat(drift.raw("GET /unknown HTTP/1.1\r\nHost: evil.example\r\n", ""))
                .startsWith("HTTP/1.1 403 ");
        assertThat(StoredTables.of(folder)).isEqualTo(before);
    }

    /** A request for removal has no body; a page of another origin cannot send one without saying its origin. */
    @Test
    void nothing_is_seen_or_changed_by_bodies_of_a_wrong_content_type() throws IOException, SQLException {
        List<String> before = StoredTables.of(folder);
        List<Asked> withBodies = requests.stream()
                .filter(asked -> !asked.isRead() && !asked.line().startsWith("DELETE "))
                .toList();

        for (Asked asked : withBodies) {
            for (String type : OTHER_TYPES) {
                String answer = drift.raw(asked.with("Host: " + drift.host() + "\r\n", type), asked.body());
                assertThat(answer).as(asked.line() + " " + type).startsWith("HTTP/1.1 415 ");
                assertTellsNothing(answer);
            }
        }
        assertThat(withBodies).isNotEmpty();
        assertThat(StoredTables.of(folder)).isEqualTo(before);
    }

    /** No identity, no header that lets another page read the answer, nothing that is kept. */
    private static void assertTellsNothing(String answer) {
        assertThat(answer).doesNotContain(KEPT).doesNotContainIgnoringCase("access-control");
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(body)
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        some -> assertThat(fields(some)).isSubsetOf("type", "title", "detail", "status", "message"));
    }

    private static List<String> fields(String body) throws IOException {
        List<String> fields = new ArrayList<>();
        JSON.readTree(body).fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    /** Without this, the others might pass because their requests are wrong in another way. */
    @Test
    void the_same_requests_are_worked_for_where_they_come_from_here() throws IOException, SQLException {
        List<String> before = StoredTables.of(folder);
        String own = "Host: " + drift.host() + "\r\nOrigin: http://" + drift.host() + "\r\n";

        for (Asked asked : byMethod()) {
            String answer = drift.raw(asked.with(own), asked.body());
            assertThat(answer)
                    .as(asked.line())
                    .doesNotStartWith("HTTP/1.1 403 ")
                    .doesNotStartWith("HTTP/1.1 415 ");
        }
        assertThat(StoredTables.of(folder)).isNotEqualTo(before);
    }

    /** What removes comes last. */
    private List<Asked> byMethod() {
        return requests.stream()
                .sorted(Comparator.comparing((Asked asked) -> asked.line().startsWith("DELETE ")))
                .toList();
    }
}
