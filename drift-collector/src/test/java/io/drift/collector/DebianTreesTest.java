package io.drift.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.collector.ShellRun.Printed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files of two real Debian releases, which debootstrap fetches from the mirror that apt has. Takes minutes and root, so
 * only with the profile {@code endurance}; {@code -Ddrift.endurance.trees=DIR} uses trees that are there already.
 */
class DebianTreesTest {

    private static final Map<String, String> RELEASES = Map.of("bookworm", "12", "trixie", "13");
    private static final Pattern MIRROR = Pattern.compile("\"deb (?:\\[[^\\]]*\\] )?(https?://[^ \"]+/debian/?) ");

    @TempDir
    private Path made;

    @Test
    void two_releases_are_told_apart_and_nothing_is_missing() throws Exception {
        assumeTrue(Boolean.getBoolean("drift.endurance"), "only with -Pendurance: debootstrap takes minutes");
        assumeTrue(ShellRun.isInstalled("debootstrap"), "debootstrap is not installed");
        for (Map.Entry<String, String> release : RELEASES.entrySet()) {
            Path tree = tree(release.getKey());
            HostDraft host = MachineReader.read(sections("--root", tree.toString()));
            ObjectNode profile = host.profile();
            assertThat(profile.path("os_release").asText()).isEqualTo(release.getValue());
            assertThat(profile.path("operating_system").path("codename").asText())
                    .isEqualTo(release.getKey());
            assertThat(profile.path("debian_version").asText()).startsWith(release.getValue());
            assertThat(profile.path("deb_packages")).hasSize(packagesIn(tree));
            assertThat(profile.path("deb_packages").toString()).contains("{\"name\":\"dpkg\",\"version\":\"1.2");
            assertThat(profile.path("users").get(0).path("name").asText()).isEqualTo("root");
            assertThat(profile.path("apt_repositories").toString()).contains(" " + release.getKey() + " main");
            assertThat(profile.path("enabled_units").toString()).contains("apt-daily.timer");
            assertThat(host.document().path("looked_at").path("except")).isEmpty();
            assertThat(host.document().path("looked_at").path("only").toString())
                    .contains("installed_packages", "crontabs")
                    .doesNotContain("running_processes", "\"sysctl\"", "network_interfaces");
        }
    }

    private Path tree(String release) throws Exception {
        String there = System.getProperty("drift.endurance.trees");
        if (there != null && Files.isDirectory(Path.of(there, release))) {
            return Path.of(there, release);
        }
        Path tree = made.resolve(release);
        Matcher mirror = MIRROR.matcher(MachineReader.read(sections("--only", "apt-sources,apt-deb822"))
                .profile()
                .toString());
        assumeTrue(mirror.find(), "apt has no mirror of Debian");
        List<String> command = List.of("debootstrap", "--variant=minbase", release, tree.toString(), mirror.group(1));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).as("debootstrap, which needs root").isZero();
        return tree;
    }

    private static int packagesIn(Path tree) throws IOException {
        String status = Files.readString(tree.resolve("var/lib/dpkg/status"));
        return (int)
                status.lines().filter("Status: install ok installed"::equals).count();
    }

    private static Map<String, Section> sections(String... words) throws Exception {
        Printed printed = ShellRun.run("sh", words);
        assertThat(printed.err()).isEmpty();
        assertThat(new String(printed.out(), StandardCharsets.UTF_8)).contains(" complete ");
        return Collection.parse(new ByteArrayInputStream(printed.out())).sections();
    }
}
