package io.drift.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import io.drift.server.observability.CapturedLog;
import io.drift.server.observability.LogOutput;
import io.drift.testkit.conformance.CaseRequest;
import io.drift.testkit.conformance.ConformanceCase;
import io.drift.testkit.conformance.ConformanceCases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is logged at debug level while every recorded case runs, under the configuration of the product. */
class SecretsInLogTest {

    private static final Path CORPUS = Path.of("src/test/resources/conformance");
    private static final Path TESTS = Path.of("src/test/resources/logback-test.xml");
    private static final String TOKEN = "token-of-a-stranger-4711";
    private static final Set<String> SECRET_HEADERS =
            Set.of("x-rh-identity", "x-rh-drift-internal-api", "authorization");
    /** A shorter one, such as the empty object, may stand anywhere by chance. */
    private static final int SHORTEST = 8;

    private final LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();

    @BeforeEach
    void log_as_the_product_does_but_not_to_the_console() {
        logback.reset();
        LogOutput.begin(logback);
        logback.getLogger(Logger.ROOT_LOGGER_NAME).detachAndStopAllAppenders();
    }

    @AfterEach
    void log_as_tests_do() throws JoranException {
        logback.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(logback);
        configurator.doConfigure(TESTS.toFile());
    }

    @Test
    void no_identity_secret_or_token_is_logged_while_every_case_runs() throws Exception {
        List<ConformanceCase> cases = new ArrayList<>(ConformanceCases.in(CORPUS.resolve("cases")));
        cases.addAll(quirks());
        Set<String> secrets = new TreeSet<>(Set.of(TOKEN));
        List<String> logged;
        List<String> loggedAsJson;
        try (CapturedLog log = new CapturedLog()) {
            try (RunningServers servers = new RunningServers()) {
                for (ConformanceCase one : cases) {
                    ConformanceCase asked = withToken(one);
                    secrets.addAll(secretsOf(asked));
                    servers.send(asked);
                }
            }
            logged = List.copyOf(log.lines());
            loggedAsJson = List.copyOf(log.json());
        }
        assertThat(secrets).hasSizeGreaterThan(10);
        assertThat(logged)
                .hasSizeGreaterThan(2 * cases.size())
                .anyMatch(line ->
                        line.startsWith("DEBUG") && line.contains("inventory: GET /api/inventory/v1/hosts/{ids}"))
                .noneMatch(line -> holdsAnyOf(secrets, line));
        assertThat(loggedAsJson).hasSameSizeAs(logged).noneMatch(line -> holdsAnyOf(secrets, line));
    }

    private static List<ConformanceCase> quirks() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS.resolve("quirks"))) {
            return files.filter(file -> file.toString().matches(".*(?<!\\.decision)\\.json"))
                    .map(ConformanceCases::read)
                    .toList();
        }
    }

    private static ConformanceCase withToken(ConformanceCase one) {
        CaseRequest request = one.request();
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.putIfAbsent("Authorization", "Bearer " + TOKEN);
        return new ConformanceCase(
                one.name(),
                one.about(),
                one.category(),
                one.quirk(),
                one.envProfile(),
                one.env(),
                new CaseRequest(request.method(), request.pathAndQuery(), headers, request.body()),
                one.upstreams(),
                one.response(),
                one.responseIfFixed(),
                one.leniency());
    }

    private static Set<String> secretsOf(ConformanceCase one) {
        Set<String> secrets = new TreeSet<>();
        one.request().headers().forEach((name, value) -> {
            if (SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                secrets.add(value);
                decoded(value, secrets);
            }
        });
        secrets.add(one.env().getOrDefault("DRIFT_SHARED_SECRET", ""));
        secrets.removeIf(secret -> secret.length() < SHORTEST);
        return secrets;
    }

    /** What stands in an identity must not be logged as a whole either. */
    private static void decoded(String header, Set<String> secrets) {
        try {
            secrets.add(new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            // then the header itself is all there is to look for
        }
    }

    private static boolean holdsAnyOf(Set<String> secrets, String line) {
        return secrets.stream().anyMatch(line::contains);
    }
}
