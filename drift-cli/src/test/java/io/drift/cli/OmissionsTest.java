package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report does not tell of facts is said, and counted. */
class OmissionsTest {

    @TempDir
    Path folder;

    private FieldFiles files;
    private final CommandRun drift = new CommandRun();

    @BeforeEach
    void writeInto() {
        files = new FieldFiles(folder);
    }

    private String list(String name, int number, String lookedAt, String profile) {
        return files.file(
                name,
                "{'id': '%d', 'display_name': 'node-%d', 'looked_at': %s, 'system_profile': {%s}}"
                        .formatted(number, number, lookedAt, profile));
    }

    private String packages(String name, int number) {
        return list(name, number, "{'only': ['installed_packages']}", "'installed_packages': ['bash-5-1.x86_64']");
    }

    @Nested
    class What_nobody_looked_at {

        @Test
        void is_no_difference_but_counted_and_named() {
            String host = files.host("host.json", 1, "'arch': 'x86_64', 'installed_packages': ['bash-5-1.x86_64']");
            String list = packages("list.json", 2);

            Result result = drift.compare(host, list);

            assertThat(result.code()).isZero();
            assertThat(result.err())
                    .isEqualTo("drift: " + list
                            + ": tells nothing of 2 facts that other columns have; nobody knows whether they differ\n");
            assertThat(result.out())
                    .doesNotContain("x86_64  ?")
                    .endsWith(
                            "2 systems: nothing differs in 1 fact. Not compared: 2 facts that fewer than two columns looked"
                                    + " at. Not looked at: 2 facts in node-2.\n");
        }

        @Test
        void is_a_question_mark_beside_what_others_have() {
            String one = files.host("one.json", 1, "'arch': 'x86_64'");
            String two = files.host("two.json", 3, "'arch': 's390x'");

            Result result = drift.compare(one, packages("list.json", 2), two);

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.line("! arch")).matches("  ! arch +x86_64 +\\? +s390x");
            assertThat(result.out()).contains("! different   ? in a cell: not looked at\n");
        }

        @Test
        void does_not_look_like_a_value() {
            String one = files.host("one.json", 1, "'arch': '?'");
            String two = files.host("two.json", 3, "'arch': 's390x'");

            Result result = drift.compare(one, packages("list.json", 2), two);

            assertThat(result.line("! arch")).matches("  ! arch +\"\\?\" +\\? +s390x");
        }

        @Test
        void is_no_common_value_of_several() {
            String kernels = "'installed_packages': ['kernel-1-1.x86_64', 'kernel-%d-1.x86_64']";
            String one = files.host("one.json", 1, kernels.formatted(2));
            String two = files.host("two.json", 3, kernels.formatted(3));
            String settings = list("settings.json", 2, "{'only': ['sysctl']}", "'sysctl': {'vm.swappiness': 60}");

            String line = drift.on(false, 90).compare(one, settings, two).line("! kernel");

            assertThat(line).matches("  ! kernel +2-1.x86_64, 1-1.x86_64 +\\? +3-1.x86_64, 1-1.x86_64");
        }

        @Test
        void is_told_of_a_few_columns_unless_all_are_asked_for() {
            String one = files.host("one.json", 1, "'arch': 'x86_64', 'installed_packages': ['bash-5-1.x86_64']");
            String[] words = Stream.concat(
                            Stream.of(one),
                            IntStream.range(2, 9).mapToObj(number -> packages(number + ".json", number)))
                    .toArray(String[]::new);

            Result result = drift.compare(words);

            assertThat(result.err())
                    .hasLineCount(6)
                    .endsWith("drift: 2 more columns do not tell everything; --verbose names all of them\n");
            assertThat(result.out()).contains("2 facts in node-6, and some in 2 more columns.");
            String[] verbose =
                    Stream.concat(Stream.of("--verbose"), Stream.of(words)).toArray(String[]::new);
            assertThat(drift.compare(verbose).err()).hasLineCount(7);
        }

        @Test
        void may_be_everything_and_then_nothing_is_claimed() {
            String settings = list("settings.json", 2, "{'only': ['sysctl']}", "'sysctl': {'vm.swappiness': 60}");

            Result result = drift.compare(packages("list.json", 1), settings);

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("nothing was compared: there is no fact that two columns looked at");
            assertThat(result.out()).startsWith("2 systems: there is no fact to compare. Not compared: 2 facts");
        }

        @Test
        void is_refused_where_it_is_not_clear() {
            String odd = list("odd.json", 1, "{'only': 'arch'}", "'arch': 'x86_64'");
            String other = files.host("other.json", 3, "'arch': 's390x'");

            Result result = drift.compare(odd, other, other);

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains(odd + ": \"only\" of looked_at is not a list of texts");
        }
    }

    @Nested
    class What_changes_by_itself {

        private final String settings =
                "'sysctl': {'kernel.random.boot_id': '%s', 'fs.file-nr': %d, 'vm.swappiness': 60}";

        private Result compare(String... options) {
            String before = files.host("before.json", 1, settings.formatted("a", 1));
            String after = files.host("after.json", 1, settings.formatted("b", 2) + ", 'last_boot_time': '2026-08-02'");
            String[] words =
                    Stream.concat(Stream.of(before, after), Stream.of(options)).toArray(String[]::new);
            return drift.compare(words);
        }

        @Test
        void is_left_out_and_counted() {
            Result result = compare("--only-different");

            assertThat(result.code()).isZero();
            assertThat(result.out())
                    .isEqualTo("1 system, 1 historical profile: nothing differs in 2 facts."
                            + " Left out: 3 facts that change by themselves, of which 2 differ; --all shows them.\n");
        }

        @Test
        void is_named_on_request() {
            assertThat(compare("--verbose").err())
                    .contains("drift: sysctl.fs.file-nr differs, which changes by itself; --all shows it\n")
                    .contains("drift: sysctl.kernel.random.boot_id differs");
        }

        @Test
        void is_compared_on_request() {
            Result result = compare("--all", "--only-different");

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.out()).contains("! fs.file-nr").endsWith("2 of 5 facts differ.\n");
        }

        @Test
        void is_counted_in_json() {
            assertThat(compare("--format", "json").out())
                    .contains("\"left_out\":[{\"list\":\"volatile\",\"facts\":3,\"not_same\":["
                            + "\"sysctl.fs.file-nr\",\"sysctl.kernel.random.boot_id\"]}]");
        }
    }
}
