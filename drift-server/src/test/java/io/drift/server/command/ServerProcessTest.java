package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.server.Main;
import io.drift.server.command.ProgramRun.Result;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder drift = new ProcessBuilder(java, "-cp", classPathWithoutTests(), Main.class.getName());
        drift.environment().putAll(SETTINGS);
        drift.environment().put("LOG_FORMAT", format);
        process = drift.start();
        return process.inputReader();
    }

    /** The logging configuration for tests would hide what a server logs. */
    private static String classPathWithoutTests() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
