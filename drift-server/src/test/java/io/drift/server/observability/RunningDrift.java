package io.drift.server.observability;

import io.drift.clowder.DriftSettings;
import io.drift.server.DriftService;
import io.drift.server.platform.DriftOnPlatform;
import io.drift.testkit.FakePlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The real server over a fake platform. */
final class RunningDrift implements AutoCloseable {

    static final String SECRET = "a-secret-between-services";
    static final String API = "/api/drift/v1/";

    /** Short, so that a client which keeps its connection is not waited for; long enough for a server that is slow to stop. */
    static final Duration GRACE = Duration.ofSeconds(2);

    final FakePlatform platform = FakePlatform.start();
    final DriftService server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningDrift() throws IOException {
        this(Map.of());
    }

    RunningDrift(Map<String, String> settings) throws IOException {
        this(settings, GRACE, DriftOnPlatform.NOWHERE);
    }

    RunningDrift(Map<String, String> settings, Duration grace, DriftSettings.Metrics metrics) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "INVENTORY_SVC_URL", platform.inventoryUrl().toString(),
                "BASELINE_SVC_URL", platform.baselineUrl().toString(),
                "HSP_SVC_URL", platform.historicalProfilesUrl().toString(),
                "RBAC_SVC_URL", platform.rbacUrl().toString(),
                "DRIFT_SHARED_SECRET", SECRET,
                "DRIFT_LISTEN_ADDRESS", "127.0.0.1",
                "PORT", "0"));
        environment.putAll(settings);
        server = DriftOnPlatform.start(environment, grace, metrics);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return get(server.port(), path, headers);
    }

    HttpResponse<String> getFromMetricsPort(String path) throws IOException, InterruptedException {
        return get(server.metricsPort().orElseThrow(), path);
    }

    private HttpResponse<String> get(int port, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.close();
        platform.close();
    }
}
