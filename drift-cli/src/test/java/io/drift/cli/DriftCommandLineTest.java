package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftCommandLineTest {

    private final CommandRun drift = new CommandRun();

    @Test
    void helps() {
        Result help = drift.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: drift").contains("compare");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void helps_with_a_command() {
        Result help = drift.run("compare", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .startsWith("Usage: drift compare")
                .contains("--baseline", "--reference", "--format", "--only-different", "Exit codes", "FILE...");
    }

    @Test
    void help_is_not_coloured_and_not_wide() {
        assertThat(drift.on(true, 200).run("compare", "--help").lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContain("\u001b"));
    }

    @Test
    void tells_its_version_with_every_command() {
        assertThat(drift.run("--version").out().strip()).isEqualTo("drift development");
        assertThat(drift.run("compare", "--version").out().strip()).isEqualTo("drift development");
    }

    @Test
    void help_and_version_are_commands_too() {
        assertThat(drift.run("help")).isEqualTo(drift.run("--help"));
        assertThat(drift.run("help", "compare")).isEqualTo(drift.run("compare", "--help"));
        assertThat(drift.run("help", "help").out()).startsWith("Usage: drift help [-hV] [COMMAND]");
        assertThat(drift.run("version")).isEqualTo(new Result(0, "drift development" + System.lineSeparator(), ""));
        assertThat(drift.run("version")).isEqualTo(drift.run("--version"));
    }

    @Test
    void does_what_the_program_does_without_a_command() {
        assertThat(drift.run()).isEqualTo(new Result(0, "", ""));
    }

    @Test
    void does_not_know_other_commands() {
        Result unknown = drift.run("comapre");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err())
                .startsWith("drift: ")
                .contains("comapre", "drift --help")
                .hasLineCount(1);
    }

    @Test
    void a_report_that_cannot_be_written_is_no_success() {
        Shell shell = new Shell(
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new FullDisk(), false, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                () -> new Terminal(false, Terminal.UNLIMITED));
        String web1 = CommandRun.sample("web-1.json");
        assertThat(CommandRun.commandLine(shell).execute("compare", web1)).isEqualTo(2);
    }

    @Test
    void the_width_can_be_told() {
        assertThat(Terminal.detect(Map.of("COLUMNS", "123")).width()).isEqualTo(123);
        assertThat(Terminal.detect(Map.of("COLUMNS", "wide")).width()).isPositive();
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
