package io.drift.cli;

import static io.drift.cli.CommandRun.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    private static final String WEB_1 = sample("web-1.json");
    private static final String WEB_2 = sample("web-2.json");
    private static final String WEB_1_ID = "59fca191-cba6-48d4-af2b-1b846d53bb23";

    @TempDir
    Path folder;

    private final CommandRun drift = new CommandRun();

    private String file(String name, String content) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content).toString();
    }

    @Nested
    class Exit_codes {

        @Test
        void nothing_differs() throws IOException {
            String other = file("other.json", Files.readString(Path.of(WEB_1)).replace("2024-10-21T", "2024-10-20T"));
            Result result = drift.compare(WEB_1, other);
            assertThat(result.code()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.out()).endsWith("nothing differs in 321 facts." + CommandRun.PASSING);
        }

        @Test
        void something_differs() {
            Result result = drift.compare(WEB_1, WEB_2);
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).isEmpty();
            assertThat(result.out()).endsWith("2 systems: 13 of 321 facts differ." + CommandRun.PASSING);
        }

        @Test
        void something_is_incomplete() throws IOException {
            String named = file("named.json", "{\"arch\": \"x86_64\", \"fqdn\": \"a.example.com\"}");
            String nameless = file("nameless.json", "{\"arch\": \"x86_64\"}");
            Result result = drift.compare(named, nameless);
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.line("? fqdn")).endsWith("-");
            assertThat(result.out()).contains("0 of", "1 is incomplete");
        }

        @Test
        void what_has_no_profile_is_named() throws IOException {
            String empty = file("empty.json", "{\"id\": \"1\", \"display_name\": \"spare\", \"system_profile\": {}}");
            assertThat(drift.compare(WEB_1, empty).err()).startsWith("drift: " + empty + " has nothing to compare\n");
        }

        @Test
        void there_is_nothing_to_compare_with() {
            assertThat(drift.compare(WEB_1))
                    .isEqualTo(new Result(
                            2,
                            "",
                            "drift: there is nothing to compare it with: only one system or baseline has facts;"
                                    + " give another\n"));
        }

        @Test
        void something_was_not_read_though_the_rest_is_compared() throws IOException {
            String cut = file("cut.json", "{\"arch\":\n  \"x86");
            Result result = drift.compare(WEB_1, cut, WEB_2, "gone.json");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err())
                    .hasLineCount(2)
                    .contains(cut + ": not JSON: ", "line 2, column", "gone.json: there is no such file");
            assertThat(result.out())
                    .endsWith("2 systems: 13 of 321 facts differ; 2 files could not be read." + CommandRun.PASSING);
        }

        @Test
        void too_little_was_read() {
            Result result = drift.compare(WEB_1, "gone.json");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).hasLineCount(2).contains("there is nothing to compare it with");
        }
    }

    @Nested
    class Files_of_one_machine {

        @Test
        void the_newest_is_the_system_whatever_the_order() {
            Result result = drift.compare(sample("web-1-last-week.json"), WEB_1, "--format", "csv");
            assertThat(result.lines().get(0)).isEqualTo("name,state,web-1.json,web-1-last-week.json");
        }

        @Test
        void an_address_that_changed_is_different() {
            Result result = drift.compare(WEB_1, sample("web-1-last-week.json"), "--only-different");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.line("! eth0.ipv4_addresses"))
                    .contains("192.0.2.11 ")
                    .endsWith("192.0.2.111");
            assertThat(result.out())
                    .endsWith("1 system, 1 historical profile: 7 of 321 facts differ." + CommandRun.PASSING);
        }

        @Test
        void addresses_of_different_machines_are_expected_to_differ() {
            assertThat(drift.compare(WEB_1, WEB_2).line("= eth0.ipv4_addresses"))
                    .contains("192.0.2.11 ")
                    .endsWith("192.0.2.12");
        }

        @Test
        void tags_of_the_older_file_are_compared() {
            assertThat(drift.compare(WEB_1, sample("web-1-last-week.json")).line("= insights-client.role"))
                    .endsWith("web");
        }

        @Test
        void documents_of_the_historical_profiles_belong_to_their_machine() {
            Result result = drift.compare(sample("historical-profiles/web-1-2024-10-07.json"), WEB_1, "--format=csv");
            assertThat(result.lines().get(0)).isEqualTo("name,state,web-1.json,web-1-2024-10-07.json");
        }

        @Test
        void ids_are_the_same_in_any_case() throws IOException {
            String shouted =
                    file("shouted.json", Files.readString(Path.of(WEB_1)).replace(WEB_1_ID, WEB_1_ID.toUpperCase()));
            assertThat(drift.compare(WEB_1, shouted).out()).contains("1 system, 1 historical profile");
        }

        @Test
        void every_column_has_an_id_of_its_own() {
            String json = drift.compare(WEB_1, WEB_1, sample("web-1-last-week.json"), "--format", "json")
                    .out();
            assertThat(json)
                    .contains("{\"id\":\"web-1.json 2024-10-21T03:14:07+00:00\"", "{\"id\":\"web-1-last-week.json\"")
                    .contains("\"system_id\":\"" + WEB_1_ID + "\"");
        }
    }

    @Nested
    class Inputs {

        @Test
        void standard_input_is_a_file_too() throws IOException {
            Result result = drift.reading(Files.readString(Path.of(WEB_1))).compare("-", WEB_2, "--only-different");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.lines().get(0)).contains("web-1", "web-2");
        }

        @Test
        void an_answer_of_the_inventory_has_several_systems() throws IOException {
            String hosts = file(
                    "hosts.json",
                    "{\"results\": [" + Files.readString(Path.of(WEB_1)) + "," + Files.readString(Path.of(WEB_2))
                            + "]}");
            assertThat(drift.compare(hosts).out()).endsWith("2 systems: 13 of 321 facts differ." + CommandRun.PASSING);
        }

        @Test
        void a_bare_profile_keeps_its_host_name() throws IOException {
            String bare = file("bare.json", "{\"arch\": \"x86_64\", \"fqdn\": \"bare.example.com\"}");
            assertThat(drift.compare(bare, WEB_1).line("= fqdn")).contains("bare.example.com", "web-1.example.com");
        }

        @Test
        void a_baseline_is_that_of_the_API_or_only_its_facts() throws IOException {
            String facts = file("facts.json", "[{\"name\": \"arch\", \"value\": \"s390x\"}]");
            String hardened = sample("baselines/hardened-host.json");
            Result result = drift.compare(WEB_1, "--baseline", hardened, "--baseline", facts, "--only-different");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.lines().get(0)).contains("hardened host", "facts.json", "web-1");
            assertThat(result.line("! arch")).contains("x86_64", "s390x");
            assertThat(result.out()).contains("1 system, 2 baselines: ");
        }

        @Test
        void two_versions_of_a_package_count_in_any_order() throws IOException {
            String one = file("one.json", "{\"installed_packages\": [\"k-0:1-1.x86_64\", \"k-0:2-1.x86_64\"]}");
            String two = file("two.json", "{\"installed_packages\": [\"k-0:2-1.x86_64\", \"k-0:1-1.x86_64\"]}");
            assertThat(drift.compare(one, two).line("= k ")).contains("1-1.x86_64, 2-1.x86_64");
        }

        @Test
        void epochs_count() throws IOException {
            String one = file("one.json", "{\"installed_packages\": [\"k-1:1-1.x86_64\"]}");
            String two = file("two.json", "{\"installed_packages\": [\"k-0:1-1.x86_64\"]}");
            assertThat(drift.compare(one, two).line("! k ")).contains("1:1-1.x86_64");
        }
    }

    @Nested
    class Formats {

        @Test
        void json_is_the_report_of_the_API() {
            Result result = drift.compare(WEB_1, WEB_2, "--format", "json");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.out())
                    .startsWith("{\"facts\":[{\"name\":\"arch\",\"state\":\"SAME\"")
                    .endsWith("\"drift_event_notify\":false}\n");
        }

        @Test
        void csv_is_that_of_the_API() {
            assertThat(drift.compare(WEB_1, WEB_2, "--format", "CSV").out())
                    .startsWith("name,state,web-1,web-2\r\narch,SAME,x86_64,x86_64\r\n");
        }

        @Test
        void json_of_what_differs_keeps_the_states_of_groups() {
            String json = drift.compare(WEB_1, WEB_2, "--format", "json", "--only-different")
                    .out();
            assertThat(json)
                    .startsWith("{\"facts\":[{\"name\":\"enabled_services\",\"state\":\"DIFFERENT\",\"comparisons\":"
                            + "[{\"name\":\"sshd\",\"state\":\"DIFFERENT\"")
                    .doesNotContain("\"SAME\"")
                    .contains("\"systems\":[{\"id\":\"" + WEB_1_ID + "\",\"display_name\":\"web-1\"");
        }

        @Test
        void a_group_keeps_its_state_though_what_made_it_so_is_left_out() throws IOException {
            String has = file(
                    "has.json",
                    "{\"network_interfaces\": [{\"name\": \"e\", \"mtu\": 1, \"ipv4_addresses\": [\"192.0.2.1\"]}]}");
            String hasNot = file("not.json", "{\"network_interfaces\": [{\"name\": \"e\", \"mtu\": 1}]}");
            Result result = drift.compare(has, hasNot, "--format", "csv", "--only-different");
            assertThat(result.line("network_interfaces")).startsWith("network_interfaces,DIFFERENT,");
            assertThat(result.line("e.ipv4_addresses")).contains(",INCOMPLETE_DATA,");
            assertThat(result.out()).doesNotContain(",SAME,");
        }

        @Test
        void csv_of_what_differs_is_short() {
            Result result = drift.compare(WEB_1, WEB_2, "--format", "csv", "--only-different");
            assertThat(result.lines()).hasSize(1 + 2 + 13);
        }

        @Test
        void nothing_that_differs_is_a_line_in_the_table_and_an_empty_report_elsewhere() {
            assertThat(drift.compare(WEB_1, WEB_1, "--only-different").out())
                    .isEqualTo("1 system, 1 historical profile: nothing differs in 321 facts." + CommandRun.PASSING);
            assertThat(drift.compare(WEB_1, WEB_1, "--only-different", "--format", "json")
                            .out())
                    .startsWith("{\"facts\":[],\"systems\":[{");
        }
    }

    @Nested
    class References {

        private String stateOfSshd(String reference) {
            String json = drift.compare(WEB_1, WEB_2, "--reference", reference, "--format", "json", "--only-different")
                    .out();
            return json.substring(json.indexOf("\"systems\""), json.indexOf("}]}"));
        }

        @Test
        void can_be_told_by_name_file_and_id() {
            String expected = stateOfSshd("web-2");
            assertThat(expected).contains("\"state\":\"DIFFERENT\"").endsWith("\"state\":\"SAME\"");
            assertThat(stateOfSshd(WEB_2)).isEqualTo(expected);
            assertThat(stateOfSshd("web-2.json")).isEqualTo(expected);
            assertThat(stateOfSshd("EDFD70B1-3891-4c37-8be4-f81aaa6a3848")).isEqualTo(expected);
        }

        @Test
        void are_marked_in_the_table() {
            assertThat(drift.compare(WEB_1, WEB_2, "--reference", "web-1")
                            .lines()
                            .get(1))
                    .contains("reference (system)");
        }

        @Test
        void that_fit_nothing_are_answered_with_the_columns() {
            Result result = drift.compare(WEB_1, WEB_2, "--reference", "web-3");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .isEqualToIgnoringNewLines("drift: --reference web-3 is no column: choose one of web-1, web-2");
        }

        @Test
        void that_fit_several_columns_are_answered_with_them() {
            Result result = drift.compare(WEB_1, sample("web-1-last-week.json"), WEB_2, "--reference", "web-1");
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err())
                    .contains("choose one of web-1.json, web-1-last-week.json")
                    .hasLineCount(1);
        }
    }
}
