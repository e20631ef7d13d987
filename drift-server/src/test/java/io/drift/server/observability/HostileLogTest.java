package io.drift.server.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.testkit.Identities;
import io.drift.testkit.PlatformService;
import io.drift.testkit.ScriptedAnswer;
import io.drift.testkit.Systems;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** What others wrote cannot look like a line of the log, nor tell a terminal what to do. */
class HostileLogTest {

    private static final LoggerContext LOGBACK = (LoggerContext) LoggerFactory.getILoggerFactory();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "00000000-0000-0000-0000-000000000001";
    private static final String REPORT = RunningDrift.API + "comparison_report?system_ids%5B%5D=" + ID;
    private static final String EVIL = "a\nERROR b\u001b[31m\u009b\u2028\u202e\ufeff\u007f\ud800\udb40\udc01z\"";
    private static final String TOLD =
            "a\\nERROR b\\u{1b}[31m\\u{9b}\\u{2028}\\u{202e}\\u{feff}\\u{7f}\\u{d800}\\u{e0001}z\"";
    private static final String TOLD_AS_JSON =
            "a\\u000aERROR b\\u001b[31m\\u009b\\u2028\\u202e\\ufeff\\u007f\ufffd\\udb40\\udc01z\\\"";
    private static final String READ_BACK = EVIL.replace("\ud800", "\ufffd");

    private static String text(ILoggingEvent event) {
        LineLayout layout = new LineLayout();
        layout.setContext(LOGBACK);
        layout.setPattern("%level [%X{request_id:--}] %thread %logger %msg %kvp%n");
        layout.start();
        return layout.doLayout(event);
    }

    private static String json(ILoggingEvent event) {
        return new String(new JsonLines().encode(event), StandardCharsets.UTF_8);
    }

    private static LoggingEvent event(String logger, String message, Throwable failure, Object... arguments) {
        LoggingEvent event = new LoggingEvent("", LOGBACK.getLogger(logger), Level.DEBUG, message, failure, arguments);
        return event;
    }

    private static LoggingEvent with(String place) {
        LoggingEvent event = switch (place) {
            case "message" -> event("x", EVIL, null);
            case "argument" -> event("x", "it is {}", null, EVIL);
            case "logger" -> event(EVIL.replace('.', '-'), "x", null);
            case "exception" -> event("x", "x", new IOException(EVIL));
            case "cause" -> event("x", "x", new IOException("y", new IllegalStateException(EVIL)));
            case "suppressed" -> event("x", "x", suppressing(new IOException(EVIL)));
            case "cause of what is suppressed" ->
                event("x", "x", suppressing(new IOException("z", new IOException(EVIL))));
            case "text of an exception" ->
                event("x", "x", new Exception() {
                    @Override
                    public String toString() {
                        return EVIL;
                    }
                });
            default -> event("x", "x", null);
        };
        event.setMDCPropertyMap(place.equals("request id") ? Map.of("request_id", EVIL) : Map.of());
        switch (place) {
            case "thread" -> event.setThreadName(EVIL);
            case "pair" -> event.addKeyValuePair(new KeyValuePair("who", EVIL));
            default -> {
                // it is there already
            }
        }
        return event;
    }

    private static LoggingEvent withoutRequest(LoggingEvent event) {
        event.setMDCPropertyMap(Map.of());
        return event;
    }

    private static Exception suppressing(Exception suppressed) {
        Exception failure = new Exception("y");
        failure.addSuppressed(suppressed);
        return failure;
    }

    static Stream<String> places() {
        return Stream.of(
                "message",
                "argument",
                "logger",
                "exception",
                "cause",
                "suppressed",
                "cause of what is suppressed",
                "request id",
                "thread",
                "pair");
    }

    @ParameterizedTest
    @MethodSource("places")
    void is_escaped_in_every_part_of_a_line(String place) {
        assertThat(text(with(place))).contains(TOLD);
        assertThat(text(with(place))).matches(HostileLogTest::isCleanButForTraces);
    }

    @ParameterizedTest
    @MethodSource("places")
    void is_escaped_in_every_part_of_a_json_line(String place) throws IOException {
        String line = json(with(place));
        assertThat(line).endsWith("}\n").matches(json -> isClean(json.stripTrailing()));
        assertThat(line.replace("\\n", "\\u000a").replace("001B", "001b")).contains(TOLD_AS_JSON);
        assertThat(JSON.readTree(line).toString())
                .contains(JSON.writeValueAsString(READ_BACK).replaceAll("^\"|\"$", ""));
    }

    @Test
    void is_escaped_in_what_an_exception_says_of_itself() throws IOException {
        assertThat(text(with("text of an exception"))).contains(TOLD).matches(HostileLogTest::isCleanButForTraces);
        assertThat(json(with("text of an exception")).stripTrailing()).matches(HostileLogTest::isClean);
    }

    @ParameterizedTest
    @CsvSource({
        "00, 0",
        "07, 7",
        "0b, b",
        "85, 85",
        "9f, 9f",
        "ad, ad",
        "200b, 200b",
        "200f, 200f",
        "2029, 2029",
        "202a, 202a",
        "2066, 2066",
        "2069, 2069",
        "dfff, dfff",
        "fff9, fff9",
        "1d173, 1d173",
    })
    void is_escaped_if_nobody_sees_it(String hex, String told) {
        String text = new String(Character.toChars(Integer.parseInt(hex, 16)));
        LoggingEvent event = withoutRequest(event("x", "a" + text + "b", null));
        assertThat(text(event)).contains(" a\\u{" + told + "}b ");
        assertThat(json(event).stripTrailing()).matches(HostileLogTest::isClean);
    }

    @Test
    void is_written_as_it_is_if_it_is_harmless() {
        String text = "\u00fc \u4e2d \ud83d\ude00 \"quoted\" back\\slash <b>";
        LoggingEvent event = withoutRequest(event("x", text, null));
        assertThat(text(event)).isEqualTo("DEBUG [-] main x " + text + " " + System.lineSeparator());
        assertThat(json(event)).contains("\u00fc \u4e2d \ud83d\ude00 \\\"quoted\\\" back\\\\slash <b>");
    }

    private static boolean isClean(String line) {
        return line.codePoints()
                .noneMatch(point -> List.of(
                                (int) Character.CONTROL,
                                (int) Character.FORMAT,
                                (int) Character.SURROGATE,
                                (int) Character.LINE_SEPARATOR,
                                (int) Character.PARAGRAPH_SEPARATOR)
                        .contains(Character.getType(point)));
    }

    @Test
    void is_escaped_whatever_a_profile_or_a_status_line_says() throws Exception {
        try (CapturedLog log = new CapturedLog();
                RunningDrift drift = new RunningDrift()) {
            drift.platform.serve(Systems.system("web-1")
                    .withId(ID)
                    .with("number_of_cpus", EVIL)
                    .with("yum_repos", List.of(Map.of("id", EVIL, "name", List.of(EVIL))))
                    .with("network_interfaces", List.of(Map.of("name", "e\n\u001b", "mtu", List.of(EVIL)))));
            drift.get(REPORT, "x-rh-identity", Identities.user("jdoe").header());
            drift.platform.answer(
                    PlatformService.INVENTORY,
                    "/api/inventory/v1/hosts/" + ID + "/tags",
                    ScriptedAnswer.json(404, "{\"detail\":\"a\u2028\u001b\"}"));
            drift.get(REPORT, "x-rh-identity", Identities.user("jdoe").header());
            log.next(line -> line.contains("drift.audit"));
            log.next(line -> line.contains("drift.audit"));
            assertThat(log.lines()).isNotEmpty().allMatch(HostileLogTest::isCleanButForTraces);
            assertThat(log.json()).allMatch(line -> isClean(line.stripTrailing()));
        }
    }

    /** Only a trace has lines of its own, which name code; what is told of an exception begins with its class. */
    private static boolean isCleanButForTraces(String text) {
        List<String> lines = List.of(text.split("\n"));
        return lines.stream().allMatch(line -> isClean(line.replaceFirst("^\t+", "")))
                && lines.stream().skip(1).noneMatch(line -> line.startsWith("ERROR "));
    }

    @Test
    void is_escaped_whatever_the_status_line_of_a_service_says() throws Exception {
        try (ServerSocket service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                CapturedLog log = new CapturedLog();
                RunningDrift drift =
                        new RunningDrift(Map.of("INVENTORY_SVC_URL", "http://127.0.0.1:" + service.getLocalPort()))) {
            Thread answering = new Thread(() -> answerAll(service, "HTTP/1.1 \u001b[31m\u009b\u0085 X\r\n\r\n"));
            answering.setDaemon(true);
            answering.start();
            drift.get(REPORT, "x-rh-identity", Identities.user("jdoe").header());
            assertThat(log.next(line -> line.contains("[31m"))).contains("\\u{1b}[31m");
            assertThat(log.lines()).allMatch(HostileLogTest::isCleanButForTraces);
            assertThat(log.json()).allMatch(line -> isClean(line.stripTrailing()));
        }
    }

    private static void answerAll(ServerSocket service, String answer) {
        while (!service.isClosed()) {
            try (Socket caller = service.accept()) {
                caller.getInputStream().read(new byte[1 << 16]);
                caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                // the caller has heard enough
            }
        }
    }

    @Test
    void is_escaped_whatever_the_head_of_a_request_says() throws Exception {
        try (CapturedLog log = new CapturedLog();
                RunningDrift drift = new RunningDrift();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), drift.server.port())) {
            socket.getOutputStream()
                    .write(("GET " + RunningDrift.API + "version?\u009b HTTP/1.1\r\nHost: a\u001b[31m\u009bb\r\n"
                                    + "User-Agent: \u001b]0;\u202e\u0007\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readAllBytes();
            assertThat(log.lines()).allMatch(HostileLogTest::isCleanButForTraces);
            assertThat(log.json()).allMatch(line -> isClean(line.stripTrailing()));
        }
    }
}
