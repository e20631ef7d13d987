package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each is one line on standard error, and exit code 2. */
class MisunderstandingTest {

    private static final String WEB_1 = CommandRun.sample("web-1.json");
    private static final String WEB_2 = CommandRun.sample("web-2.json");

    @TempDir
    Path folder;

    private static void assertSays(Result result, String line) {
        assertThat(result.err()).isEqualTo("drift: " + line + System.lineSeparator());
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(2);
    }

    private static void assertSays(String[] words, String line) {
        assertSays(new CommandRun().run(words), line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "comprae                   | 'comprae' is no command; did you mean 'compare'?",
                "comp a.json               | 'comp' is no command; did you mean 'compare'?",
                "COMPARE a.json            | 'COMPARE' is no command; did you mean 'compare'?",
                "VERSION                   | 'VERSION' is no command; did you mean 'version'?",
                "hlep --baseline b.json    | 'hlep' is no command; did you mean 'help'?",
                "help comprae              | 'comprae' is no command; did you mean 'compare'?",
                "nonsense                  | 'nonsense' is no command; choose compare, delta, baseline, collect, policy, help, version or completion",
                "help nonsense             | 'nonsense' is no command; choose compare, delta, baseline, collect, policy, help, version or completion",
                "--versoin                 | unknown option --versoin; did you mean --version?",
                "--basline=b.json compare x| unknown option --basline; did you mean drift compare --baseline?",
                "--reference web-1 a.json  | unknown option --reference; did you mean drift compare --reference?",
                "--nonsense                | unknown option --nonsense",
                "-x                        | unknown option -x",
                "-v                        | unknown option -v; did you mean -V?",
            })
    void a_word_that_is_no_command(String words, String line) {
        assertSays(words.split(" "), line + " (see 'drift --help')");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "compare a.json --basline b.json   | unknown option --basline; did you mean --baseline?",
                "compare --basline                 | unknown option --basline; did you mean --baseline?",
                "compare a.json --basline=secret   | unknown option --basline; did you mean --baseline?",
                "compare a.json -baseline b.json   | unknown option -baseline; did you mean --baseline?",
                "compare a.json --only-diff        | unknown option --only-diff; did you mean --only-different?",
                "compare a.json --FORMAT json      | unknown option --FORMAT; did you mean --format?",
                "compare a.json --nonsense         | unknown option --nonsense",
                "compare a.json -xh                | unknown option -xh",
                "version now                       | 'now' is not expected here",
                "help compare now                  | 'now' is not expected here",
                "version --basline                 | unknown option --basline",
                "compare a.json --format xml       | --format: there is no format 'xml'; choose table, json, csv, html or markdown",
                "compare a.json --format           | Missing required parameter for option '--format' (FORMAT)",
                "compare                           | Missing required parameter: 'FILE'",
                "completion                        | Missing required parameter: 'SHELL'",
                "completion tcsh                   | there is no completion for 'tcsh'; choose bash, zsh or fish",
            })
    void a_word_that_a_command_does_not_know(String words, String line) {
        String command = words.substring(0, (words + " ").indexOf(' '));
        assertSays(words.split(" "), line + " (see 'drift " + command + " --help')");
    }

    @Test
    void files_without_a_command() {
        assertSays(
                new CommandRun().run(WEB_1, WEB_2, "--only-different", "--format", "json"),
                "'" + WEB_1 + "' is a file and no command; did you mean: drift compare " + WEB_1 + " " + WEB_2
                        + " --only-different --format json (see 'drift --help')");
        assertSays(
                new CommandRun().run("--baseline", "b.json", WEB_1),
                "'" + WEB_1 + "' is a file and no command; did you mean: drift compare --baseline b.json " + WEB_1
                        + " (see 'drift --help')");
    }

    @Test
    void a_mistyped_command_before_files() {
        assertSays(
                new CommandRun().run("comprae", WEB_1, WEB_2),
                "'comprae' is no command; did you mean 'compare'? (see 'drift --help')");
    }

    @Test
    void the_suggested_line_can_be_pasted() throws IOException {
        Path file = Files.writeString(folder.resolve("it's here.json"), "{}");
        assertThat(new CommandRun().run(file.toString()).err())
                .contains("did you mean: drift compare '" + folder + "/it'\\''s here.json' (see");
    }

    @Test
    void a_folder_is_no_file() {
        assertSays(
                new CommandRun().run(folder.toString()),
                "'" + folder
                        + "' is no command; choose compare, delta, baseline, collect, policy, help, version or completion (see 'drift --help')");
    }
}
