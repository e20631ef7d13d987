package io.drift.cli;

import static io.drift.cli.CommandRun.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What words of the command line stand for, and what is said of those that are not what they seem. */
class InputsTest {

    private static final String WEB_1 = sample("web-1.json");
    private static final String WEB_2 = sample("web-2.json");
    private static final String GOLDEN = sample("baselines/web-server.json");

    @TempDir
    Path folder;

    private FieldFiles files;
    private final CommandRun drift = new CommandRun();

    @BeforeEach
    void writeInto() {
        files = new FieldFiles(folder);
    }

    @Nested
    class Folders {

        @Test
        void stand_for_their_json_files() {
            Result result = drift.compare(sample("."), "--format", "csv");
            assertThat(result.lines().get(0))
                    .isEqualTo("name,state,centos-1,db-1,db-2,spare-1,ubuntu-1,web-1.json,web-2,web-3,"
                            + "web-1-last-week.json");
            assertThat(result.err())
                    .contains(sample(".") + ": 9 of 12 entries are *.json files; the others are left out")
                    .contains("spare-1 has no profile");
            assertThat(result.code()).isEqualTo(1);
        }

        @Test
        void say_nothing_if_all_of_them_is_read() {
            files.host("b.json", 1, "'arch': 'x86_64'");
            files.host("a.json", 2, "'arch': 'x86_64'");
            Result result = drift.compare(folder.toString());
            assertThat(result.code()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.lines().get(0)).contains("node-2");
        }

        @Test
        void leave_out_what_is_hidden_a_folder_or_of_another_kind() throws IOException {
            files.host("a.json", 1, "'arch': 'x86_64'");
            files.host(".hidden.json", 2, "'arch': 'x86_64'");
            files.host("notes.txt", 3, "'arch': 'x86_64'");
            Files.createDirectory(folder.resolve("folder.json"));
            Result result = drift.compare(folder.toString(), WEB_1, "--only-different");
            assertThat(result.err()).contains(folder + ": 1 of 4 entries are *.json");
            assertThat(result.out()).contains("2 systems: ");
        }

        @Test
        void name_what_cannot_be_read_and_go_on() throws IOException {
            files.host("a.json", 1, "'arch': 'x86_64'");
            files.host("b.json", 2, "'arch': 'x86_64'");
            Files.writeString(folder.resolve("c.json"), "{");
            Files.createSymbolicLink(folder.resolve("d.json"), folder.resolve("nowhere"));
            Result result = drift.compare(folder.toString());
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err())
                    .contains(folder.resolve("c.json") + ": not JSON", folder.resolve("d.json") + ": there is no such");
            assertThat(result.out()).endsWith("2 systems: nothing differs in 2 facts; 2 files could not be read.\n");
        }
    }

    @Test
    void a_pipe_is_a_file() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<Long> writer = CompletableFuture.supplyAsync(() -> copy(Path.of(WEB_1), pipe));
        Result result = drift.compare(pipe.toString(), WEB_2, "--only-different");
        assertThat(result.out()).endsWith("2 systems: 13 of 321 facts differ." + CommandRun.PASSING);
        assertThat(writer.get()).isPositive();
    }

    private static long copy(Path from, Path to) {
        try (var out = Files.newOutputStream(to)) {
            return Files.copy(from, out);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Test
    void fifty_files_of_which_two_are_broken() throws IOException {
        for (int number = 1; number <= 48; number++) {
            files.file(
                    "node-%02d.json".formatted(number),
                    FieldFiles.document(
                                    0, "'updated': null", "'arch': '" + (number % 6 == 0 ? "s390x" : "x86_64") + "'")
                            .replace("000000000000'", "0000000000%02d'".formatted(number))
                            .replace("node-0", "node-" + number));
        }
        files.file("none.json", "{'id': 'none', 'display_name': 'none', 'system_profile': {}}");
        files.file("cut.json", "{'id': 'cut', 'system_prof");
        Result result = drift.compare(folder.toString(), "--only-different");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .hasLineCount(2)
                .contains(folder.resolve("cut.json") + ": not JSON: Unexpected end-of-input", "none has no profile");
        assertThat(result.out())
                .contains("! arch", "s390x")
                .endsWith(
                        "49 systems: 1 of 2 facts differs; 1 part could not be compared; 1 file could not be read.\n");
    }

    @Nested
    class Baselines {

        @Test
        void are_taken_for_what_they_are_among_the_files() {
            Result result = drift.compare(WEB_1, GOLDEN, "--format", "csv");
            assertThat(result.err())
                    .isEqualToIgnoringNewLines(
                            "drift: " + GOLDEN + ": this is a baseline, and is compared as one, as with --baseline");
            assertThat(result.out())
                    .isEqualTo(drift.compare(WEB_1, "--baseline", GOLDEN, "--format", "csv")
                            .out());
        }

        @Test
        void that_are_systems_are_taken_for_systems() {
            Result result = drift.compare(WEB_1, "--baseline", WEB_2, "--format", "csv");
            assertThat(result.err())
                    .isEqualToIgnoringNewLines(
                            "drift: " + WEB_2 + ": given as a baseline, but this is a system, and is compared as one");
            assertThat(result.out())
                    .isEqualTo(drift.compare(WEB_1, WEB_2, "--format", "csv").out());
        }

        @Test
        void decide_which_facts_are_compared() {
            String facts = files.file("facts.json", "[{'name': 'arch', 'value': 'x86_64'}]");
            Result result = drift.compare(WEB_1, "--baseline", facts);
            assertThat(result.code()).isZero();
            assertThat(result.out())
                    .endsWith(
                            "1 system, 1 baseline: nothing differs in 1 fact. Only what the baseline has was compared;"
                                    + " --all-facts adds the rest.\n");
            assertThat(drift.compare(WEB_1, "--baseline", facts, "--baseline-facts-only")
                            .out())
                    .isEqualTo(result.out());
        }

        @Test
        void count_beside_all_facts_on_request() {
            String facts = files.file("facts.json", "[{'name': 'arch', 'value': 'x86_64'}]");
            Result result = drift.compare(WEB_1, "--baseline", facts, "--all-facts");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.out())
                    .endsWith("1 system, 1 baseline: 315 of 321 facts differ. Left out: 4 facts that change by"
                            + " themselves, of which 3 differ; --all shows them.\n");
        }

        @Test
        void are_needed_by_the_options_on_them() {
            assertThat(drift.compare(WEB_1, WEB_2, "--all-facts").err())
                    .isEqualTo("drift: --all-facts needs a --baseline\n");
            assertThat(drift.compare(WEB_1, WEB_2, "--baseline-facts-only").err())
                    .isEqualTo("drift: --baseline-facts-only needs a --baseline\n");
            assertThat(drift.compare(WEB_1, GOLDEN, "--all-facts", "--baseline-facts-only")
                            .err())
                    .contains("contradict each other");
        }

        @Test
        void stand_in_one_list_with_systems() throws IOException {
            String list = files.file("list.json", "[]");
            Files.writeString(
                    Path.of(list),
                    "[" + Files.readString(Path.of(WEB_1)) + "," + Files.readString(Path.of(GOLDEN)) + "]");
            assertThat(drift.compare(list).out()).contains("1 system, 1 baseline: ");
        }
    }

    @Nested
    class Twice {

        @Test
        void a_file_is_named() {
            String profile = files.file("profile.json", "{'arch': 'x86_64'}");
            Result result = drift.compare(profile, folder + "/./profile.json");
            assertThat(result.code()).isZero();
            assertThat(result.err())
                    .isEqualToIgnoringNewLines("drift: " + folder + "/./profile.json is given more than once");
        }

        @Test
        void a_machine_is_named() throws IOException {
            Path copy = Files.copy(Path.of(WEB_1), folder.resolve("copy.json"));
            assertThat(drift.compare(WEB_1, copy.toString()).err())
                    .contains("web-1: dates do not tell which is the newest of " + WEB_1 + ", " + copy);
        }
    }
}
