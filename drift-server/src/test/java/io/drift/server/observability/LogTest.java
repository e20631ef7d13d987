package io.drift.server.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.core.access.Caller;
import io.drift.core.access.Identity;
import io.drift.testkit.Fault;
import io.drift.testkit.Identities;
import io.drift.testkit.PlatformCall;
import io.drift.testkit.PlatformService;
import io.drift.testkit.ScriptedAnswer;
import io.drift.testkit.Systems;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogTest {

    private static final String ID = "00000000-0000-0000-0000-000000000001";
    private static final String REQUEST_ID = "x-rh-insights-request-id";
    private static final String IDENTITY = "x-rh-identity";
    private static final String REPORT = RunningDrift.API + "comparison_report?system_ids%5B%5D=" + ID;
    private static final Predicate<String> AUDIT = line -> line.contains(" drift.audit ");
    private static final ObjectMapper JSON = new ObjectMapper();

    private CapturedLog log;

    @BeforeEach
    void capture() {
        log = new CapturedLog();
    }

    @AfterEach
    void end() {
        log.close();
    }

    @Nested
    class The_request_id {

        private final String jdoe = Identities.user("jdoe").header();

        @Test
        void is_returned_forwarded_to_every_service_and_in_every_line() throws Exception {
            try (RunningDrift drift = new RunningDrift()) {
                drift.platform.serve(Systems.system("web-1").withId(ID));
                HttpResponse<String> answer = drift.get(REPORT, IDENTITY, jdoe, REQUEST_ID, "my-request.1");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue(REQUEST_ID)).contains("my-request.1");
                assertThat(drift.platform.calls())
                        .hasSize(4)
                        .extracting(call -> call.header(REQUEST_ID))
                        .containsOnly("my-request.1");
                log.next(AUDIT);
            }
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("io.drift.http.call"))
                    .hasSize(4)
                    .allMatch(line -> line.startsWith("DEBUG [my-request.1] "));
            assertThat(log.lines()).filteredOn(AUDIT).hasSize(1).allMatch(line -> line.contains("[my-request.1]"));
        }

        @Test
        void is_made_up_once_if_there_is_none_or_a_nasty_one() throws Exception {
            try (RunningDrift drift = new RunningDrift()) {
                HttpResponse<String> answer =
                        drift.get(RunningDrift.API + "version", IDENTITY, jdoe, REQUEST_ID, "two words \"and quotes\"");
                String id = answer.headers().firstValue(REQUEST_ID).orElseThrow();
                assertThat(id).matches("[0-9a-f-]{36}");
                assertThat(drift.platform.calls())
                        .extracting((PlatformCall call) -> call.header(REQUEST_ID))
                        .containsExactly(id);
                assertThat(log.next(AUDIT)).contains("[" + id + "]");
            }
        }

        @Test
        void goes_along_to_other_threads() {
            log.lines().clear();
            MDC.put("request_id", "seven");
            new RequestIdExecutor(work -> {
                        MDC.remove("request_id");
                        work.run();
                    })
                    .execute(() -> LoggerFactory.getLogger("there").info("found"));
            assertThat(log.lines()).hasSize(1).first().asString().startsWith("INFO [seven] there found");
        }
    }

    @Nested
    class An_audit_line {

        @Test
        void says_who_asked_for_what_and_how_it_ended() throws Exception {
            try (RunningDrift drift = new RunningDrift()) {
                drift.get(
                        RunningDrift.API + "version",
                        IDENTITY,
                        Identities.user("jdoe").inOrg("42").header());
                assertThat(log.next(AUDIT))
                        .matches(
                                "INFO \\[.*] drift\\.audit who=\"jdoe\" org=\"42\" GET /api/drift/v1/version 200 \\d+ ms ");
            }
        }

        @Test
        void says_whose_permission_was_missing() throws Exception {
            try (RunningDrift drift = new RunningDrift()) {
                drift.platform.grantOnly();
                drift.get(REPORT, IDENTITY, Identities.user("jdoe").inOrg("42").header());
                assertThat(log.next(AUDIT)).contains("who=\"jdoe\" org=\"42\" GET /api/drift/v1/comparison_report 403");
            }
        }

        @Test
        void tells_a_caller_without_user_name_by_client_id_or_type() throws Exception {
            try (RunningDrift drift = new RunningDrift()) {
                String version = RunningDrift.API + "version";
                drift.get(
                        version, IDENTITY, Identities.serviceAccount("client-7").header());
                assertThat(log.next(AUDIT)).contains("who=\"client-7\"").contains(" 200 ");
                drift.get(version, IDENTITY, Identities.associate().header());
                assertThat(log.next(AUDIT)).contains(" 200 ");
                drift.get(version, "x-rh-drift-internal-api", RunningDrift.SECRET);
                assertThat(log.next(AUDIT))
                        .contains("who=\"shared secret\" org=\"-\"")
                        .contains(" 200 ");
                drift.get(version, IDENTITY, "garbage");
                assertThat(log.next(AUDIT)).contains("who=\"-\" org=\"-\"").contains(" 400 ");
            }
            AuditLog.write(caller("System"), new AuditLog.Event("GET", "/x", "200", "", Duration.ZERO));
            assertThat(log.next(AUDIT)).contains("who=\"System\"");
        }

        @Test
        void is_one_line_whatever_a_name_holds() throws Exception {
            Identity forged = new Identity("User", "1", null, "eve\nINFO who=\"root\"\u2028", null, Set.of());
            AuditLog.write(
                    new Caller(forged, null),
                    new AuditLog.Event("GET", "/" + "x".repeat(999), "200", "", Duration.ZERO));
            assertThat(log.next(AUDIT))
                    .contains("who=\"eve\\nINFO who=?root?\\u{2028}\"")
                    .hasSizeLessThan(400);
        }

        @Test
        void names_the_services_that_made_the_request_fail() throws Exception {
            String more = "&baseline_ids%5B%5D=00000000-0000-0000-0000-000000000002";
            try (RunningDrift drift = new RunningDrift()) {
                drift.platform
                        .fault(PlatformService.INVENTORY, Fault.status(500))
                        .fault(PlatformService.BASELINES, Fault.drop());
                drift.get(REPORT + more, IDENTITY, Identities.user("jdoe").header());
                assertThat(log.next(AUDIT)).matches("INFO .* 500 \\d+ ms failed=inventory,baselines ");
                assertThat(log.json().get(log.json().size() - 1)).contains("{\"failed\":\"inventory,baselines\"}");
            }
        }

        @Test
        void names_no_service_that_did_its_work() throws Exception {
            try (RunningDrift drift = new RunningDrift()) {
                drift.get(REPORT, IDENTITY, Identities.user("jdoe").header());
                assertThat(log.next(AUDIT)).contains(" 404 ").doesNotContain("failed");
                drift.platform
                        .fault(PlatformService.INVENTORY, Fault.status(403).on("/tags"))
                        .fault(PlatformService.INVENTORY, Fault.status(500));
                drift.get(REPORT, IDENTITY, Identities.user("jdoe").header());
                assertThat(log.next(AUDIT)).contains(" 403 ").doesNotContain("failed");
            }
        }

        @Test
        void is_not_written_about_management() throws Exception {
            try (RunningDrift drift = new RunningDrift()) {
                drift.get("/mgmt/v0/status");
                drift.get("/api/nowhere");
                assertThat(log.next(AUDIT)).contains("/api/nowhere 400");
            }
        }

        private Caller caller(String type) {
            return new Caller(new Identity(type, null, null, null, null, Set.of()), null);
        }
    }

    static Stream<Arguments> faults() {
        String timeout = "timed out after \\d+\\.\\d s \\(timeout\\)";
        return Stream.of(
                Arguments.of(Fault.status(503), 500, "status 503"),
                Arguments.of(Fault.drop(), 500, "unexpected end of stream on http://127.0.0.1:\\d+/\\.\\.\\."),
                Arguments.of(Fault.reset(), 500, "Connection reset"),
                Arguments.of(Fault.truncate(), 500, "unexpected end of stream"),
                Arguments.of(Fault.garbage(), 500, "Unexpected status line: .*"),
                Arguments.of(Fault.notJson(), 500, "unreadable answer: .*line 1.*"),
                Arguments.of(Fault.status(200, "[]"), 500, "unreadable answer: .*line 1.*"),
                Arguments.of(Fault.delay(Duration.ofHours(1)), 504, timeout),
                Arguments.of(Fault.drip(Duration.ofMillis(100)), 504, timeout));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_service_that_fails_is_one_line_that_says_which_where_and_how(Fault fault, int status, String how)
            throws Exception {
        try (RunningDrift drift = new RunningDrift(Map.of("DRIFT_CALL_TIMEOUT_SECONDS", "1"))) {
            drift.platform.fault(PlatformService.INVENTORY, fault);
            withoutDebug();
            drift.get(REPORT, IDENTITY, Identities.user("jdoe").header(), REQUEST_ID, "r-1");
            assertThat(log.next(AUDIT)).contains(" " + status + " ").endsWith(" failed=inventory ");
        }
        assertThat(log.lines())
                .filteredOn(line -> line.startsWith("WARN"))
                .singleElement()
                .asString()
                .matches("WARN \\[r-1] io\\.drift\\.server\\.web\\.ErrorHandlers " + status
                        + " /api/drift/v1/comparison_report: inventory failed:"
                        + " GET /api/inventory/v1/hosts/\\{ids}: " + how + " ");
    }

    @Test
    void a_service_that_is_not_there_is_one_line_too() throws Exception {
        try (RunningDrift drift = new RunningDrift(Map.of("RBAC_SVC_URL", "http://127.0.0.1:1"))) {
            withoutDebug();
            drift.get(REPORT, IDENTITY, Identities.user("jdoe").header());
            assertThat(log.next(line -> line.startsWith("WARN")))
                    .endsWith(" rbac failed: GET /api/rbac/v1/access/: Failed to connect to /127.0.0.1:1 (Connection"
                            + " refused) ");
            assertThat(log.next(AUDIT)).endsWith(" failed=rbac ");
        }
    }

    private static void withoutDebug() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.INFO);
    }

    @Test
    void a_trace_follows_at_level_debug() throws Exception {
        try (RunningDrift drift = new RunningDrift()) {
            drift.platform.fault(PlatformService.INVENTORY, Fault.reset());
            drift.get(REPORT, IDENTITY, Identities.user("jdoe").header());
            assertThat(log.next(line -> line.startsWith("WARN"))).contains("Caused by: java.net.SocketException");
        }
    }

    @Test
    void a_call_to_a_service_is_told_with_its_status_but_without_ids() throws Exception {
        try (RunningDrift drift = new RunningDrift()) {
            String tags = "/api/inventory/v1/hosts/" + ID + "/tags";
            drift.platform.answer(PlatformService.INVENTORY, tags, ScriptedAnswer.json(503, "{}"));
            drift.get(REPORT, IDENTITY, Identities.user("jdoe").header());
            assertThat(log.next(line -> line.contains("/tags")))
                    .matches("DEBUG \\[.*] io\\.drift\\.http\\.call inventory: GET"
                            + " /api/inventory/v1/hosts/\\{ids}/tags: 503 after \\d+ ms ");
        }
    }

    @Test
    void a_line_of_json_holds_the_request_id_and_what_is_audited() throws Exception {
        MDC.put("request_id", "r-1");
        try {
            AuditLog.write(Caller.LOCAL, new AuditLog.Event("GET", "/a \"b\"\n", "200", "", Duration.ofMillis(7)));
        } finally {
            MDC.remove("request_id");
        }
        String line = log.json().get(log.json().size() - 1);
        assertThat(line).endsWith("\n").hasLineCount(1);
        JsonNode object = JSON.readTree(line);
        assertThat(object.path("mdc").path("request_id").asText()).isEqualTo("r-1");
        assertThat(object.path("loggerName").asText()).isEqualTo("drift.audit");
        assertThat(object.path("level").asText()).isEqualTo("INFO");
        assertThat(object.path("formattedMessage").asText())
                .isEqualTo("who=\"shared secret\" org=\"-\" GET /a ?b?\n 200 7 ms");
        assertThat(object.path("kvpList").toString()).contains("{\"status\":\"200\"}");
    }
}
