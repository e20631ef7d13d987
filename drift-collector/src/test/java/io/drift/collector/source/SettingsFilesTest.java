package io.drift.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of kernels and of applications, read as facts. */
class SettingsFilesTest {

    private static String lookedAt(ReadSource read) {
        return read.documents().get(0).content().path("looked_at").toString();
    }

    @ParameterizedTest
    @CsvSource({
        "sysctl.txt, sysctl",
        "settings.conf, key-value",
        "settings.yaml, yaml",
        "hosts.yaml, yaml",
        "ansible-setup.txt, ansible",
        "ansible-setup-o.txt, ansible",
        "ansible-tree.json, ansible",
        "ansible-cache.json, ansible",
        "cyclonedx.json, cyclonedx"
    })
    void are_recognised_by_their_content(String file, String format) throws IOException {
        assertThat(SourceFile.read(file).format()).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sysctl.txt", "settings.conf", "settings.yaml", "ansible-setup.txt", "ansible-tree.json"})
    void never_show_a_secret(String file) throws IOException {
        ReadSource read = SourceFile.read(file);
        assertThat(read.toString())
                .doesNotContain("planted-secret", "hidden-word", "11111111-22222222")
                .hasSizeGreaterThan(100);
    }

    @Nested
    class Of_a_kernel {

        @Test
        void become_facts_of_their_own_group() throws IOException {
            ReadSource read = SourceFile.read("sysctl.txt");
            assertThat(SourceFile.facts(read))
                    .hasSizeGreaterThan(200)
                    .containsEntry("sysctl.kernel.ostype", "Linux")
                    .containsEntry("sysctl.net.ipv4.conf.eth0/100.forwarding", "0")
                    .containsEntry(
                            "sysctl.dev.cdrom.info",
                            "CD-ROM information, Id: cdrom.c 3.20 2003/12/17; ; drive name: sr0")
                    .containsEntry("sysctl.kernel.printk", "4 4 1 7")
                    .doesNotContainKey("sysctl.net.ipv4.tcp_fastopen_key");
            assertThat(lookedAt(read)).startsWith("{\"only\":[\"sysctl\"],\"except\":[");
            assertThat(read.remarks()).contains("2 lines that may hold a secret were left out");
            assertThat(read.isComplete()).isTrue();
        }

        @Test
        void of_which_sysctl_prints_nothing_were_not_looked_at() throws IOException {
            String settings = IntStream.range(0, 200)
                    .mapToObj(i -> "net.ipv4.neigh.eth" + i + ".base_reachable_time_ms = 30000\n")
                    .collect(Collectors.joining());
            String hidden = lookedAt(SourceFile.readText(settings + "kernel.cad_pid = 1\n"));
            assertThat(hidden)
                    .contains(
                            "\"sysctl.net.ipv4.neigh.eth7.base_reachable_time\"",
                            "\"sysctl.net.ipv4.neigh.eth7.retrans_time\"",
                            "\"sysctl.vm.compact_memory\"")
                    .doesNotContain("protected", "cad_pid");
            assertThat(lookedAt(SourceFile.readText(settings)))
                    .contains("\"sysctl.fs.protected_symlinks\"", "\"sysctl.kernel.cad_pid\"");
        }

        @Test
        void that_could_not_be_read_are_not_missing() throws IOException {
            ReadSource read = SourceFile.readText(
                    SourceFile.text("sysctl.txt")
                            + "sysctl: permission denied on key 'fs.protected_fifos'\nsysctl: reading key \"net.ipv6.conf.all.stable_secret\"\n");
            assertThat(lookedAt(read)).contains("\"sysctl.fs.protected_fifos\"");
            assertThat(read.missing()).singleElement().asString().contains("could not read 2 settings");
        }

        @Test
        void of_a_file_are_only_some() throws IOException {
            ReadSource read = SourceFile.readText("# forwarding\nnet.ipv4.ip_forward=1\n-vm.swappiness = 10\n");
            assertThat(SourceFile.facts(read))
                    .isEqualTo(Map.of("sysctl.net.ipv4.ip_forward", "1", "sysctl.vm.swappiness", "10"));
            assertThat(lookedAt(read))
                    .isEqualTo("{\"only\":[\"sysctl.net.ipv4.ip_forward\",\"sysctl.vm.swappiness\"]}");
            assertThat(read.remarks()).hasSize(1);
        }
    }

    @Nested
    class Of_an_application {

        @Test
        void are_the_same_as_key_and_value_and_as_yaml() throws IOException {
            ReadSource conf = SourceFile.read("settings.conf");
            assertThat(SourceFile.facts(conf))
                    .isEqualTo(SourceFile.facts(SourceFile.read("settings.yaml")))
                    .isEqualTo(Map.of(
                            "settings.main.log_level", "info",
                            "settings.main.workers", "4",
                            "settings.main.url", "https://db.example.com/app",
                            "settings.main.skip_key", "no",
                            "settings.cache.size", "128m"));
            assertThat(conf.missing())
                    .containsExactly("settings.main.db_password may be secret by name, and was not compared");
            assertThat(lookedAt(conf))
                    .isEqualTo("{\"only\":[\"settings\"],\"except\":[\"settings.main.db_password\"]}");
        }

        @Test
        void are_none_if_all_are_comments() {
            assertThatThrownBy(() -> SourceFile.readText("# kernel.x = 1\n\n; nothing else\n"))
                    .isInstanceOf(UnreadableSourceException.class)
                    .hasMessage("there is nothing in it but comments, so there is nothing to compare");
        }

        @Test
        void end_where_a_comment_begins() throws IOException {
            ReadSource read = SourceFile.readText(
                    "a=1 # or LEAK\nb = \"x # y\" # LEAK\nc=#3\nd='4'\ne=run -H \"X-Token: LEAK\"\n");
            assertThat(SourceFile.facts(read))
                    .isEqualTo(Map.of(
                            "settings.a", "1",
                            "settings.b", "x # y",
                            "settings.c", "#3",
                            "settings.d", "4",
                            "settings.e", "run -H \"X-Token:***\""));
        }

        @Test
        void name_the_lines_that_are_none() throws IOException {
            assertThat(SourceFile.readText("a=1\nb=2\nc=3\nd=4\nneither\n").missing())
                    .containsExactly("line 5 is no setting and was left out");
        }

        @Test
        void of_a_name_that_is_nobody_elses_get_lost_nowhere() throws IOException {
            assertThat(SourceFile.facts(SourceFile.readText("id: 7\nname: x\nlist: [b, a]\nyes: yes\nnothing: null\n")))
                    .isEqualTo(Map.of(
                            "settings.id", "7",
                            "settings.name", "x",
                            "settings.list.a", "listed",
                            "settings.list.b", "listed",
                            "settings.yes", "yes"));
        }

        @Test
        void as_json_are_read_if_somebody_says_so() throws IOException {
            String json = "{\"a\": {\"b\": 1.50}} [{\"a\": 2}]\n{\"arch\": \"x86_64\"}";
            ReadSource read = SourceFile.readAs("json", json);
            assertThat(read.documents()).hasSize(3);
            assertThat(SourceFile.facts(read.documents().get(0).content())).isEqualTo(Map.of("settings.a.b", "1.5"));
            assertThat(SourceFile.facts(read.documents().get(2).content())).isEqualTo(Map.of("arch", "x86_64"));
        }
    }

    @Nested
    class In_yaml {

        @Test
        void may_be_hosts_of_which_each_is_a_column() throws IOException {
            List<String> names = SourceFile.read("hosts.yaml").documents().stream()
                    .map(SourceDocument::name)
                    .toList();
            assertThat(names).containsExactly("web-1.example.com", "web-2.example.com", "web-3.example.com");
            assertThat(SourceFile.facts(
                            SourceFile.read("hosts.yaml").documents().get(2).content()))
                    .containsEntry("arch", "aarch64")
                    .containsEntry("os_release", "9.4")
                    .containsEntry("number_of_cpus", "2");
        }

        @Test
        void are_refused_if_there_are_more_than_anybody_can_compare() {
            assertThatThrownBy(() -> SourceFile.readText("---\na: 1\n".repeat(2001)))
                    .isInstanceOf(UnreadableSourceException.class)
                    .hasMessage("it has more than 2000 documents, each of which would be a column: divide it into"
                            + " several files");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                            + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n",
                    "a: &a\n  b: *a\n",
                    "a: 1\na: 2\n",
                    "a: [1, 2\nb: 3\n",
                    "? [a, b]\n: c\n",
                    "- a\n- b\n",
                    "--- text\n"
                })
        void that_is_a_bomb_or_broken_is_refused(String yaml) {
            assertThatThrownBy(() -> SourceFile.readAs("yaml", yaml)).isInstanceOf(UnreadableSourceException.class);
        }

        @Test
        void that_is_deep_is_refused() {
            String deep = "a: " + "[".repeat(5_000) + "]".repeat(5_000);
            assertThatThrownBy(() -> SourceFile.readAs("yaml", deep)).isInstanceOf(UnreadableSourceException.class);
        }
    }

    @Test
    void of_a_file_that_was_not_read_as_a_whole_nobody_knows_what_it_has_besides() throws IOException {
        ReadSource read = SourceFile.readText("a = 1\nb = 2\nc = 3\nd = 4\nsomething else\n");
        assertThat(read.missing()).singleElement().asString().contains("line 5");
        assertThat(read.documents().get(0).content().at("/looked_at/except/0").asText())
                .isEqualTo("settings");
    }

    @Nested
    class Of_ansible {

        @Test
        void become_the_facts_of_a_profile_where_it_has_them() throws IOException {
            Map<String, String> facts = SourceFile.facts(SourceFile.read("ansible-tree.json"));
            assertThat(facts)
                    .containsEntry("arch", "x86_64")
                    .containsEntry("os_release", "9.4")
                    .containsEntry("os_kernel_version", "5.14.0")
                    .containsEntry("kernel_release", "5.14.0-427.13.1.el9_4.x86_64")
                    .containsEntry("number_of_cpus", "2")
                    .containsEntry("number_of_sockets", "2")
                    .containsEntry("cpu_model", "Intel(R) Xeon(R) Gold 6230")
                    .containsEntry("bios_vendor", "SeaBIOS")
                    .containsEntry("selinux_current_mode", "enforcing")
                    .containsEntry("infrastructure_vendor", "kvm")
                    .containsEntry("network_interfaces.eth0.ipv6_addresses", "2001:db8::11")
                    .containsEntry("network_interfaces.eth0.100.mac_address", "52:54:00:ab:cd:01")
                    .containsEntry("ansible_facts.pkg_mgr", "dnf")
                    .containsEntry("ansible_facts.mounts./dev/vda3.fstype", "xfs")
                    .doesNotContainKeys(
                            "ansible_facts.mounts./dev/vda3.size_available", "ansible_facts.uptime_seconds");
        }

        @Test
        void of_two_machines_that_are_alike_but_for_their_names_do_not_differ() throws IOException {
            String text = "{\"ansible_facts\":{\"ansible_NAME\":\"web-1.example.com\",\"ansible_pkg_mgr\":\"dnf\"}}";
            for (String name : List.of("fqdn", "hostname")) {
                assertThat(SourceFile.facts(SourceFile.readText(text.replace("NAME", name))))
                        .containsOnlyKeys("ansible_facts.pkg_mgr");
            }
        }

        @Test
        void one_behind_the_other_are_a_column_each() throws IOException {
            String one = SourceFile.text("ansible-tree.json");
            assertThat(SourceFile.readText(one + one).documents()).hasSize(2);
            assertThatThrownBy(() -> SourceFile.readText(one + "garbage"))
                    .isInstanceOf(UnreadableSourceException.class)
                    .hasMessageContaining("broken JSON");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ansible-setup.txt", "ansible-setup-o.txt"})
        void of_several_hosts_are_a_column_each(String file) throws IOException {
            ReadSource read = SourceFile.read(file);
            assertThat(read.documents())
                    .extracting(SourceDocument::name)
                    .containsExactly("web-1.example.com", "web-2.example.com");
            assertThat(read.missing()).containsExactly("web-3.example.com has no facts: its result is UNREACHABLE");
            assertThat(SourceFile.facts(read.documents().get(0).content()))
                    .isEqualTo(SourceFile.facts(SourceFile.read("ansible-tree.json")));
        }

        @Test
        void that_were_cut_name_the_host() throws IOException {
            String text = SourceFile.text("ansible-setup.txt");
            ReadSource read = SourceFile.readText(text.substring(0, text.length() - 500));
            assertThat(read.documents()).hasSize(1);
            assertThat(read.missing()).anyMatch(what -> what.startsWith("web-2.example.com: it is broken JSON"));
        }

        @Test
        void have_the_packages_that_a_play_asked_for() throws IOException {
            assertThat(SourceFile.facts(SourceFile.read("ansible-cache.json")))
                    .containsEntry("installed_packages.bash", "5.1.8-9.el9.x86_64")
                    .containsEntry("installed_packages.openssl", "1:3.0.7-27.el9.x86_64")
                    .containsEntry("installed_packages.gpg-pubkey", "8483c65d-5ccc5b19")
                    .containsAllEntriesOf(SourceFile.facts(SourceFile.read("ansible-tree.json")));
        }

        @Test
        void may_be_objects_by_host() throws IOException {
            String one = SourceFile.text("ansible-cache.json");
            ReadSource read = SourceFile.readText("{\"web-1\": " + one + ", \"web-2\": " + one + ", \"web-3\": {}}");
            assertThat(read.documents()).hasSize(2);
            assertThat(read.missing()).containsExactly("web-3 has no facts of Ansible");
        }
    }

    @Test
    void bills_of_materials_become_packages_and_components() throws IOException {
        String bill = SourceFile.text("cyclonedx.json");
        assertThat(SourceFile.readText(bill + bill).documents()).hasSize(2);
        assertThat(SourceFile.readAs("cyclonedx", "[" + bill + "," + bill + "]").documents())
                .hasSize(2);
        assertThatThrownBy(() -> SourceFile.readText(bill + "garbage")).isInstanceOf(UnreadableSourceException.class);
        assertThatThrownBy(() -> SourceFile.readText(bill.replaceFirst("\\{", "{\"x\":1e1000000000000,")))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("exponent");
        ReadSource read = SourceFile.read("cyclonedx.json");
        assertThat(SourceFile.facts(read))
                .isEqualTo(Map.ofEntries(
                        Map.entry("os_release", "12"),
                        Map.entry("installed_packages.libc6", "2.36-9+deb12u4.amd64"),
                        Map.entry("installed_packages.openssh-server", "1:9.2p1-2+deb12u2.amd64"),
                        Map.entry("installed_packages.adduser", "3.134.all"),
                        Map.entry("installed_packages.openssl", "1:3.0.7-27.el9.x86_64"),
                        Map.entry("installed_packages.busybox", "1.36.1-r15.x86_64"),
                        Map.entry("components.npm/@babel/core", "7.24.5"),
                        Map.entry("components.npm/lodash", "4.17.20, 4.17.21"),
                        Map.entry("components.maven/org.slf4j/slf4j-api", "2.0.13"),
                        Map.entry("components.generic/inner", "1"),
                        Map.entry("components.file//app/package-lock.json", "")));
        assertThat(read.documents().get(0).content().path("display_name").asText())
                .isEqualTo("registry.example.com/web:1.4");
        assertThat(read.isComplete()).isTrue();
    }
}
