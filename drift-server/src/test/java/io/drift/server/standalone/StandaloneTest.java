package io.drift.server.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own from outside. */
class StandaloneTest {

    private static final String HOSTS = "/api/inventory/v1/hosts";
    private static final String HISTORY = "/api/historical-system-profiles/v1";
    private static final String REPORT = "/api/drift/v1/comparison_report?";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path temporary;

    private StandaloneDrift drift;

    @BeforeEach
    void start() throws IOException {
        drift = new StandaloneDrift(temporary.resolve("data"));
    }

    @AfterEach
    void stop() {
        drift.close();
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(Path.of("..", "samples", name));
    }

    private static String host(String fqdn, String profile) {
        return "{\"fqdn\":\"" + fqdn + "\",\"system_profile\":" + profile + "}";
    }

    private String upload(String host) throws IOException {
        return MAPPER.readTree(drift.upload(JSON, host.getBytes(UTF_8)).body())
                .at("/data/0/id")
                .asText();
    }

    private JsonNode lines(String... lines) throws IOException {
        HttpResponse<String> answer =
                drift.upload(LINES, String.join("\n", lines).getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(207);
        return MAPPER.readTree(answer.body());
    }

    @Test
    void a_path_or_method_that_is_not_there_is_answered_with_the_way_on() {
        HttpResponse<String> unknown = drift.send("GET", "/api/inventory/v1/host");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("/api/inventory/v1/openapi.json", "/api/system-baseline/openapi.json");

        HttpResponse<String> other = drift.send("PUT", "/api/inventory/v1/hosts");
        assertThat(other.statusCode()).isEqualTo(405);
        assertThat(other.headers().firstValue("Allow"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("GET", "POST"));
        assertThat(other.body()).contains("GET", "POST", "no other method");

        String nobody = "00000000-0000-4000-8000-000000000000";
        assertThat(drift.send("GET", "/api/system-baseline/v1/baselines/" + nobody + "/systems")
                        .body())
                .contains("there is no such baseline: GET /api/system-baseline/v1/baselines lists");
    }

    @Test
    void uploaded_systems_are_listed_compared_and_still_there_after_a_restart() throws IOException {
        assertThat(drift.upload(JSON, sample("web-1.json")).statusCode()).isEqualTo(201);
        assertThat(drift.upload(JSON, sample("web-2.json")).statusCode()).isEqualTo(201);
        JsonNode hosts = drift.get(HOSTS + "?order_by=display_name");
        assertThat(hosts.path("total").asInt()).isEqualTo(2);
        assertThat(hosts.path("results"))
                .extracting(host -> host.path("display_name").asText())
                .containsExactly("web-1", "web-2");
        String ids = hosts.path("results").findValuesAsText("id").stream()
                .map(id -> "system_ids%5B%5D=" + id)
                .collect(Collectors.joining("&"));
        String report = drift.send("GET", REPORT + ids).body();
        assertThat(MAPPER.readTree(report).path("facts").size()).isGreaterThan(20);
        assertThat(drift.send("GET", REPORT + ids + "&reading=archived").statusCode())
                .isEqualTo(200);

        drift.close();
        start();

        assertThat(drift.get(HOSTS + "?order_by=display_name")).isEqualTo(hosts);
        assertThat(drift.send("GET", REPORT + ids).body()).isEqualTo(report);
    }

    @Test
    void what_was_given_is_answered_digit_by_digit() throws IOException {
        String id = upload(host("web", "{\"arch\":\"x\",\"n\":1.00,\"e\":1E400,\"t\":\"\\ud800 \u2603\"}"));

        assertThat(drift.send("GET", HOSTS + "/" + id + "/system_profile").body())
                .contains("\"arch\":\"x\",\"n\":1.00,\"e\":1E400,\"t\":\"\\uD800 \\u2603\"}");
        assertThat(drift.send("GET", REPORT + "system_ids%5B%5D=" + id).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_history_begins_with_the_current_profile_and_each_state_can_be_compared() throws IOException {
        String id = upload(host("web", "{\"arch\":\"x86_64\",\"captured_date\":\"2026-01-01T00:00:00+00:00\"}"));
        upload(host("web", "{\"arch\":\"aarch64\",\"captured_date\":\"2026-01-02T00:00:00+00:00\"}")
                .replaceFirst("\\{", "{\"tags\":[{\"key\":\"rack\",\"value\":\"7\"}],"));

        JsonNode profiles = drift.get(HISTORY + "/systems/" + id).at("/data/0/profiles");
        assertThat(profiles.findValuesAsText("captured_date"))
                .containsExactly("2026-01-02T00:00:00+00:00", "2026-01-01T00:00:00+00:00");
        String older = profiles.get(1).path("id").asText();
        JsonNode profile = drift.get(HISTORY + "/profiles/" + older).at("/data/0");
        assertThat(profile.at("/system_profile/arch").asText()).isEqualTo("x86_64");
        assertThat(profile.at("/system_profile/fqdn").asText()).isEqualTo("web");
        assertThat(profile.at("/inventory_id").asText()).isEqualTo(id);
        JsonNode report =
                drift.get(REPORT + "system_ids%5B%5D=" + id + "&historical_system_profile_ids%5B%5D=" + older);
        assertThat(report.path("facts"))
                .filteredOn(fact -> fact.path("state").asText().equals("DIFFERENT"))
                .extracting(fact -> fact.path("name").asText())
                .containsExactly("arch");
    }

    @Test
    void a_wrong_history_request_is_answered_as_the_archived_service_did() {
        String nobody = "00000000-0000-4000-8000-000000000001";

        assertThat(drift.send("GET", HISTORY + "/systems/" + nobody).statusCode())
                .isEqualTo(404);
        assertThat(drift.send("GET", HISTORY + "/systems/x").statusCode()).isEqualTo(400);
        HttpResponse<String> missing = drift.send("GET", HISTORY + "/profiles/" + nobody);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("ids [" + nobody + "] not available to display");
        assertThat(drift.send("GET", HISTORY + "/profiles/" + nobody + "," + nobody)
                        .body())
                .contains("duplicate IDs requested");
    }

    @Test
    void a_key_that_stands_twice_inside_a_part_is_kept_and_the_part_is_told_as_not_compared() throws IOException {
        String id = upload(host("web-1", "{\"arch\":\"x86_64\",\"a\":{\"b\":1,\"b\":2}}"));

        assertThat(drift.send("GET", HOSTS + "/" + id + "/system_profile").body())
                .contains("\"a\":{\"b\":1,\"b\":2}");
        assertThat(drift.get(REPORT + "system_ids%5B%5D=" + id)
                        .path("not_compared")
                        .toString())
                .contains("\\\"b\\\" stands twice in one object");
    }

    @Test
    void of_json_lines_good_ones_are_kept_when_one_is_bad() throws IOException {
        JsonNode answer = lines(
                host("web-1", "{}"),
                "{\"bad\"",
                "[]",
                "{\"fqdn\":\"x\"}",
                "{\"fqdn\":7,\"system_profile\":{}}",
                "{\"system_profile\":{}}",
                "{\"fqdn\":\"x\",\"fqdn\":\"y\",\"system_profile\":{}}",
                "{\"fqdn\":\"x\",\"looked_at\":7,\"system_profile\":{}}",
                host("n".repeat(10_000), "{}"),
                "{\"fqdn\":\"x\",\"system_profile\":{},\"tags\":["
                        + IntStream.range(0, 1000)
                                .mapToObj(i -> "{\"key\":\"k\"}")
                                .collect(Collectors.joining(","))
                        + "]}",
                host("big", "{\"x\":\"" + "x".repeat(5_000_001) + "\"}"),
                host("web-2", "{}"),
                host("web-3", "{}").substring(0, 20));

        assertThat(answer.path("data"))
                .extracting(one -> one.path("status").asInt())
                .containsExactly(201, 400, 400, 400, 400, 400, 400, 400, 400, 400, 413, 201, 400);
        assertThat(answer.path("errors").asInt()).isEqualTo(11);
        assertThat(answer.path("data").findValuesAsText("reason")).doesNotContain("");
        assertThat(drift.get(HOSTS).path("total").asInt()).isEqualTo(2);
    }

    @Test
    void of_an_array_without_an_end_nothing_is_kept() throws IOException {
        HttpResponse<String> answer = drift.upload(JSON, ("[" + host("web", "{}") + ",").getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("nothing was kept");
        assertThat(drift.get(HOSTS).path("total").asInt()).isZero();
    }

    @Test
    void a_call_brings_a_thousand_hosts_compressed_or_not_and_no_more() throws IOException {
        String thousand =
                IntStream.range(0, 1000).mapToObj(i -> host("web-" + i, "{}")).collect(Collectors.joining(","));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(("[" + thousand + "]").getBytes(UTF_8));
        }

        assertThat(drift.upload(JSON, packed.toByteArray(), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(207);
        HttpResponse<String> tooMany =
                drift.upload(JSON, ("[" + thousand + "," + host("more", "{}") + "]").getBytes(UTF_8));
        assertThat(tooMany.statusCode()).isEqualTo(413);
        assertThat(drift.get(HOSTS).path("total").asInt()).isEqualTo(1000);
        assertThat(drift.get(HOSTS + "?page=10&per_page=100").path("count").asInt())
                .isEqualTo(100);
    }

    @Test
    void a_bomb_is_not_unpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"x\":\"".getBytes(UTF_8));
            for (int i = 0; i < 70; i++) {
                out.write(" ".repeat(1 << 20).getBytes(UTF_8));
            }
        }

        assertThat(drift.upload(LINES, packed.toByteArray(), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(413);
        assertThat(drift.upload(LINES, "no gzip".getBytes(UTF_8), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_is_filtered_by_is_checked() throws IOException {
        upload(new String(sample("web-1.json"), UTF_8));

        for (String filter : new String[] {
            "display_name=WEB", "fqdn=WEB-1.example.com", "tags=insights-client/role=web", "staleness=fresh,stale"
        }) {
            assertThat(drift.get(HOSTS + "?" + filter).path("total").asInt())
                    .as(filter)
                    .isEqualTo(1);
        }
        for (String filter : new String[] {"display_name=db", "fqdn=web-1", "tags=role=web", "staleness=stale"}) {
            assertThat(drift.get(HOSTS + "?" + filter).path("total").asInt())
                    .as(filter)
                    .isZero();
        }
        for (String wrong :
                new String[] {"page=0", "per_page=101", "order_by=x", "order_how=up", "staleness=x", "x=1"}) {
            assertThat(drift.send("GET", HOSTS + "?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_place_far_behind_the_end_of_a_list_is_a_number_like_others() throws IOException {
        String baselines = "/api/system-baseline/v1/baselines?offset=";
        assertThat(drift.get(baselines + Integer.MAX_VALUE).path("data")).isEmpty();
        assertThat(drift.send("GET", baselines + (1L + Integer.MAX_VALUE)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_profile_that_has_nothing_is_shown_as_none() throws IOException {
        String id = upload(host("web", "{\"captured_date\":\"2026-01-01T00:00:00+00:00\"}"));
        assertThat(drift.get(HOSTS + "/" + id + "/system_profile").at("/results/0/system_profile"))
                .isEmpty();
    }

    @Test
    void a_removed_system_is_gone_with_its_history() throws IOException {
        String id = upload(host("web", "{}"));

        assertThat(drift.send("DELETE", HOSTS + "/" + id + ",00000000-0000-4000-8000-000000000001")
                        .statusCode())
                .isEqualTo(404);
        assertThat(drift.send("DELETE", HOSTS + "/" + id).statusCode()).isEqualTo(200);
        assertThat(drift.send("GET", HOSTS + "/" + id).body()).contains("\"not_found_ids\":[\"" + id + "\"]");
        assertThat(drift.send("GET", HISTORY + "/systems/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void the_script_that_it_serves_is_taken_back_as_a_collection() {
        assertThat(drift.send("GET", "/collect.sh").body()).startsWith("#!/bin/sh");
        assertThat(drift.upload("application/x-drift-collection", "no collection".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(400);
    }
}
