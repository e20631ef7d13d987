package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.server.DriftService;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.Identities;
import io.drift.testkit.SystemDocument;
import io.drift.testkit.Systems;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlatformModeTest {

    private static final String REPORT = "/api/drift/v1/comparison_report";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> environment = new HashMap<>();
    private FakePlatform platform;
    private DriftService server;

    @BeforeEach
    void start() throws IOException {
        platform = FakePlatform.start();
        environment.put("INVENTORY_SVC_URL", platform.inventoryUrl().toString());
        environment.put("RBAC_SVC_URL", platform.rbacUrl().toString());
        environment.put("DRIFT_LISTEN_ADDRESS", "127.0.0.1");
        environment.put("PORT", "0");
        restart();
    }

    private void restart() throws IOException {
        if (server != null) {
            server.close();
        }
        server = DriftOnPlatform.start(environment);
    }

    @AfterEach
    void stop() {
        server.close();
        platform.close();
    }

    private HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + pathAndQuery))
                .header("x-rh-identity", Identities.user("tester").header())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_thousand_ids_fit_into_a_get() throws Exception {
        List<SystemDocument> systems = IntStream.range(0, 1000)
                .mapToObj(number -> Systems.system("system-" + number)
                        .with("arch", number == 7 ? "s390x" : "x86_64")
                        .document())
                .toList();
        platform.serve(systems);

        HttpResponse<String> response = get(REPORT
                + systems.stream()
                        .map(system -> "system_ids%5B%5D=" + system.id())
                        .collect(Collectors.joining("&", "?", "")));

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode report = new ObjectMapper().readTree(response.body());
        assertThat(report.path("systems")).hasSize(1000);
        assertThat(report.path("facts").path(0).path("name").asText()).isEqualTo("arch");
        assertThat(report.path("facts").path(0).path("state").asText()).isEqualTo("DIFFERENT");
        assertThat(report.path("facts").path(0).path("systems")).hasSize(1000);
    }

    @Test
    void a_head_that_is_too_large_is_refused_in_json() throws Exception {
        HttpResponse<String> response = get(REPORT + "?reference_id=" + "a".repeat(140_000));

        assertThat(response.statusCode()).isIn(414, 431);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(response.body())
                .isEqualTo(
                        "{\"message\":\"the head of the request is larger than 131072 bytes: send the ids by POST\"}");
    }

    @Test
    void services_that_are_not_configured_are_named() throws Exception {
        String id = "9d1b3987-8c3c-44ab-9307-d5f85fcec606";

        HttpResponse<String> baselines = get(REPORT + "?baseline_ids%5B%5D=" + id);
        HttpResponse<String> profiles = get(REPORT + "?historical_system_profile_ids%5B%5D=" + id);

        assertThat(baselines.statusCode()).isEqualTo(400);
        assertThat(baselines.body()).contains("BASELINE_SVC_URL is not set");
        assertThat(profiles.statusCode()).isEqualTo(400);
        assertThat(profiles.body()).contains("HSP_SVC_URL is not set");
    }

    @Test
    void paths_come_from_the_settings() throws Exception {
        environment.put("PATH_PREFIX", "/r/");
        environment.put("APP_NAME", "drifty");
        restart();

        assertThat(get("/r/drifty/v1/version").body()).isEqualTo("{\"version\":\"1.1.0\"}");
        assertThat(get("/api/drift/v1/version").statusCode()).isEqualTo(404);
    }

    @Test
    void systems_are_left_out_by_operating_system_as_the_settings_say() throws Exception {
        SystemDocument system = Systems.system("fedora-1")
                .with("arch", "x86_64")
                .with("operating_system", Map.of("name", "Fedora"))
                .document();
        platform.serve(system);
        String query = REPORT + "?system_ids%5B%5D=" + system.id();

        assertThat(get(query).body()).contains("fedora-1");

        environment.put("DRIFT_EXCLUDED_OPERATING_SYSTEMS", "Fedora");
        restart();

        assertThat(get(query).body())
                .isEqualTo("{\"facts\":[],\"systems\":[],\"baselines\":[],\"historical_system_profiles\":[],"
                        + "\"drift_event_notify\":false}");
    }

    @Test
    void every_answer_demands_https_from_then_on() throws Exception {
        assertThat(List.of(get("/mgmt/v0/status"), get("/nosuch"), get(REPORT)))
                .allSatisfy(response -> assertThat(response.headers().firstValue("strict-transport-security"))
                        .hasValue("max-age=63072000; includeSubDomains; preload"));
    }

    @Test
    void a_port_that_is_in_use_is_told() {
        environment.put("PORT", Integer.toString(server.port()));

        assertThatThrownBy(() -> DriftOnPlatform.start(environment))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot listen on 127.0.0.1:" + server.port());
    }
}
