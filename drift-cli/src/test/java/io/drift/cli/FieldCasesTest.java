package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people who compare machines came across: the exit code, and the line that tells why. */
class FieldCasesTest {

    private static final int SAME = 0;
    private static final int DIFFERENT = 1;

    @TempDir
    Path folder;

    private FieldFiles files;
    private final CommandRun drift = new CommandRun().on(false, 240);

    @BeforeEach
    void writeInto() {
        files = new FieldFiles(folder);
    }

    /** Compares two machines with these profiles. */
    private Result compare(String one, String two) {
        return drift.compare(files.host("one.json", 1, one), files.host("two.json", 2, two), "--only-different");
    }

    private static void assertDiffers(Result result, String fact, String... values) {
        assertThat(result.code()).isEqualTo(DIFFERENT);
        assertThat(result.line("! " + fact)).contains(values);
    }

    private static void assertSame(Result result) {
        assertThat(result.out()).contains("nothing differs").endsWith("facts.\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isEqualTo(SAME);
    }

    @Nested
    class Things_listed_twice {

        @Test
        void are_compared_in_pairs() {
            Result result = compare(
                    "'yum_repos': [{'name': 'R', 'base_url': 'A', 'enabled': true}, {'name': 'R', 'base_url': 'B', 'enabled': false}]",
                    "'yum_repos': [{'name': 'R', 'base_url': 'A', 'enabled': false}, {'name': 'R', 'base_url': 'B', 'enabled': true}]");
            assertDiffers(result, "R.entries", "true", "false");
            String[] cells = result.line("! R.entries").strip().split("  +");
            assertThat(cells[1]).isNotEqualTo(cells[2]);
        }

        @Test
        void may_stand_in_any_order() {
            assertSame(
                    compare(
                            "'arch': 'x', 'dnf_modules': [{'name': 'nodejs', 'stream': '18'}, {'name': 'nodejs', 'stream': '20'}]",
                            "'arch': 'x', 'dnf_modules': [{'name': 'nodejs', 'stream': '20'}, {'name': 'nodejs', 'stream': '18'}]"));
        }

        @Test
        void differ_from_the_same_thing_once() {
            String disk = "{'device': '/dev/sda1', 'mount_point': '/', 'type': 'xfs'}";
            assertDiffers(
                    compare("'disk_devices': [" + disk + ", " + disk + "]", "'disk_devices': [" + disk + "]"),
                    "/dev/sda1.entries",
                    "2 x ");
        }
    }

    @Nested
    class Packages {

        @Test
        void for_two_architectures_may_be_listed_in_either_way() {
            assertSame(compare(
                    "'arch': 'x', 'installed_packages': ['glibc-0:2-1.x86_64'], 'installed_packages_delta': ['glibc-0:2-1.i686']",
                    "'arch': 'x', 'installed_packages': ['glibc-2-1.i686', 'glibc-2-1.x86_64']"));
        }

        @Test
        void of_debian_may_have_their_architecture_in_the_name() {
            assertSame(compare(
                    "'arch': 'x', 'deb_packages': [{'name': 'libc6:amd64', 'version': '2', 'arch': 'amd64'}]",
                    "'arch': 'x', 'deb_packages': [{'name': 'libc6', 'version': '2', 'arch': 'amd64'}]"));
        }

        @Test
        void that_are_none_count_by_their_text() {
            assertDiffers(
                    compare("'installed_packages': ['weird']", "'installed_packages': ['weirder']"),
                    "weird ",
                    "listed");
        }

        @Test
        void of_a_baseline_without_epochs_fit_each_epoch_and_no_other_version() {
            String golden =
                    files.baseline("golden.json", "installed_packages", FieldFiles.member("bind", "9-1.x86_64"));
            String one = files.host("one.json", 1, "'installed_packages': ['bind-32:9-1.x86_64']");
            String two =
                    files.host("two.json", 2, "'installed_packages': ['bind-32:9-1.x86_64', 'bind-32:8-1.x86_64']");
            assertThat(drift.compare(one, "--baseline", golden, "--baseline-facts-only")
                            .code())
                    .isEqualTo(SAME);
            assertThat(drift.compare(one, "--baseline", golden).line("= bind ")).contains("32:9-1", " 9-1");
            assertDiffers(drift.compare(two, "--baseline", golden, "--baseline-facts-only"), "bind ", "32:8-1.x86_64");
        }

        @Test
        void of_a_baseline_without_epochs_do_not_hide_that_two_machines_differ() {
            String golden =
                    files.baseline("golden.json", "installed_packages", FieldFiles.member("bind", "9-1.x86_64"));
            String one = files.host("one.json", 1, "'installed_packages': ['bind-32:9-1.x86_64']");
            String two = files.host("two.json", 2, "'installed_packages': ['bind-31:9-1.x86_64']");
            assertDiffers(
                    drift.compare(one, two, "--baseline", golden, "--baseline-facts-only"),
                    "bind ",
                    "31:9-1",
                    "32:9-1");
        }
    }

    @Nested
    class Names_and_addresses {

        @Test
        void are_not_hidden_because_they_begin_with_host() {
            String one = files.host("one.json", 1, "'arch': 'x', 'fqdn': 'node-1.example.com'");
            String two = files.file(
                    "two.json",
                    FieldFiles.document(2, "'updated': null", "'arch': 'x'")
                            .replace("'fqdn': 'node-2.", "'fqdn': 'hostess."));
            assertSame(drift.compare(one, two, "--only-different"));
        }

        @Test
        void are_not_hidden_because_a_hidden_one_is_part_of_them() {
            assertSame(compare(
                    "'network_interfaces': [{'name': 'e', 'ipv4_addresses': ['110.230.230.1']}]",
                    "'network_interfaces': [{'name': 'e', 'ipv4_addresses': ['192.0.2.1']}]"));
        }

        @Test
        void that_two_machines_share_differ() {
            String nic = "'network_interfaces': [{'name': 'e', 'ipv4_addresses': ['192.0.2.1']}]";
            assertDiffers(compare(nic, nic), "e.ipv4_addresses", "192.0.2.1");
        }

        @Test
        void may_be_written_in_several_ways() {
            String now = files.host("now.json", 1, nic("AA:AA:AA:AA:AA:01", "2001:DB8:0:0::1"));
            String then = files.file(
                    "then.json",
                    FieldFiles.document(1, "'updated': '2026-01-01'", nic("aa:aa:aa:aa:aa:01", "2001:db8::1")));
            assertSame(drift.compare(now, then, "--only-different"));
        }

        private static String nic(String mac, String address) {
            return "'network_interfaces': [{'name': 'e', 'mac_address': '" + mac + "', 'ipv6_addresses': ['" + address
                    + "']}]";
        }
    }

    @Nested
    class Whole_machines {

        @Test
        void of_an_image_differ_by_its_digest() {
            assertDiffers(
                    compare(
                            "'bootc_status': {'booted': {'image': 'quay.io/a:1', 'image_digest': 'sha256:1'}}",
                            "'bootc_status': {'booted': {'image': 'quay.io/a:1', 'image_digest': 'sha256:2'}}"),
                    "booted.image_digest",
                    "sha256:1",
                    "sha256:2");
        }

        @Test
        void of_an_operating_system_that_the_platform_leaves_out_are_compared() {
            assertDiffers(
                    compare(
                            "'operating_system': {'name': 'CentOS Linux', 'major': 8}",
                            "'operating_system': {'name': 'RHEL', 'major': 8}"),
                    "name",
                    "CentOS Linux",
                    "RHEL");
        }

        @Test
        void tell_of_sap_at_three_places() {
            assertSame(compare(
                    "'sap': {'sap_system': true, 'sids': ['H2O', 'ABC'], 'version': '1.00'}",
                    "'workloads': {'sap': {'sap_system': true, 'sids': ['ABC', 'H2O'], 'version': '1.00'}}"));
        }

        @Test
        void have_their_tags_in_the_profile_or_beside_it() {
            String tags = "'tags': [{'namespace': 'n', 'key': 'k', 'value': '%s'}]";
            String beside = files.file(
                    "beside.json", FieldFiles.document(1, "'updated': null, " + tags.formatted("v"), "'arch': 'x'"));
            assertSame(drift.compare(beside, files.host("in.json", 2, "'arch': 'x', " + tags.formatted("v"))));
            assertDiffers(
                    drift.compare(beside, files.host("in.json", 2, "'arch': 'x', " + tags.formatted("w"))),
                    "n.k",
                    "v",
                    "w");
        }

        @Test
        void with_repositories_that_have_only_a_mirrorlist_differ_by_it() {
            assertDiffers(
                    compare(
                            "'yum_repos': [{'id': 'e', 'name': 'E', 'mirrorlist': 'https://mirrors.example.net/a'}]",
                            "'yum_repos': [{'id': 'e', 'name': 'E', 'mirrorlist': 'https://mirrors.example.net/b'}]"),
                    "E.mirrorlist",
                    "net/a",
                    "net/b");
        }
    }
}
