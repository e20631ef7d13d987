package io.drift.cli;

import static io.drift.cli.CommandRun.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could not be looked at is said: never only that nothing differs. */
class NotComparedTest {

    private static final String WEB_1 = sample("web-1.json");
    private static final String WEB_1_ID = "59fca191-cba6-48d4-af2b-1b846d53bb23";

    @TempDir
    Path folder;

    private FieldFiles files;
    private final CommandRun drift = new CommandRun();

    @BeforeEach
    void writeInto() {
        files = new FieldFiles(folder);
    }

    /** Another host, in which nothing is odd. */
    private String other() {
        return files.host("other.json", 9, "'arch': 'x86_64'");
    }

    /** Deeper than what is looked at. */
    private static String deep(String key) {
        return "'" + key + "': " + "{'a':".repeat(300) + "1" + "}".repeat(300);
    }

    @Nested
    class Parts_of_a_profile {

        @Test
        void are_named_with_their_file_and_counted() {
            String odd = files.host("odd.json", 1, "'arch': 'x86_64', " + deep("new_key") + ", " + deep("newer_key"));
            Result result = drift.compare(odd, other(), "--only-different");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err())
                    .hasLineCount(2)
                    .contains(
                            "drift: " + odd + ": new_key could not be compared",
                            "drift: " + odd + ": newer_key could not be compared",
                            "could not be compared");
            assertThat(result.out())
                    .isEqualTo("2 systems: nothing differs in 2 facts; 2 parts could not be compared.\n");
        }

        @Test
        void are_named_with_their_host_where_a_file_has_several() {
            String hosts = files.file(
                    "hosts.json",
                    "{'results': [" + FieldFiles.document(1, "'updated': null", "'arch': 'x86_64'") + ","
                            + FieldFiles.document(2, "'updated': null", deep("new_key")) + "]}");
            assertThat(drift.compare(hosts).err())
                    .startsWith("drift: " + hosts + ": node-2: new_key could not be compared");
        }

        @Test
        void are_told_beside_what_differs() {
            String one = files.host("one.json", 1, "'arch': 'x86_64', " + deep("new_key"));
            String two = files.host("two.json", 2, "'arch': 's390x'");
            assertThat(drift.compare(one, two).out())
                    .endsWith("2 systems: 1 of 2 facts differs; 1 part could not be compared.\n");
        }

        @Test
        void are_told_in_other_formats_too() {
            String odd = files.host("odd.json", 1, deep("new_key"));
            Result result = drift.compare(odd, other(), "--format", "csv");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains(odd + ": new_key could not be compared");
        }

        @Test
        void are_all_named_on_request() {
            StringBuilder keys = new StringBuilder(deep("key-1"));
            for (int number = 2; number <= 12; number++) {
                keys.append(", ").append(deep("key-" + number));
            }
            String odd = files.host("odd.json", 1, keys.toString());
            assertThat(drift.compare(odd, other()).err())
                    .hasLineCount(11)
                    .contains("2 more parts could not be compared; --verbose names all of them");
            assertThat(drift.compare(odd, other(), "--verbose").err())
                    .hasLineCount(12)
                    .contains("key-12 could not be compared");
        }
    }

    @Test
    void a_key_that_stands_twice_is_named() {
        String odd = files.host("odd.json", 1, "'arch': 'x86_64', 'new_key': {'a': 1, 'a': 2}");
        Result result = drift.compare(odd, other(), "--only-different");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualToIgnoringNewLines(
                        "drift: " + odd
                                + ": new_key could not be compared: \"a\" stands twice in one object; only the last one is compared");
    }

    @Nested
    class Hosts_without_a_profile {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'id': 'c', 'display_name': 'node-3', 'system_profile': {}}",
                    "{'id': 'c', 'display_name': 'node-3', 'system_profile': null}",
                    "{'id': 'c', 'display_name': 'node-3', 'fqdn': 'node-3', 'stale_warning_timestamp': '2999-01-01'}",
                    "{'id': 'c', 'display_name': 'node-3', 'fqdn': 'node-3', 'updated': '2026-08-02', 'tags': []}",
                    "{'id': 'c', 'fqdn': 'node-3', 'system_profile': {}, 'tags': [{'namespace': 'a', 'key': 'b'}]}",
                })
        void have_a_column_that_takes_no_part(String third) {
            String answer = files.file(
                    "answer.json",
                    "{'results': [" + FieldFiles.document(1, "'updated': null", "'arch': 'x86_64', 'os_release': '9.4'")
                            + "," + third + ","
                            + FieldFiles.document(2, "'updated': null", "'arch': 'x86_64', 'os_release': '9.3'")
                            + "]}");
            Result result = drift.compare(answer);
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).isEqualToIgnoringNewLines("drift: " + answer + ": node-3 has no profile");
            assertThat(result.lines().get(0)).contains("node-1", "node-2", "node-3");
            assertThat(result.lines().get(1)).contains("system, no profile");
            assertThat(result.line("= arch").split("  +")).containsExactly("", "= arch", "x86_64", "x86_64");
            assertThat(result.line("! os_release")).contains("9.4", "9.3");
            assertThat(result.out()).endsWith("3 systems: 1 of 3 facts differs; 1 part could not be compared.\n");
        }

        @Test
        void are_not_the_same_as_anything() {
            Result result = drift.compare(sample("spare-1.json"), WEB_1, WEB_1, "--only-different");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains("spare-1.json: spare-1 has no profile");
            assertThat(result.out())
                    .isEqualTo("2 systems, 1 historical profile: nothing differs in 321 facts;"
                            + " 1 part could not be compared." + CommandRun.PASSING);
        }

        @Test
        void are_named_by_their_id_where_they_have_no_name() {
            String nameless = files.file("nameless.json", "{'id': 'c', 'system_profile': {}}");
            assertThat(drift.compare(nameless, WEB_1, sample("web-2.json")).err())
                    .isEqualToIgnoringNewLines("drift: " + nameless + ": c has no profile");
        }

        @Test
        void may_be_all_that_there_is() {
            Result result = drift.compare(sample("spare-1.json"));
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("there is nothing to compare");
            assertThat(result.out()).isEmpty();
        }

        @Test
        void may_be_the_history_of_one_that_has() {
            String now = files.host("now.json", 1, "'arch': 'x86_64', 'captured_date': '2026-08-02T00:00:00+00:00'");
            String then = files.file("then.json", FieldFiles.document(1, "'updated': '2025-01-01'", ""));
            Result result = drift.compare(now, then, other(), "--only-different");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).isEqualToIgnoringNewLines("drift: " + then + ": node-1 has no profile");
        }

        @Test
        void are_no_missing_values_for_a_reference() {
            assertThat(drift.compare(sample("spare-1.json"), WEB_1, WEB_1, "--reference", WEB_1_ID, "--only-different")
                            .out())
                    .contains("nothing differs in 321 facts; 1 part could not be compared.");
        }
    }

    @Test
    void nothing_at_all_to_compare_is_not_the_same() {
        String empty = files.file("empty.json", "{'cpu_flags': []}");
        String alike = files.file("alike.json", "{'kernel_modules': []}");
        assertThat(drift.compare(empty, alike).out()).isEqualTo("2 systems: there is no fact to compare.\n");
    }
}
