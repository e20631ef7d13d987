package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.server.DriftProcess;
import io.drift.server.Main;
import io.drift.server.command.ProgramRun.Result;
import io.drift.testkit.Identities;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server as a process of its own. */
@Timeout(90)
class ServerProcessTest {

    private static final int PATIENCE_SECONDS = 60;
    private static final Map<String, String> SETTINGS = Map.of(
            "INVENTORY_SVC_URL",
            "http://127.0.0.1:9",
            "ENABLE_RBAC",
            "False",
            "DRIFT_LISTEN_ADDRESS",
            "127.0.0.1",
            "PORT",
            "0");

    private static final String REPORT = "GET /api/drift/v1/comparison_report?system_ids%5B%5D="
            + "00000000-0000-4000-8000-000000000001 HTTP/1.1\r\nHost: x\r\nx-rh-identity: "
            + Identities.associate().header() + "\r\n\r\n";

    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void ends_with_0_when_it_is_told_to_end() throws Exception {
        BufferedReader log = start("text");
        assertThat(log.readLine())
                .contains(" INFO  [-] ServeCommand Drift listens on 127.0.0.1:")
                .endsWith(": version development, mode platform, inventory http://127.0.0.1:9, baselines none,"
                        + " historical-profiles none, rbac none (not asked), settings from environment, defaults");
        process.toHandle().destroy();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(log.readLine()).endsWith("Drift has stopped");
    }

    @Test
    void ends_at_once_when_it_is_told_twice() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String inventory = "http://127.0.0.1:" + silent.getLocalPort();
            String started =
                    start("text", Map.of("INVENTORY_SVC_URL", inventory)).readLine();
            int port = Integer.parseInt(started.replaceFirst(".* listens on 127.0.0.1:(\\d+).*", "$1"));
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
                client.getOutputStream().write(REPORT.getBytes(StandardCharsets.US_ASCII));
                silent.accept();
                process.toHandle().destroy();
                waitUntilNobodyListensOn(port);
                assertThat(process.isAlive()).isTrue();
                process.toHandle().destroy();
                assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(143);
            }
        }
    }

    private static void waitUntilNobodyListensOn(int port) {
        assertThatThrownBy(() -> {
                    while (true) {
                        new Socket(InetAddress.getLoopbackAddress(), port).close();
                    }
                })
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void logs_a_json_object_a_line_if_told_so() throws Exception {
        JsonNode line = new ObjectMapper().readTree(start("json").readLine());
        assertThat(line.path("formattedMessage").asText()).startsWith("Drift listens on 127.0.0.1:");
        assertThat(line.path("level").asText()).isEqualTo("INFO");
    }

    @Test
    void does_not_start_with_a_format_that_there_is_not() {
        ProgramRun drift = new ProgramRun();
        SETTINGS.forEach(drift::with);
        Result refused = drift.with("LOG_FORMAT", "xml").run("serve");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).isEqualTo("drift: LOG_FORMAT=xml is not valid: must be text or json\n");
    }

    private BufferedReader start(String format) throws IOException {
        return start(format, Map.of());
    }

    private BufferedReader start(String format, Map<String, String> settings) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(DriftProcess.SHORT_LIVED);
        command.addAll(List.of("-cp", DriftProcess.classPathWithoutTests(), Main.class.getName()));
        ProcessBuilder drift = new ProcessBuilder(command);
        drift.environment().putAll(SETTINGS);
        drift.environment().put("LOG_FORMAT", format);
        drift.environment().putAll(settings);
        process = drift.start();
        return process.inputReader();
    }
}
