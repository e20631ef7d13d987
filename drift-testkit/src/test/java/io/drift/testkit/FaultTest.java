package io.drift.testkit;

import static io.drift.testkit.PlatformService.BASELINES;
import static io.drift.testkit.PlatformService.INVENTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.drift.testkit.junit.FakePlatformExtension;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
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
