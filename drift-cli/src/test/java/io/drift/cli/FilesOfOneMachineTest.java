package io.drift.cli;

import static io.drift.cli.CommandRun.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the files of one machine is the machine, and what that means for its names and addresses (Q37, Q42). */
class FilesOfOneMachineTest {

    private static final String OLD = "'arch': 'x86_64', 'captured_date': '2026-07-01T00:00:00+00:00'";
    private static final String NEW = "'arch': 'x86_64', 'captured_date': '2026-08-01T00:00:00+00:00'";

    @TempDir
    Path folder;

    private FieldFiles files;
    private final CommandRun drift = new CommandRun();

    @BeforeEach
    void writeInto() {
        files = new FieldFiles(folder);
    }

    private String updated(String name, String date) {
        return files.file(name, FieldFiles.document(1, "'updated': '" + date + "'", "'arch': 'x86_64'"));
    }

    private static void assertColumns(Result result, String system, String... history) {
        assertThat(result.lines().get(0).strip().split("  +")[0]).isEqualTo(system);
        assertThat(result.lines().get(1).strip().split("  +")[0]).isEqualTo("system");
        assertThat(result.lines().get(0)).contains(history);
    }

    @Nested
    class The_newest {

        @Test
        void is_the_system_whatever_the_order() {
            String old = files.host("old.json", 1, OLD);
            String young = files.host("new.json", 1, NEW);
            assertColumns(drift.compare(old, young), "new.json", "old.json");
            Result result = drift.compare(young, old);
            assertColumns(result, "new.json", "old.json");
            assertThat(result.err()).isEmpty();
        }

        @Test
        void may_be_a_copy_of_another_machine_if_the_names_differ() {
            String copy = files.file(
                    "copy.json",
                    FieldFiles.document(1, "'updated': '2026-08-01'", OLD).replace("node-1", "node-7"));
            Result result = drift.compare(files.host("old.json", 1, NEW), copy);
            assertThat(result.err()).contains("node-1, node-7 have one id", "give it a machine-id of its own");
        }

        @Test
        void is_known_by_the_record_where_the_profile_has_no_date() {
            Result result =
                    drift.compare(updated("b.json", "2026-08-02T10:00:00+00:00"), updated("a.json", "2026-08-01"));
            assertColumns(result, "b.json", "a.json");
            assertThat(result.lines().get(2)).contains("2026-08-02 10:00", "2026-08-01 00:00");
            assertThat(result.err()).isEmpty();
        }

        @Test
        void is_known_by_the_record_where_the_date_of_the_profile_is_none() {
            String odd = files.host("odd.json", 1, "'arch': 'x86_64', 'captured_date': 'yesterday'");
            Result result = drift.compare(odd, files.host("old.json", 1, OLD));
            assertColumns(result, "odd.json", "old.json");
            assertThat(result.lines().get(2)).contains("2026-08-02 00:00", "2026-07-01 00:00");
            assertThat(result.err()).isEmpty();
        }

        @Test
        void is_the_last_one_where_no_file_has_a_date() {
            String[] three = {
                files.undated("a.json", 1, "'arch': 'x86_64'"),
                files.undated("b.json", 1, "'arch': 'x86_64'"),
                files.undated("c.json", 1, "'arch': 'x86_64'")
            };
            Result result = drift.compare(three);
            assertColumns(result, "c.json", "a.json", "b.json");
            assertThat(result.err())
                    .isEqualToIgnoringNewLines("drift: node-1: dates do not tell which is the newest of "
                            + String.join(", ", three) + "; so the last one given, " + three[2]
                            + ", is the system, and the others are its history");
        }

        @Test
        void is_the_last_one_where_two_have_the_same_date() {
            String one = files.host("one.json", 1, NEW);
            String two = files.host("two.json", 1, NEW);
            Result result = drift.compare(two, files.host("old.json", 1, OLD), one);
            assertColumns(result, "one.json", "two.json", "old.json");
            assertThat(result.err()).hasLineCount(1).contains("newest of " + two + ", " + one + ";");
        }

        @Test
        void is_the_last_one_where_one_has_no_date() {
            String undated = files.undated("undated.json", 1, "'arch': 'x86_64'");
            Result result = drift.compare(files.host("new.json", 1, NEW), undated);
            assertColumns(result, "undated.json", "new.json");
            assertThat(result.err()).hasLineCount(1).contains("new.json, ", "undated.json, is the system");
        }

        @Test
        void is_never_older_than_another() {
            String undated = files.undated("undated.json", 1, "'arch': 'x86_64'");
            Result result = drift.compare(undated, files.host("new.json", 1, NEW), files.host("old.json", 1, OLD));
            assertColumns(result, "new.json", "undated.json", "old.json");
        }

        @Test
        void is_found_among_hosts_of_one_answer() {
            String answer = files.file(
                    "answer.json",
                    "{'results': [" + FieldFiles.document(1, "'updated': null", "'arch': 'a'") + ","
                            + FieldFiles.document(1, "'updated': null", "'arch': 'b'") + "]}");
            assertThat(drift.compare(answer).err()).contains("the last one given, " + answer + " (number 2), is the");
        }
    }

    @Nested
    class Names_and_addresses {

        private final String[] samples = {
            sample("web-1.json"), sample("web-2.json"), sample("web-1-last-week.json"), "--only-different"
        };

        @Test
        void differ_if_they_changed_though_another_machine_is_compared() {
            Result result = drift.compare(samples);
            assertThat(result.line("! eth0.ipv4_addresses")).contains("192.0.2.11 ", "192.0.2.12", "192.0.2.111");
            assertThat(result.out())
                    .endsWith("2 systems, 1 historical profile: 14 of 321 facts differ." + CommandRun.PASSING);
        }

        @Test
        void are_the_same_if_they_did_not() {
            assertThat(drift.compare(samples).out()).doesNotContain("fqdn", "mac_address", "ipv6_addresses");
        }

        @Test
        void differ_where_the_name_or_the_card_of_a_machine_changed() {
            String other = files.host("other.json", 2, nic("aa:aa:aa:aa:aa:02"));
            String now = files.host("now.json", 1, NEW + ", " + nic("aa:aa:aa:aa:aa:01"));
            String then = files.file(
                    "then.json",
                    FieldFiles.document(1, "'updated': null", OLD + ", " + nic("aa:aa:aa:aa:aa:99"))
                            .replace("'fqdn': 'node-1.", "'fqdn': 'renamed."));
            Result result = drift.compare(now, other, then, "--only-different");
            assertThat(result.line("! e.mac_address")).contains("aa:01", "aa:02", "aa:99");
            assertThat(result.line("! fqdn")).contains("renamed.example.com");
        }

        private static String nic(String mac) {
            return "'network_interfaces': [{'name': 'e', 'mac_address': '" + mac + "'}]";
        }
    }
}
