package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.server.command.ProgramRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftCommandTest {

    private final ProgramRun drift = new ProgramRun();

    @Test
    void helps() {
        Result help = drift.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: drift").contains("compare", "collect", "serve", "settings");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void the_help_has_a_line_for_each_command_and_examples() {
        Result help = drift.run("help");
        assertThat(help.line("  compare "))
                .isEqualTo("  compare     Compares systems and baselines from files, machines or a server.");
        assertThat(help.line("  serve ")).isEqualTo("  serve       Starts the server.");
        assertThat(help.line("  settings "))
                .isEqualTo("  settings    Prints the settings that the server would start with.");
        assertThat(help.line("  help ")).isEqualTo("  help        Shows the help of the program or of a command.");
        assertThat(help.line("  version ")).isEqualTo("  version     Prints the version.");
        assertThat(help.line("  completion ")).isEqualTo("  completion  Prints a completion script for a shell.");
        assertThat(help.lines()).contains("  drift compare web-1.json web-2.json --only-different");
    }

    @Test
    void a_format_that_does_not_tell_what_is_new_is_refused_before_anything_is_read(@TempDir Path folder)
            throws IOException {
        String host = Files.writeString(folder.resolve("web.json"), "{\"arch\":\"x86_64\"}")
                .toString();
        String yesterday = Files.writeString(
                        folder.resolve("yesterday.json"),
                        drift.run("compare", host, host, "--format", "json").out())
                .toString();
        Result refused = drift.run("compare", "missing.json", "--known", yesterday, "--format", "jsonl");
        assertThat(refused.err())
                .contains("--format jsonl does not tell what is new")
                .doesNotContain("missing.json");
        assertThat(refused.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "compare",
                "collect",
                "policy",
                "serve",
                "standalone",
                "demo",
                "settings",
                "help",
                "version",
                "completion"
            })
    void every_help_calls_the_program_drift_and_fits_a_terminal(String command) {
        Result help = command.isEmpty() ? drift.run("help") : drift.run("help", command);
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.lines().get(0)).startsWith(("Usage: drift " + command).strip());
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(Pattern.compile("java -jar").matcher(help.out()).results().count())
                .isEqualTo(command.isEmpty() ? 1 : 0);
        assertThat(help).isEqualTo(command.isEmpty() ? drift.run("--help") : drift.run(command, "--help"));
    }

    @Test
    void tells_its_version_with_every_command() {
        assertThat(drift.run("--version").out().strip()).isEqualTo("drift development");
        assertThat(drift.run("compare", "--version").out().strip()).isEqualTo("drift development");
        assertThat(drift.run("serve", "--version").out().strip()).isEqualTo("drift development");
        assertThat(drift.run("settings", "--version").out().strip()).isEqualTo("drift development");
    }

    @Test
    void starts_the_server_without_a_command() {
        Result unset = drift.run();
        assertThat(unset.code()).isEqualTo(2);
        assertThat(unset.err()).contains("INVENTORY_SVC_URL");
        assertThat(unset).isEqualTo(drift.run("serve"));
    }
}
