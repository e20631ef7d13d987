package io.drift.server.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.drift.clowder.DriftSettings;
import io.drift.testkit.Identities;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GracefulStopTest {

    private static final int PATIENCE_SECONDS = 30;
    private static final DriftSettings.Metrics METRICS = new DriftSettings.Metrics(0, "/metrics");

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer slowPermissions;

    @BeforeEach
    void start() throws IOException {
        slowPermissions = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slowPermissions.createContext("/", this::answerWhenReleased);
        slowPermissions.setExecutor(threads);
        slowPermissions.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        slowPermissions.stop(0);
        threads.shutdownNow();
    }

    private void answerWhenReleased(HttpExchange call) throws IOException {
        asked.countDown();
        try {
            released.await();
        } catch (InterruptedException ended) {
            return;
        }
        byte[] body = "{\"data\":[{\"permission\":\"drift:*:*\"}]}".getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private RunningDrift drift(Duration grace) throws IOException {
        String url = "http://127.0.0.1:" + slowPermissions.getAddress().getPort();
        return new RunningDrift(Map.of("RBAC_SVC_URL", url), grace, METRICS);
    }

    private CompletableFuture<HttpResponse<String>> requestInFlight(RunningDrift drift) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> version(drift), threads);
        assertThat(asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return answer;
    }

    private static HttpResponse<String> version(RunningDrift drift) {
        try {
            return drift.get(
                    RunningDrift.API + "version",
                    "x-rh-identity",
                    Identities.user("jdoe").header());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void a_request_in_flight_is_answered_after_the_server_was_told_to_stop() throws Exception {
        try (RunningDrift drift = drift(Duration.ofSeconds(PATIENCE_SECONDS))) {
            assertThat(drift.get("/mgmt/v0/ready").statusCode()).isEqualTo(200);
            CompletableFuture<HttpResponse<String>> answer = requestInFlight(drift);
            CompletableFuture<Void> closed = CompletableFuture.runAsync(drift.server::close, threads);
            HttpResponse<String> ready = drift.getFromMetricsPort("/mgmt/v0/ready");
            while (ready.statusCode() == 200) {
                ready = drift.getFromMetricsPort("/mgmt/v0/ready");
            }
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).isEqualTo("{\"status\":\"stopping\"}");
            assertThat(drift.getFromMetricsPort("/mgmt/v0/status").statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> {
                        while (true) {
                            drift.get("/mgmt/v0/status");
                        }
                    })
                    .isInstanceOf(ConnectException.class);
            assertThat(answer).isNotDone();
            released.countDown();
            assertThat(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS).statusCode())
                    .isEqualTo(200);
            closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void nobody_is_waited_for_when_the_time_of_grace_is_over() throws Exception {
        try (RunningDrift drift = drift(Duration.ofMillis(300))) {
            CompletableFuture<HttpResponse<String>> answer = requestInFlight(drift);
            drift.server.close();
            assertThatThrownBy(() -> answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void readiness_is_not_about_services() throws Exception {
        try (RunningDrift drift = drift(Duration.ofSeconds(1))) {
            slowPermissions.stop(0);
            drift.platform.close();
            assertThat(drift.get("/mgmt/v0/ready").body()).isEqualTo("{\"status\":\"ready\"}");
        }
        assertThat(new Readiness().isReady()).isFalse();
        assertThat(new Readiness()).hasToString("starting");
    }
}
