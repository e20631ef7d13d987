package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What standard output is, told by the environment or looked at in a process of its own. */
class TerminalTest {

    private static final Terminal FILE = new Terminal(false, 120);

    @Test
    void who_started_the_process_is_believed() {
        assertThat(Terminal.detect(Map.of("DRIFT_TERMINAL_WIDTH", "120"))).isEqualTo(new Terminal(true, 120));
        assertThat(Terminal.detect(Map.of("DRIFT_TERMINAL_WIDTH", "0"))).isEqualTo(FILE);
    }

    @Test
    void columns_decide_on_the_width_whoever_told_another() {
        assertThat(Terminal.detect(Map.of("DRIFT_TERMINAL_WIDTH", "120", "COLUMNS", "90")))
                .isEqualTo(new Terminal(true, 90));
        assertThat(Terminal.detect(Map.of("DRIFT_TERMINAL_WIDTH", "0", "COLUMNS", "90")))
                .isEqualTo(new Terminal(false, 90));
    }

    @Test
    void a_pipe_is_no_terminal_whatever_nonsense_the_environment_tells() throws Exception {
        for (String nonsense : new String[] {"", "wide", "-1", "1234567"}) {
            ProcessBuilder seer = seer().redirectError(Redirect.INHERIT);
            seer.environment().put("DRIFT_TERMINAL_WIDTH", nonsense);
            Process process = seer.start();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as("with '%s'", nonsense)
                    .isEqualTo(FILE.toString());
        }
    }

    @Test
    void a_file_is_no_terminal(@TempDir Path folder) throws Exception {
        File file = folder.resolve("out").toFile();
        assertThat(seer().redirectOutput(file)
                        .redirectError(Redirect.INHERIT)
                        .start()
                        .waitFor())
                .isZero();
        assertThat(Files.readString(file.toPath())).isEqualTo(FILE.toString());
    }

    @Test
    void a_device_that_is_no_terminal_is_none() throws Exception {
        Process process = seer().redirectOutput(Redirect.DISCARD).start();
        assertThat(process.waitFor()).isZero();
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(FILE.toString());
    }

    private static ProcessBuilder seer() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder seer =
                new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Seer.class.getName());
        seer.environment().remove("COLUMNS");
        seer.environment().remove("DRIFT_TERMINAL_WIDTH");
        return seer;
    }

    /** Prints what it sees on both streams. */
    static final class Seer {

        private Seer() {}

        public static void main(String[] words) {
            Terminal seen = Terminal.detect(System.getenv());
            System.out.print(seen);
            System.err.print(seen);
        }
    }
}
