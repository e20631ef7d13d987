package io.drift.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import io.drift.server.DriftService;
import io.drift.server.observability.CapturedLog;
import io.drift.server.observability.LogOutput;
import io.drift.server.platform.DriftOnPlatform;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.Identities;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What mutants found, each as a request of its own. */
class FuzzFindsTest {

    private static final Path LOG_OF_TESTS = Path.of("src/test/resources/logback-test.xml");
    private static final String IDENTITY = Identities.user("u").header();

    /** Where a header lost its beginning, it stands where the host should. */
    @Test
    void an_identity_in_place_of_the_host_is_not_logged() throws Exception {
        LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
        logback.reset();
        LogOutput.begin(logback);
        logback.getLogger(Logger.ROOT_LOGGER_NAME).detachAndStopAllAppenders();
        try (CapturedLog log = new CapturedLog()) {
            WireAnswer one = answer("GET /mgmt/v0/status HTTP/1.1\r\nHost: identity: " + IDENTITY + "\r\n\r\n");
            WireAnswer two = answer("GET /mgmt/v0/status HTTP/1.1\r\nHost: x\r\nHost: " + IDENTITY + "\r\n\r\n");
            WireAnswer audited = answer("GET /nosuch HTTP/1.1\r\nHost: x\r\nx-rh-identity: " + IDENTITY + "\r\n\r\n");

            assertThat(List.of(one.status(), two.status())).containsOnly(400);
            assertThat(audited.status()).isEqualTo(404);
            log.next(line -> line.contains("/nosuch"));
            assertThat(log.lines()).noneMatch(line -> line.contains(IDENTITY));
        } finally {
            logback.reset();
            JoranConfigurator tests = new JoranConfigurator();
            tests.setContext(logback);
            tests.doConfigure(LOG_OF_TESTS.toFile());
        }
    }

    /** Who asks by HEAD on a connection that stays open would take a body for the next answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD /mgmt/v0/status HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: x\r\n\r\n",
                "HEAD /mgmt/v0/status HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "HEAD /mgmt/v0/status HTTP/1.1\r\n\r\n"
            })
    void a_refused_request_for_the_head_only_gets_no_body(String request) throws Exception {
        WireAnswer answer = answer(request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.rest()).isEmpty();
    }

    private static WireAnswer answer(String request) throws Exception {
        try (FakePlatform platform = FakePlatform.start();
                DriftService server = DriftOnPlatform.start(Map.of(
                        "INVENTORY_SVC_URL", platform.inventoryUrl().toString(),
                        "ENABLE_RBAC", "False",
                        "DRIFT_LISTEN_ADDRESS", "127.0.0.1",
                        "PORT", "0"))) {
            return WireAnswer.to(request.getBytes(StandardCharsets.UTF_8), request.split(" ", 2)[0], server.port());
        }
    }
}
