package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownReportTest {

    @TempDir
    Path folder;

    private final CommandRun drift = new CommandRun();

    /** Three machines of a day, each with a version. */
    private String[] day(String day, String... versions) throws IOException {
        String[] files = new String[versions.length];
        for (int number = 0; number < versions.length; number++) {
            Path file = folder.resolve(day).resolve("web-" + number + ".json");
            Files.createDirectories(file.getParent());
            String profile = "{\"arch\": \"x86_64\", \"os_release\": \"" + versions[number] + "\"}";
            files[number] = Files.writeString(file, profile).toString();
        }
        return files;
    }

    private Result compare(String[] files, String... options) {
        return drift.compare(Stream.of(files, options).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private String kept(String name, Result report) throws IOException {
        return Files.writeString(folder.resolve(name), report.out()).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cells", "groups"})
    void a_gate_fails_on_what_is_new_only(String view) throws IOException {
        String yesterday =
                kept("yesterday.json", compare(day("1", "9.4", "9.4", "9.3"), "--format", "json", "--view", view));
        Result same = compare(day("2", "9.4", "9.4", "9.3"), "--known", yesterday);
        assertThat(same.code()).isZero();
        assertThat(same.line("known")).isEqualTo("known    os_release  web-2.json: 9.3");
        Result more = compare(day("3", "9.4", "9.2", "9.4", "9.4"), "--known", yesterday);
        assertThat(more.code()).isEqualTo(1);
        assertThat(more.line("new")).isEqualTo("new      os_release  web-1.json: 9.2");
        assertThat(more.line("resolved")).isEqualTo("resolved os_release  web-2.json: 9.3 became as usual");
        assertThat(compare(day("2", "9.4", "9.4", "9.3"), "--known", yesterday, "--fail-on", "any")
                        .code())
                .isEqualTo(1);
        assertThat(compare(day("3", "9.4", "9.2", "9.4"), "--known", yesterday, "--fail-on", "none")
                        .code())
                .isZero();
    }

    @Test
    void a_gate_fails_on_what_a_policy_calls_so_bad() throws IOException {
        Path policy =
                Files.writeString(folder.resolve("policy.yaml"), "rules:\n  - {fact: os_release, severity: high}\n");
        String[] other = day("1", "9.4", "9.3");
        assertThat(compare(other, "--policy", policy.toString(), "--fail-on", "severity=high")
                        .code())
                .isEqualTo(1);
        assertThat(compare(other, "--policy", policy.toString(), "--fail-on", "severity=critical")
                        .code())
                .isZero();
        assertThat(compare(other, "--fail-on", "severity=high").code()).isZero();
        assertThat(compare(other, "--fail-on", "severity=odd").err()).contains("choose low, medium, high or critical");
        String report = kept("1.json", compare(other, "--format", "json"));
        Result refused = drift.run("delta", report, report, "--fail-on", "severity=high");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("a report does not keep severities");
    }

    /** What a policy hides today may be there nevertheless, so it is not resolved. */
    @Test
    void reports_under_a_policy_are_known_to_those_under_the_same_one() throws IOException {
        String policy = Files.writeString(folder.resolve("policy.yaml"), "ignore: [arch]\n")
                .toString();
        String yesterday = kept("1.json", compare(day("1", "9.4", "9.3"), "--format", "json", "--policy", policy));
        assertThat(compare(day("1", "9.4", "9.3"), "--known", yesterday, "--policy", policy)
                        .code())
                .isZero();
        assertThat(compare(day("1", "9.4", "9.3"), "--known", yesterday).err()).contains("made under other rules");
    }

    @Test
    void json_tells_each_difference_with_its_status() throws IOException {
        String yesterday = kept("yesterday.json", compare(day("1", "9.4", "9.4", "9.3"), "--format", "json"));
        assertThat(compare(day("2", "9.4", "9.2", "9.3"), "--known", yesterday, "--format", "json")
                        .out())
                .contains(
                        "\"status\":\"NEW\",\"reasons\":[\"VALUE\"],\"before\":\"agrees\",\"now\":\"differs\",\"value_now\":\"9.2\"",
                        "\"status\":\"KNOWN\",\"reasons\":[\"VALUE\"],\"before\":\"differs\",\"value_before\":\"9.3\"");
    }

    @Test
    void two_reports_are_compared_without_their_machines() throws IOException {
        String one = kept("1.json", compare(day("1", "9.4", "9.4", "9.3"), "--format", "json"));
        String two = kept("2.json", compare(day("2", "9.4", "9.2|", "9.4"), "--format", "json", "--view", "groups"));
        Result markdown = drift.run("delta", one, two, "--format", "markdown");
        assertThat(markdown.code()).isEqualTo(1);
        assertThat(markdown.out()).isEqualTo("""
                **1 new**, 0 known, 1 resolved, 0 that nobody looked at

                | new | machine | was | is |
                | --- | --- | --- | --- |
                | os\\_release | web\\-1\\.json | as usual | 9\\.2\\| |

                | resolved | machine | was | is |
                | --- | --- | --- | --- |
                | os\\_release | web\\-2\\.json | 9\\.3 | as usual |
                """);
        assertThat(drift.run("delta", two, two).code()).isZero();
    }

    @Test
    void reports_of_other_rules_and_other_files_are_refused() throws IOException {
        String all = kept("all.json", compare(day("1", "9.4", "9.3"), "--format", "json", "--all"));
        Result refused = compare(day("1", "9.4", "9.3"), "--known", all);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("all.json: the reports were made under other rules");
        assertThat(compare(day("1", "9.4", "9.3"), "--known", CommandRun.sample("web-1.json"))
                        .err())
                .contains("this is not a report of cells or groups");
        assertThat(compare(day("1", "9.4", "9.3"), "--fail-on", "new").err()).contains("needs a --known report");
        assertThat(compare(day("1", "9.4", "9.3"), "--fail-on", "odd").err())
                .contains("choose new, any, none, severity=low, severity=medium, severity=high or severity=critical");
    }

    @Test
    void what_is_not_looked_at_any_more_is_not_resolved() throws IOException {
        String yesterday = kept("yesterday.json", compare(day("1", "9.4", "9.4", "9.3"), "--format", "json"));
        Result fewer = compare(day("2", "9.4", "9.4"), "--known", yesterday);
        assertThat(fewer.line("unseen")).isEqualTo("unseen   os_release  web-2.json: 9.3 was, nobody looked");
        assertThat(fewer.out()).contains("0 new, 0 known, 0 resolved, 1 that nobody looked at now.");
    }

    @Test
    void a_gate_fails_where_a_machine_tells_less_than_before() throws IOException {
        FieldFiles files = new FieldFiles(folder);
        String one = files.host("one.json", 1, "'arch': 'x', 'os_release': '9'");
        String other = files.host("other.json", 2, "'arch': 'x', 'os_release': '9'");
        String yesterday = kept("yesterday.json", drift.compare(one, other, "--format", "json"));
        String less = files.file(
                "less.json",
                "{'id': '00000000-0000-4000-8000-000000000002', 'display_name': 'node-2', 'fqdn':"
                        + " 'node-2.example.com', 'looked_at': {'only': ['arch', 'fqdn']}, 'system_profile': {'arch': 'x'}}");

        Result result = drift.compare(one, less, "--known", yesterday);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("0 new, 0 known, 0 resolved").contains("Not compared any more: 1 part");

        String today = kept("today.json", drift.compare(one, less, "--format", "json"));
        assertThat(drift.run("delta", yesterday, today).code()).isEqualTo(1);
        assertThat(drift.run("delta", today, yesterday).code()).isZero();
    }

    @Test
    void rows_of_the_table_say_what_is_new_known_and_resolved() throws IOException {
        String[] before = {profile("a", "9.4", "yes", "1"), profile("b", "9.3", "yes", "2")};
        String yesterday = kept("yesterday.json", compare(before, "--format", "json"));
        String[] now = {profile("a", "9.4", "yes", "1"), profile("b", "9.3", "no", "1")};
        assertThat(compare(now, "--known", yesterday).out())
                .contains("  ! new      arch ", "  ! known    os_release ", "  = resolved bios_version ");
        assertThat(compare(now, "--known", yesterday, "--view", "groups").out())
                .containsPattern("  ! new      arch +1 has yes · no: b.json\n")
                .containsPattern("  = resolved bios_version +all 2 have 1\n");
        assertThat(compare(now).out()).contains("  ! arch ").doesNotContain("resolved");
    }

    @Test
    void who_is_new_is_told_beside_who_is_known() throws IOException {
        String yesterday = kept("yesterday.json", compare(day("1", "9.4", "9.4", "9.4", "9.3"), "--format", "json"));
        String[] today = day("2", "9.4", "9.4", "9.2", "9.3");
        assertThat(compare(today, "--known", yesterday).out())
                .containsPattern("  ! new os_release +9\\.4 +9\\.4 +9\\.2 new +9\\.3 known\n");
        assertThat(compare(today, "--known", yesterday, "--view", "groups").out())
                .containsPattern(
                        "  ! new os_release +2 have 9\\.4 · 9\\.2: web-2\\.json new · 9\\.3: web-3\\.json known\n");
        assertThat(compare(today, "--known", yesterday, "--format", "markdown").out())
                .startsWith("**4 columns: 1 fact is not the same everywhere**")
                .contains("### Since the earlier report\n\n**1 new**, 1 known,", "| os\\_release **1 new, 1 known** |");
        assertThat(compare(today, "--known", yesterday, "--format", "html").out())
                .contains("<bdi>os_release</bdi> <small class=\"new\">1 new, 1 known</small>");
    }

    private String profile(String name, String release, String arch, String bios) throws IOException {
        return Files.writeString(
                        folder.resolve(name + ".json"),
                        "{\"os_release\": \"" + release + "\", \"arch\": \"" + arch + "\", \"bios_version\": \"" + bios
                                + "\"}")
                .toString();
    }

    @Test
    void a_page_marks_what_is_known_and_csv_has_a_row_for_each_difference() throws IOException {
        String yesterday = kept("yesterday.json", compare(day("1", "9.4", "9.4", "9.3"), "--format", "json"));
        String[] today = day("2", "9.4", "9.4", "9.3");
        assertThat(compare(today, "--known", yesterday, "--format", "html").out())
                .contains("0 new</b>, 1 known", "<bdi>os_release</bdi> <small class=\"known\">known</small>");
        assertThat(compare(today, "--known", yesterday, "--format", "csv").out())
                .contains("os_release,", ",KNOWN,differs,9.3,differs,9.3");
    }

    @Test
    void a_format_that_a_delta_does_not_have_is_no_internal_error() throws IOException {
        String report = kept("1.json", compare(day("1", "9.4", "9.3"), "--format", "json"));
        assertThat(drift.run("delta", report, report, "--format", "xml").err())
                .contains("a delta has no format 'xml'; choose table, json, csv or markdown")
                .doesNotContain("internal");
    }
}
