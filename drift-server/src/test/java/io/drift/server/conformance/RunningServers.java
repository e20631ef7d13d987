package io.drift.server.conformance;

import io.drift.server.DriftService;
import io.drift.server.platform.DriftOnPlatform;
import io.drift.server.web.ApiDocuments;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.conformance.CaseRequest;
import io.drift.testkit.conformance.ConformanceCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real server over a fake platform, once for each profile of settings that the cases need. */
final class RunningServers implements AutoCloseable {

    /** Here the baseline service answers what nobody described, and it is passed on as it is (Q22). */
    private static final String PASSED_ON = "admin-wrong-type";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ApiDocuments documents = new ApiDocuments();
    private final FakePlatform platform = FakePlatform.start();
    private final Map<String, DriftService> servers = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What is wrong with the answer to a case, and with the calls that were made for it. */
    List<String> problems(ConformanceCase one) throws IOException, InterruptedException {
        return problems(one, send(one));
    }

    /** What is wrong with an answer, by the case and by the API documents, and with the calls that were made for it. */
    List<String> problems(ConformanceCase one, HttpResponse<byte[]> response) {
        List<String> problems = new ArrayList<>(
                one.check(response.statusCode(), response.headers().map(), response.body()));
        problems.addAll(one.checkCalls(platform));
        problems.addAll(documents.headerProblems(
                one.request().toString(),
                response.statusCode(),
                name -> response.headers().firstValue(name)));
        if (!one.name().equals(PASSED_ON)) {
            problems.addAll(documents.problems(
                    one.request().toString(),
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body()));
        }
        return problems;
    }

    /** Makes the services answer what the case says, and sends its request. */
    HttpResponse<byte[]> send(ConformanceCase one) throws IOException, InterruptedException {
        one.prepare(platform);
        CaseRequest request = one.request();
        URI uri = URI.create("http://127.0.0.1:" + server(one).port() + request.pathAndQuery());
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        return http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private DriftService server(ConformanceCase one) {
        return servers.computeIfAbsent(one.envProfile(), profile -> start(one.env()));
    }

    private DriftService start(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("INVENTORY_SVC_URL", platform.inventoryUrl().toString());
        environment.put("BASELINE_SVC_URL", platform.baselineUrl().toString());
        environment.put("HSP_SVC_URL", platform.historicalProfilesUrl().toString());
        environment.put("RBAC_SVC_URL", platform.rbacUrl().toString());
        environment.put("DRIFT_LISTEN_ADDRESS", "127.0.0.1");
        environment.put("PORT", "0");
        try {
            return DriftOnPlatform.start(environment);
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
    }

    @Override
    public void close() {
        servers.values().forEach(DriftService::close);
        platform.close();
    }
}
