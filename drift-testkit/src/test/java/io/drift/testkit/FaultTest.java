package io.drift.testkit;

import static io.drift.testkit.PlatformService.BASELINES;
import static io.drift.testkit.PlatformService.INVENTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.drift.testkit.junit.FakePlatformExtension;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePlatformExtension.class)
class FaultTest {

    private static final Duration FOR_EVER = Duration.ofHours(1);

    private final SystemDocument web =
            Systems.system("web-1").with("arch", "x86_64").document();
    private final String path = "/api/inventory/v1/hosts/" + web.id();
    private final FakePlatform platform;
    /** Of this test alone, so that no connection is old: a client may try again on those. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    FaultTest(FakePlatform platform) {
        this.platform = platform.serve(web);
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(platform.inventoryUrl() + pathAndQuery));
    }

    private HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
        return client.send(request(pathAndQuery).build(), BodyHandlers.ofString());
    }

    @Test
    void a_delay_lets_a_client_run_out_of_patience() {
        platform.fault(INVENTORY, Fault.delay(FOR_EVER));

        assertThatThrownBy(() -> client.send(
                        request(path).timeout(Duration.ofMillis(100)).build(), BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(platform.calls()).hasSize(1);
    }

    @Test
    void a_delay_that_is_over_leaves_the_answer_as_it_is() throws Exception {
        platform.fault(INVENTORY, Fault.delay(Duration.ofMillis(1)));

        assertThat(get(path).body()).contains(web.id());
    }

    @Test
    void a_dropped_call_has_no_answer() {
        platform.fault(INVENTORY, Fault.drop());

        assertThatThrownBy(() -> get(path)).rootCause().isInstanceOf(EOFException.class);
    }

    @Test
    void a_reset_connection_is_told_from_a_dropped_one() {
        platform.fault(INVENTORY, Fault.reset());

        assertThatThrownBy(() -> get(path))
                .rootCause()
                .isInstanceOf(SocketException.class)
                .hasMessage("Connection reset");
    }

    @Test
    void a_truncated_body_is_shorter_than_declared() throws Exception {
        long whole = get(path).headers().firstValueAsLong("content-length").orElseThrow();
        platform.fault(INVENTORY, Fault.truncate());

        HttpResponse<InputStream> response = client.send(request(path).build(), BodyHandlers.ofInputStream());

        assertThat(response.headers().firstValueAsLong("content-length")).hasValue(whole);
        try (InputStream body = response.body()) {
            assertThat(body.readNBytes((int) whole / 2)).hasSize((int) whole / 2);
            assertThatIOException().isThrownBy(body::read);
        }
    }

    @Test
    void a_status_may_have_a_body() throws Exception {
        platform.fault(INVENTORY, Fault.status(503).once());
        platform.fault(INVENTORY, Fault.status(200, "{\"results\":[]}").once());

        assertThat(get(path).statusCode()).isEqualTo(503);
        assertThat(get(path).body()).isEqualTo("{\"results\":[]}");
        assertThat(get(path).body()).contains(web.id());
    }

    @Test
    void garbage_is_not_http() {
        platform.fault(INVENTORY, Fault.garbage());

        assertThatIOException().isThrownBy(() -> get(path)).withMessageContaining("nvalid status line");
    }

    @Test
    void what_is_not_json_says_that_it_is() throws Exception {
        platform.fault(INVENTORY, Fault.notJson());

        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThatThrownBy(() -> Http.json(response)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void an_answer_that_drips_comes_byte_by_byte() throws Exception {
        platform.fault(INVENTORY, Fault.drip(FOR_EVER));

        HttpResponse<InputStream> response = client.send(request(path).build(), BodyHandlers.ofInputStream());

        assertThat(response.statusCode()).isEqualTo(200);
        try (InputStream body = response.body()) {
            assertThat(body.read()).isEqualTo('{');
            platform.close();
            assertThatIOException().isThrownBy(body::read);
        }
    }

    @Test
    void an_answer_that_has_dripped_is_whole() throws Exception {
        String whole = get(path).body();
        platform.fault(INVENTORY, Fault.drip(Duration.ofNanos(1)));

        assertThat(get(path).body()).isEqualTo(whole);
    }

    @Test
    void a_fault_happens_as_often_as_told_on_the_paths_that_were_told() throws Exception {
        platform.fault(INVENTORY, Fault.status(503).on("/tags").next(2));

        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(get(path + "/tags?page=1").statusCode()).isEqualTo(503);
        assertThat(get(path + "/tags").statusCode()).isEqualTo(503);
        assertThat(get(path + "/tags").statusCode()).isEqualTo(200);
    }

    @Test
    void a_fault_happens_until_it_is_healed() throws Exception {
        platform.fault(INVENTORY, Fault.status(503)).fault(BASELINES, Fault.status(502));

        assertThat(get(path).statusCode()).isEqualTo(503);
        assertThat(get(path).statusCode()).isEqualTo(503);
        assertThat(platform.heal(INVENTORY)).isSameAs(platform);
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(Http.get(platform.baselineUrl(), "/x").statusCode()).isEqualTo(502);
        platform.heal();
        assertThat(Http.get(platform.baselineUrl(), "/x").statusCode()).isEqualTo(404);
    }

    @Test
    void faults_are_forgotten_by_a_reset_of_the_platform() throws Exception {
        platform.fault(INVENTORY, Fault.drop()).reset();

        assertThat(platform.serve(web).url(INVENTORY)).isEqualTo(platform.inventoryUrl());
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void faults_happen_to_scripted_answers_too() throws Exception {
        platform.strict().answer(INVENTORY, "/known", ScriptedAnswer.json(200, "{}"));
        platform.fault(INVENTORY, Fault.status(500).on("/known").once());

        assertThat(get("/known").statusCode()).isEqualTo(500);
        assertThat(get("/known").statusCode()).isEqualTo(200);
    }

    @Test
    void a_service_that_refuses_listens_again_when_it_is_healed() throws Exception {
        URI before = platform.inventoryUrl();
        platform.refuse(INVENTORY).refuse(INVENTORY);

        assertThatThrownBy(() -> get(path)).isInstanceOf(ConnectException.class);
        assertThat(Http.get(platform.baselineUrl(), "/x").statusCode()).isEqualTo(404);
        assertThat(platform.heal().inventoryUrl()).isEqualTo(before);
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void a_platform_that_is_closed_stays_closed() {
        platform.refuse(INVENTORY).close();

        assertThatThrownBy(() -> platform.heal().url(INVENTORY).toURL().getContent())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void a_silent_service_lets_a_client_run_out_of_patience() {
        platform.fault(INVENTORY, Fault.silent());

        assertThatThrownBy(() -> client.send(
                        request(path).timeout(Duration.ofMillis(100)).build(), BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void a_connection_is_reset_within_the_head() {
        platform.fault(INVENTORY, Fault.resetInHead());

        assertThatThrownBy(() -> get(path)).rootCause().hasMessage("Connection reset");
    }

    @Test
    void a_connection_is_reset_within_the_body() throws Exception {
        platform.fault(INVENTORY, Fault.resetInBody());

        HttpResponse<InputStream> response = client.send(request(path).build(), BodyHandlers.ofInputStream());

        assertThat(response.statusCode()).isEqualTo(200);
        try (InputStream body = response.body()) {
            assertThatThrownBy(body::readAllBytes).rootCause().hasMessage("Connection reset");
        }
    }

    @Test
    void a_length_that_is_too_short_cuts_the_body() throws Exception {
        String whole = get(path).body();
        platform.fault(INVENTORY, Fault.wrongLength(-2));

        assertThat(get(path).body()).isEqualTo(whole.substring(0, whole.length() - 2));
    }

    @Test
    void a_length_that_is_too_long_is_waited_for() {
        platform.fault(INVENTORY, Fault.wrongLength(1));
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request(path).build(), BodyHandlers.ofString());

        assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        platform.close();
        assertThatThrownBy(answer::get).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void an_endless_answer_repeats_its_items() throws Exception {
        platform.fault(INVENTORY, Fault.endless());

        for (String document : List.of("", "/tags")) {
            HttpResponse<InputStream> response =
                    client.send(request(path + document).build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                String start = new String(body.readNBytes(1 << 16), StandardCharsets.UTF_8);
                assertThat(start).startsWith("{\"results\":").contains(web.id());
                assertThat(start.split(web.id(), -1)).hasSizeGreaterThan(50);
            }
        }
    }

    @Test
    void a_status_may_come_with_headers() throws Exception {
        platform.fault(INVENTORY, Fault.overloaded(429, Duration.ofSeconds(7)).once());
        platform.fault(
                INVENTORY, Fault.redirect(307, URI.create("http://elsewhere/x")).once());

        assertThat(get(path).headers().firstValue("Retry-After")).contains("7");
        HttpResponse<String> redirect = get(path);
        assertThat(redirect.statusCode()).isEqualTo(307);
        assertThat(redirect.headers().firstValue("Location")).contains("http://elsewhere/x");
    }

    @Test
    void a_status_without_body_has_none() throws Exception {
        platform.fault(INVENTORY, Fault.status(204).once())
                .fault(INVENTORY, Fault.status(304).once());

        assertThat(get(path).body()).isEmpty();
        assertThat(get(path).body()).isEmpty();
    }

    @Test
    void early_hints_come_before_the_answer() throws Exception {
        platform.fault(INVENTORY, Fault.earlyHints());

        try (Socket socket = new Socket("127.0.0.1", platform.inventoryUrl().getPort())) {
            String head = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(64), StandardCharsets.US_ASCII))
                    .matches("(?s)HTTP/1.1 103 [^\r]*\r\n[^\r]+\r\n\r\nHTTP/1.1.*");
        }
    }

    @Test
    void a_page_is_html() throws Exception {
        platform.fault(INVENTORY, Fault.html());

        assertThat(get(path).headers().firstValue("content-type")).contains("text/html");
        assertThat(get(path).body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void an_answer_may_be_any_bytes() throws Exception {
        byte[] bytes = {0, -1, 13, 10, -61};
        platform.fault(INVENTORY, Fault.answer(203, "text/x", bytes));

        HttpResponse<byte[]> response = client.send(request(path).build(), BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(203);
        assertThat(response.headers().firstValue("content-type")).contains("text/x");
        assertThat(response.body()).isEqualTo(bytes);
    }

    @Test
    void values_may_be_something_else() throws Exception {
        platform.fault(INVENTORY, Fault.values("NaN"));

        assertThat(get(path + "/system_profile").body())
                .contains("\"arch\":NaN", "\"id\":\"" + web.id() + "\"", "\"total\":1");
    }

    @Test
    void values_may_be_no_utf_8() throws Exception {
        platform.fault(INVENTORY, Fault.invalidUtf8());

        byte[] body = client.send(request(path + "/system_profile").build(), BodyHandlers.ofByteArray())
                .body();

        assertThat(new String(body, StandardCharsets.ISO_8859_1)).contains("\"arch\":\"\u00c3(\"");
    }

    @Test
    void keys_may_stand_twice() throws Exception {
        platform.fault(INVENTORY, Fault.duplicateKeys());

        assertThat(get(path + "/system_profile").body()).contains("\"arch\":null,\"arch\":\"x86_64\"");
    }

    @Test
    void ids_may_be_wrong() throws Exception {
        platform.fault(INVENTORY, Fault.wrongIds());

        for (String document : List.of("", "/system_profile", "/tags")) {
            JsonNode results = Http.json(get(path + document)).path("results");
            assertThat(results).hasSize(1);
            assertThat(results.toString())
                    .doesNotContain(web.id())
                    .contains(web.id().substring(9));
        }
    }

    @Test
    void items_of_other_organisations_stand_beside_those_that_were_asked_for() throws Exception {
        platform.fault(INVENTORY, Fault.otherOrganisations());

        JsonNode hosts = Http.json(get(path)).path("results");

        assertThat(hosts).hasSize(2);
        assertThat(hosts.path(0).path("id").asText()).isEqualTo(web.id());
        assertThat(hosts.path(1).path("id").asText()).isNotEqualTo(web.id());
        assertThat(hosts.path(1).path("org_id")).isNotEqualTo(hosts.path(0).path("org_id"));
        assertThat(Http.json(get(path + "/tags")).path("results")).hasSize(2);
    }

    @Test
    void a_bomb_is_small_on_its_way() throws Exception {
        platform.fault(INVENTORY, Fault.gzipBomb(2));

        HttpResponse<byte[]> response = client.send(request(path).build(), BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(response.body()).hasSizeLessThan(1 << 14);
        byte[] body = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        assertThat(body).hasSizeGreaterThan(2 << 20);
        assertThat(new String(body, StandardCharsets.UTF_8)).contains(web.id());
    }

    @Test
    void packages_are_added_where_there_is_a_place_for_them() throws Exception {
        BaselineDocument baseline = Baselines.baseline("b").with("arch", "x").document();
        platform.serve(baseline);
        for (PlatformService service : PlatformService.values()) {
            platform.fault(service, Fault.packages(3));
        }

        assertThat(Http.json(get(path)).path("results")).hasSize(1);
        assertThat(Http.json(get(path + "/system_profile")).at("/results/0/system_profile/installed_packages"))
                .hasSize(3);
        assertThat(Http.json(Http.get(platform.baselineUrl(), "/api/system-baseline/v1/baselines/" + baseline.id()))
                        .at("/data/0/baseline_facts/0/values"))
                .hasSize(3);
        assertThat(Http.json(Http.get(platform.rbacUrl(), "/api/rbac/v1/access/?application=drift"))
                        .path("data"))
                .hasSize(4);
    }

    @Test
    void what_is_not_json_cannot_be_changed() throws Exception {
        platform.answer(INVENTORY, "/x", ScriptedAnswer.text(200, "no JSON"));
        platform.fault(INVENTORY, Fault.values("1").once());
        platform.fault(INVENTORY, Fault.otherOrganisations().once());

        assertThat(get("/x").body()).isEqualTo("no JSON");
        assertThat(get("/x").body()).isEqualTo("no JSON");
    }

    @Test
    void faults_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.drop().next(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.drip(Duration.ZERO));
    }

    @Test
    void a_fault_tells_what_it_is() {
        assertThat(Fault.status(503).on("/tags").next(2)).hasToString("status 503 on /tags, 2 times");
        assertThat(Fault.reset()).hasToString("reset");
    }
}
