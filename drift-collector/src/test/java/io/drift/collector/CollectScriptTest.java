package io.drift.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.collector.ShellRun.Printed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectScriptTest {

    /** What the kernel counts or makes up at each look. */
    private static final Set<String> VOLATILE_SETTINGS = Set.of(
            "fs.aio-nr",
            "fs.dentry-state",
            "fs.file-nr",
            "fs.inode-nr",
            "fs.inode-state",
            "fs.quota.syncs",
            "kernel.ns_last_pid",
            "kernel.pty.nr",
            "kernel.random.entropy_avail",
            "kernel.random.uuid",
            "net.netfilter.nf_conntrack_count");

    @TempDir
    private Path tree;

    private static Collection collect(String shell, String... arguments) throws IOException, InterruptedException {
        Printed printed = ShellRun.run(shell, arguments);
        assertThat(printed.err()).isEmpty();
        assertThat(printed.code()).isZero();
        Collection collection = Collection.parse(new ByteArrayInputStream(printed.out()));
        assertThat(collection.cut()).isNull();
        return collection;
    }

    @Test
    void shellcheck_finds_nothing() throws Exception {
        assumeTrue(ShellRun.isInstalled("shellcheck"), "shellcheck is not installed");
        Printed found = ShellRun.start(List.of("shellcheck", "-s", "sh", "-"), ShellRun.SCRIPT);
        assertThat(new String(found.out(), StandardCharsets.UTF_8)).isEmpty();
    }

    /** bash writes a here-document to a file, and a machine whose disk is full has to tell, too. */
    @Test
    void nothing_is_written_or_evaluated() throws IOException {
        String code = Files.readString(ShellRun.SCRIPT).replaceAll("(?m)^\\s*#.*$", "");
        assertThat(code).doesNotContain("<<", "eval ", "mktemp", "tee ", "/shadow", "environ", "cmdline", "auth.conf");
        assertThat(code.replaceAll(">/dev/null|2>&1|>&2|2>/dev/null", "")).doesNotContainPattern("[^-]>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox ash"})
    void every_shell_prints_the_same_of_a_tree(String shell) throws Exception {
        MachineTree.plant(tree);
        Collection plain = collect("sh", "--root", tree.toString());
        Collection same = collect(shell, "--root", tree.toString());
        assertThat(same.sections()).isEqualTo(plain.sections());
        assertThat(plain.sections()).containsOnlyKeys(CollectScript.sections());
        ObjectNode profile = MachineReader.read(plain.sections()).profile();
        assertThat(profile.path("os_release").asText()).isEqualTo("12");
        assertThat(profile.path("deb_packages")).hasSize(2);
        assertThat(profile.path("enabled_services")).hasToString("[\"getty@\",\"sshd\"]");
        assertThat(profile.path("users").get(0))
                .hasToString("{\"name\":\"root\",\"uid\":\"0\",\"gid\":\"0\",\"shell\":\"/bin/bash\"}");
        assertThat(profile.path("locale").path("LANG").asText()).isEqualTo("de_DE.UTF-8");
    }

    @Test
    void a_machine_that_is_looked_at_twice_is_the_same() throws Exception {
        HostDraft first = MachineReader.read(collect("sh").sections());
        HostDraft second = MachineReader.read(collect("sh").sections());
        assertThat(stable(second)).isEqualTo(stable(first));
        assertThat(first.document().path("id").asText())
                .isEqualTo(second.document().path("id").asText());
        assertThat(first.profile().path("arch").asText()).isNotEmpty();
    }

    private static ObjectNode stable(HostDraft host) {
        ObjectNode profile = host.profile().deepCopy();
        profile.remove("running_processes");
        profile.withObjectProperty("sysctl").remove(VOLATILE_SETTINGS);
        return profile;
    }

    /** The processes of the build come and go, and those of the script are not there at all. */
    @Test
    void the_processes_of_the_collection_are_not_among_those_of_the_machine() throws Exception {
        Map<String, Section> sections = collect("sh", "--only", "processes").sections();
        assertThat(sections).containsOnlyKeys("processes");
        HostDraft host = MachineReader.read(sections);
        assertThat(host.profile().path("running_processes")).isNotEmpty();
        assertThat(host.profile().path("running_processes").toString()).doesNotContain("\"sed\"");
    }

    @Test
    void sections_are_chosen_and_left_out() throws Exception {
        assertThat(collect("sh", "--only", "clock,users", "--only", "groups", "--without", "users")
                        .sections())
                .containsOnlyKeys("clock", "groups");
        assertThat(CollectScript.command(List.of("rpm", "users"), List.of("clock")))
                .containsExactly("sh", "-s", "--", "--only", "rpm,users", "--without", "clock");
        assertThatThrownBy(() -> CollectScript.command(List.of("x; reboot"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_no_option_is_refused() throws Exception {
        for (String[] words : List.of(
                new String[] {"--nothing", "x"}, new String[] {"--only"}, new String[] {"--root", "/nowhere"})) {
            Printed refused = ShellRun.run("sh", words);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).startsWith("collect.sh: ");
            assertThat(refused.code()).isEqualTo(2);
        }
    }

    /** Such as one whose transport broke off: the last line calls what the others only say. */
    @Test
    void a_script_that_was_cut_does_nothing() throws Exception {
        byte[] script = Files.readAllBytes(ShellRun.SCRIPT);
        for (int cut = 200; cut < script.length - 12; cut += 1500) {
            Path part = Files.write(tree.resolve("part"), Arrays.copyOf(script, cut));
            assertThat(ShellRun.start(List.of("sh", "-s"), part).out()).isEmpty();
        }
    }

    @Test
    void a_file_that_may_not_be_read_says_so() throws Exception {
        Path file = Files.createDirectories(tree.resolve("etc")).resolve("passwd");
        Files.createDirectory(file);
        Section denied = collect("sh", "--root", tree.toString()).sections().get("users");
        assertThat(denied.status()).isEqualTo(Section.Status.DENIED);
        HostDraft host = MachineReader.read(Map.of("users", denied));
        assertThat(host.document().path("looked_at")).hasToString("{\"only\":[],\"except\":[\"users\"]}");
    }

    private Collection collectAs(String user) throws IOException, InterruptedException {
        assumeTrue(
                ShellRun.isInstalled("setpriv") && Files.isWritable(Path.of("/root")),
                "only root may be somebody else");
        Printed printed = ShellRun.start(
                List.of("setpriv", "--reuid", user, "--clear-groups", "sh", "-s", "--", "--root", tree.toString()),
                ShellRun.SCRIPT);
        return Collection.parse(new ByteArrayInputStream(printed.out()));
    }

    /** Whoever may not look into a folder does not know that it is empty. */
    @Test
    void a_folder_that_may_not_be_read_is_not_empty() throws Exception {
        MachineTree.plant(tree);
        Files.setPosixFilePermissions(tree, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String folder : List.of("etc/ssh", "etc/sysctl.d", "etc/yum.repos.d", "etc/cron.d", "var/lib/dpkg")) {
            Path closed = Files.createDirectories(tree.resolve(folder));
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
        Map<String, Section> sections = collectAs("65534").sections();
        for (String name : List.of("sshd-config", "sysctl-config", "yum-repos", "dpkg-status")) {
            assertThat(sections.get(name).status()).as(name).isEqualTo(Section.Status.DENIED);
        }
        assertThat(sections.get("crontabs").content()).contains("denied etc/cron.d");
        assertThat(sections.get("zypp-repos").status()).isEqualTo(Section.Status.READ);
    }

    /** A rpm that has no database makes one, in the home of whoever asks. */
    @Test
    void rpm_is_not_asked_where_it_has_no_database() throws Exception {
        Path rpm = Files.writeString(
                tree.resolve("rpm"),
                "#!/bin/sh\n[ \"$1\" != -E ] || { echo " + tree + "/db; exit; }\necho asked >" + tree + "/asked\n");
        Files.setPosixFilePermissions(rpm, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command =
                List.of("env", "PATH=" + tree + ":" + System.getenv("PATH"), "sh", "-s", "--", "--only", "rpm");
        assertThat(new String(ShellRun.start(command, ShellRun.SCRIPT).out(), StandardCharsets.UTF_8))
                .contains("end rpm absent");
        assertThat(tree.resolve("asked")).doesNotExist();
        Files.createFile(Files.createDirectory(tree.resolve("db")).resolve("rpmdb.sqlite"));
        ShellRun.start(command, ShellRun.SCRIPT);
        assertThat(tree.resolve("asked")).exists();
    }

    @Test
    void a_key_on_one_line_or_without_an_end_hides_nothing_else() throws Exception {
        Path repos = Files.createDirectories(tree.resolve("etc/yum.repos.d"));
        String begin = "-----BEGIN PRIVATE KEY-----";
        Files.writeString(repos.resolve("a.repo"), "[a]\ndata=" + begin + "LEAK-----END PRIVATE KEY-----\nenabled=1\n");
        Files.writeString(repos.resolve("b.repo"), "[b]\n" + begin + "\nLEAK\n");
        Files.writeString(repos.resolve("c.repo"), "[c]\nenabled=0\n");
        assertThat(collect("sh", "--root", tree.toString())
                        .sections()
                        .get("yum-repos")
                        .content())
                .contains("[a]\nenabled=1", "[b]", "[c]\nenabled=0")
                .doesNotContain("LEAK", " file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox ash"})
    void only_a_whole_line_is_a_switch(String shell) throws Exception {
        Path repos = Files.createDirectories(tree.resolve("etc/yum.repos.d"));
        Files.writeString(repos.resolve("a.repo"), ScrubbedLines.BEFORE);
        assertThat(collect(shell, "--root", tree.toString())
                        .sections()
                        .get("yum-repos")
                        .content()
                        .strip())
                .isEqualTo(ScrubbedLines.AFTER.strip());
    }

    /** Found in the root file system of a real release, which has no folder of cron but one. */
    @Test
    void a_folder_of_crontabs_that_is_not_there_was_looked_at() throws Exception {
        Files.writeString(
                Files.createDirectories(tree.resolve("etc/cron.daily")).resolve("dpkg"), "");
        Section crontabs = collect("sh", "--root", tree.toString(), "--only", "crontabs")
                .sections()
                .get("crontabs");
        assertThat(crontabs.content()).contains("  etc/cron.daily/dpkg").doesNotContain("denied");
    }

    @Test
    void an_image_without_dpkg_has_a_file_for_each_package() throws Exception {
        Path folder = Files.createDirectories(tree.resolve("var/lib/dpkg/status.d"));
        Files.writeString(
                folder.resolve("base"), "Package: base-files\nVersion: 12.4\nArchitecture: amd64\nEssential: yes\n");
        Files.writeString(folder.resolve("tzdata"), "Package: tzdata\nVersion: 2024a-0\nArchitecture: all");
        Files.writeString(folder.resolve("base.md5sums"), "0 usr/share\n");
        HostDraft host = MachineReader.read(collect("sh", "--only", "dpkg-status", "--root", tree.toString())
                .sections());
        assertThat(host.profile().path("deb_packages"))
                .hasToString("[{\"name\":\"base-files\",\"version\":\"12.4\",\"arch\":\"amd64\"},"
                        + "{\"name\":\"tzdata\",\"version\":\"2024a-0\",\"arch\":\"all\"}]");
    }
}
