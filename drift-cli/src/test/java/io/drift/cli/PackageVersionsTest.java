package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Older and newer packages are seen at a glance, and can be asked for. */
class PackageVersionsTest {

    private static final String YELLOW = "\u001b[33m";
    private static final String GREEN = "\u001b[32m";
    private static final String RESET = "\u001b[0m";

    @TempDir
    Path folder;

    private final CommandRun drift = new CommandRun();
    private String old;
    private String current;
    private String next;

    @BeforeEach
    void writeThreeHosts() {
        FieldFiles files = new FieldFiles(folder);
        old = files.host(
                "1.json",
                1,
                packages("openssl-3.0.7-9.x86_64", "kernel-1-1.x86_64", "bash-5-1.x86_64")
                        + ", 'arch': 'x86_64', 'cpu_flags': ['fpu']");
        current = files.host(
                "2.json",
                2,
                packages("openssl-3.0.7-27.x86_64", "kernel-1-1.x86_64", "kernel-2-1.x86_64", "bash-5-1.x86_64")
                        + ", 'arch': 'x86_64'");
        next = files.host(
                "3.json",
                3,
                packages("openssl-1:1-1.x86_64", "kernel-2-1.x86_64", "bash-5-1.x86_64", "zsh-5-1.x86_64")
                        + ", 'arch': 'aarch64'");
    }

    private static String packages(String... names) {
        return "'installed_packages': ['" + String.join("', '", names) + "']";
    }

    /** The names of the facts that a table shows. */
    private static List<String> shown(Result result) {
        return result.lines().stream()
                .filter(line -> line.matches("  [=!?x] .*"))
                .map(line -> line.strip().split(" +")[1])
                .toList();
    }

    @Nested
    class Arrows {

        @Test
        void say_what_is_older_than_the_newest() {
            Result result = drift.compare(old, current, next);

            assertThat(result.line("! openssl"))
                    .matches("  ! openssl +3\\.0\\.7-9\\.x86_64 ↓ +3\\.0\\.7-27\\.x86_64 ↓ +1:1-1\\.x86_64");
            assertThat(result.line("! kernel")).matches("  ! kernel +1-1.x86_64 ↓ +1-1.x86_64, 2-1.x86_64 +2-1.x86_64");
            assertThat(result.line("= bash")).doesNotContain("↓", "↑");
            assertThat(result.line("= same")).isEqualTo("= same   ! different   ↓ older than the newest");
        }

        @Test
        void say_what_is_older_and_newer_than_the_reference() {
            Result result = drift.compare(old, current, next, "--reference", "node-2");

            assertThat(result.line("! openssl"))
                    .matches("  ! openssl +3\\.0\\.7-9\\.x86_64 ↓ +3\\.0\\.7-27\\.x86_64 +1:1-1\\.x86_64 ↑");
            assertThat(result.out()).contains("   ↓ older than the reference   ↑ newer than the reference\n");
        }

        @Test
        void have_colours() {
            String out = drift.on(true, 200)
                    .compare(old, current, next, "--reference", "node-2")
                    .out();

            assertThat(out).contains(YELLOW + "3.0.7-9.x86_64 ↓" + RESET, GREEN + "1:1-1.x86_64 ↑" + RESET);
        }

        @Test
        void are_explained_only_where_they_are_seen() {
            assertThat(drift.compare(old, current, "--only", "missing").out())
                    .contains("! different\n")
                    .doesNotContain("↓", "↑");
        }

        @ParameterizedTest
        @ValueSource(ints = {40, 50, 60, 70})
        void are_seen_in_narrow_cells_too(int width) {
            Result result = drift.on(false, width).compare(old, current, next);

            assertThat(result.out().lines().filter(line -> line.contains("! openssl")))
                    .anySatisfy(line -> assertThat(line).contains("↓"));
            assertThat(result.lines().stream().filter(line -> line.startsWith(" ")))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        }

        @Test
        void do_not_look_like_part_of_a_version() {
            FieldFiles files = new FieldFiles(folder);
            String odd = files.host("4.json", 4, packages("openssl-3.0.7-9 ↓") + ", 'arch': 'x86_64'");

            assertThat(drift.compare(old, odd).line("! openssl"))
                    .matches("  ! openssl +3\\.0\\.7-9\\.x86_64 +\"3\\.0\\.7-9 ↓\"");
        }
    }

    @Nested
    class Only {

        @ParameterizedTest
        @CsvSource({
            "older, kernel openssl",
            "newer, openssl",
            "missing, ''",
            "extra, fpu zsh",
            "mixed, kernel",
            "'older,extra', fpu kernel openssl zsh",
            "different, fpu kernel openssl zsh arch",
            "incomplete, ''",
            "same, bash fqdn",
        })
        void such_facts_are_shown_beside_a_reference(String states, String facts) {
            Result result = drift.compare(old, current, next, "--reference", "node-2", "--only", states);

            assertThat(String.join(" ", shown(result))).isEqualTo(facts);
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.out())
                    .contains("3 systems: 5 of 7 facts differ.")
                    .contains(
                            facts.isEmpty() ? " Shown: none (--only " : " Shown: " + facts.split(" ").length + " fact");
        }

        @ParameterizedTest
        @CsvSource({"older, kernel openssl", "missing, fpu zsh", "mixed, kernel"})
        void such_facts_are_shown_without_one(String states, String facts) {
            assertThat(String.join(" ", shown(drift.compare(old, current, next, "--only", states))))
                    .isEqualTo(facts);
        }

        @Test
        void such_facts_are_in_json_and_csv() {
            String[] words = {old, current, next, "--only", "older", "--format", "csv"};

            assertThat(drift.compare(words).lines()).hasSize(4);
            words[words.length - 1] = "json";
            assertThat(drift.compare(words).out())
                    .contains("openssl", "kernel")
                    .doesNotContain("bash", "zsh", "\"arch\"");
        }

        @Test
        void what_cannot_be_is_refused() {
            assertThat(drift.compare(old, current, "--only", "older,extra").err())
                    .isEqualTo("drift: --only extra needs a --reference: without one, each package is compared with the"
                            + " newest that there is\n");
            assertThat(drift.compare(old, current, "--only", "same", "--only-different")
                            .err())
                    .isEqualTo("drift: --only same and --only-different contradict each other: give one\n");
            assertThat(drift.compare(old, current, "--only", "odler"))
                    .satisfies(result -> assertThat(result.code()).isEqualTo(2))
                    .satisfies(
                            result -> assertThat(result.err())
                                    .contains(
                                            "'odler' is none of older, newer, missing, extra, mixed, different, incomplete or same"));
        }

        @Test
        void such_facts_can_be_chosen_by_completion() {
            assertThat(drift.run("completion", "bash").out())
                    .contains("--only) values='older newer missing extra mixed different incomplete same' options= ;;");
        }
    }
}
