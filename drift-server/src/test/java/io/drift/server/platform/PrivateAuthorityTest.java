package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.clowder.DriftSettings;
import io.drift.clowder.SettingsLoader;
import io.drift.server.DriftService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the Clowder file to a baseline over TLS, with nothing in between that is not real. */
class PrivateAuthorityTest {

    private static final String SECRET = "let me in";
    private static final String BASELINE = "{\"id\":\"%s\",\"display_name\":\"b\",\"updated\":"
            + "\"2024-01-01T00:00:00+00:00\",\"baseline_facts\":[{\"name\":\"arch\",\"value\":\"x86_64\"}]}";

    private static final String ID = "9d1b3987-8c3c-44ab-9307-d5f85fcec606";

    @TempDir
    Path folder;

    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private final MockWebServer baselines = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .signedBy(authority)
                .build();
        baselines.useHttps(
                new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
        baselines.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .body("{\"data\":[" + BASELINE.formatted(ID) + "]}")
                        .build();
            }
        });
        baselines.start();
    }

    @AfterEach
    void stop() {
        baselines.close();
    }

    private HttpResponse<String> compare(String common, String own) throws IOException, InterruptedException {
        String clowder = String.format(Locale.ROOT, """
                {%s "endpoints": [
                  {"app": "host-inventory", "name": "service", "hostname": "localhost", "port": 1},
                  {"app": "system-baseline", "name": "backend-service", "hostname": "localhost",
                   "port": 0, "tlsPort": %d %s}
                ]}""", common, baselines.getPort(), own);
        Path file = Files.writeString(folder.resolve("cdappconfig.json"), clowder);
        Map<String, String> environment =
                Map.of("ACG_CONFIG", file.toString(), "ENABLE_RBAC", "False", "DRIFT_SHARED_SECRET", SECRET);
        try (DriftService server = start(environment)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()
                            + "/api/drift/v1/comparison_report?baseline_ids%5B%5D=" + ID))
                    .header("x-rh-drift-internal-api", SECRET)
                    .timeout(Duration.ofSeconds(60))
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private String authorityFile() throws IOException {
        Path pem = Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());
        return "\"tlsCAPath\": \"" + pem + "\"";
    }

    /** As the file says, but on any free port. */
    private static DriftService start(Map<String, String> environment) throws IOException {
        Clock clock = Clock.systemUTC();
        DriftSettings ofFile = SettingsLoader.load(environment, PlatformMode.REQUIRED);
        DriftSettings.Listen listen = ofFile.server().listen();
        DriftSettings.Server server = new DriftSettings.Server(
                new DriftSettings.Listen("127.0.0.1", 0, listen.pathPrefix(), listen.appName()),
                new DriftSettings.Metrics(null, "/metrics"),
                Duration.ofSeconds(1),
                ofFile.server().logging(),
                ofFile.server().limits());
        DriftSettings settings =
                new DriftSettings(server, ofFile.platform(), ofFile.access(), ofFile.excludedOperatingSystems());
        return DriftService.start(new PlatformMode(settings, clock), settings, clock);
    }

    @Test
    void given_for_all_services_is_enough() throws Exception {
        HttpResponse<String> report = compare(authorityFile() + ",", "");

        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.body()).contains("\"arch\"", "x86_64");
    }

    @Test
    void given_for_the_one_service_is_enough() throws Exception {
        assertThat(compare("", "," + authorityFile()).statusCode()).isEqualTo(200);
    }

    @Test
    void not_given_is_an_error_and_nothing_was_sent() throws Exception {
        HttpResponse<String> refused = compare("", "");

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).contains("\"Error received from backend service\"");
        assertThat(baselines.getRequestCount()).isZero();
    }
}
