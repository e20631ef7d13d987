package io.drift.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drift.collector.Section.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sections in the form in which real tools print them; what they tell is invented. */
class MachineReaderTest {

    private static HostDraft read(String name, String content) {
        return MachineReader.read(Map.of(name, Section.read(name, content)));
    }

    private static void assertFact(String section, String content, String key, String json) {
        HostDraft host = read(section, content);
        JsonNode value = host.profile().at("/" + key.replace('.', '/'));
        assertThat(value.toString()).as(section + ": " + host.profile()).isEqualTo(json);
        assertThat(host.document().path("looked_at").toString())
                .contains("\"only\":[")
                .contains("\"" + key.split("\\.")[0]);
    }

    private static JsonNode lookedAt(Section... sections) {
        Map<String, Section> all = new LinkedHashMap<>();
        for (Section section : sections) {
            all.put(section.name(), section);
        }
        return MachineReader.read(all).document().path("looked_at");
    }

    @Test
    void os_releases() {
        assertFact(
                "os-release", """
                NAME="Red Hat Enterprise Linux"
                VERSION="9.4 (Plow)"
                ID="rhel"
                VERSION_ID="9.4"
                # a remark
                PRETTY_NAME='Red Hat Enterprise Linux 9.4 (Plow)'
                """, "operating_system", "{\"name\":\"RHEL\",\"major\":9,\"minor\":4,\"id\":\"rhel\"}");
        assertFact("os-release", "NAME=Alpine\nVERSION_ID=3.20.1\nID=alpine\n", "os_release", "\"3.20.1\"");
        assertFact(
                "redhat-release",
                "CentOS Linux release 7.9.2009 (Core)\n",
                "redhat_release",
                "\"CentOS Linux release 7.9.2009 (Core)\"");
        assertFact("kernel-release", "5.14.0-427.13.1.el9_4.x86_64\n", "os_kernel_version", "\"5.14.0\"");
        assertFact("kernel-release", "6.6.31-0-lts\n", "kernel_release", "\"6.6.31-0-lts\"");
        assertFact("boot-time", "btime 1700000000\n", "last_boot_time", "\"2023-11-14T22:13:20Z\"");
    }

    /** util-linux 2.38 and 2.23. */
    @Test
    void lscpu() {
        String content = """
                Architecture:                    x86_64
                CPU(s):                          4
                On-line CPU(s) list:             0-3
                Vendor ID:                       GenuineIntel
                Model name:                      Invented Core @ 2.0GHz
                Thread(s) per core:              2
                Core(s) per socket:              2
                Socket(s):                       1
                Flags:                           fpu vme sse2
                NUMA node0 CPU(s):               0-3
                Vulnerability Spec store bypass: Mitigation; Speculative Store Bypass disabled via prctl
                """;
        assertFact("lscpu", content, "number_of_cpus", "4");
        assertFact("lscpu", content, "threads_per_core", "2");
        assertFact("lscpu", content, "cpu_model", "\"Invented Core @ 2.0GHz\"");
        assertFact("lscpu", content, "cpu_flags", "[\"fpu\",\"vme\",\"sse2\"]");
    }

    @Test
    void cpuinfo_tells_where_there_is_no_lscpu() {
        String content = """
                processor\t: 0
                model name\t: Invented Core
                physical id\t: 0
                cpu cores\t: 2
                flags\t\t: fpu vme

                processor\t: 1
                physical id\t: 0
                processor\t: 2
                physical id\t: 1
                processor\t: 3
                physical id\t: 1
                """;
        assertFact("cpuinfo", content, "number_of_cpus", "4");
        assertFact("cpuinfo", content, "number_of_sockets", "2");
        assertFact("cpuinfo", content, "cores_per_socket", "2");
        assertFact("cpuinfo", content, "cpu_flags", "[\"fpu\",\"vme\"]");
    }

    @Test
    void hardware() {
        assertFact(
                "meminfo",
                "MemTotal:       16232596 kB\nSwapTotal:       2097148 kB\n",
                "system_memory_bytes",
                "16622178304");
        assertFact(
                "dmi",
                "sys_vendor=QEMU\nbios_vendor=SeaBIOS\nbios_date=04/01/2014\n",
                "bios_release_date",
                "\"04/01/2014\"");
        assertFact(
                "dmi",
                "sys_vendor=QEMU\nproduct_name=A = B\n",
                "dmi",
                "{\"sys_vendor\":\"QEMU\",\"product_name\":\"A = B\"}");
        assertFact("virtualisation", "kvm\n", "infrastructure_vendor", "\"kvm\"");
    }

    @Test
    void a_machine_of_its_own() {
        assertFact("virtualisation", "none\n", "infrastructure_type", "\"physical\"");
        assertThat(read("virtualisation", "none\n").profile().has("infrastructure_vendor"))
                .isFalse();
    }

    /** systemd 252, and 219 without what is preset. */
    @Test
    void units_as_systemd_lists_them() {
        String content = """
                boot.mount                    generated -
                sshd.service                  enabled   enabled
                getty@.service                enabled   enabled
                rescue.service                static    -
                fstrim.timer                  enabled   disabled
                cups.socket                   disabled
                """;
        assertFact("unit-files", content, "enabled_services", "[\"getty@\",\"sshd\"]");
        assertFact("unit-files", content, "installed_services", "[\"getty@\",\"rescue\",\"sshd\"]");
        assertFact("unit-files", content, "enabled_units", "[\"fstrim.timer\"]");
        assertFact(
                "units-failed",
                "● web.service loaded failed failed The web\n",
                "systemd.failed_services",
                "[\"web.service\"]");
        assertFact(
                "unit-manager",
                "SystemState=degraded\nNFailedUnits=1\nNJobs=0\n",
                "systemd",
                "{\"failed\":\"1\",\"jobs_queued\":\"0\",\"state\":\"degraded\"}");
    }

    @Test
    void units_of_files_count_only_where_systemd_was_not_asked() {
        Section links = Section.read(
                "unit-links",
                "/usr/lib/systemd/system/sshd.service\n/etc/systemd/system/multi-user.target.wants/sshd.service\n"
                        + "/etc/systemd/system/getty.target.wants/getty@tty1.service\n");
        HostDraft host = MachineReader.read(Map.of("unit-links", links));
        assertThat(host.profile().path("enabled_services")).hasToString("[\"getty@\",\"sshd\"]");
        Section asked = Section.read("unit-files", "a.service enabled\n");
        HostDraft both = MachineReader.read(Map.of("unit-links", links, "unit-files", asked));
        assertThat(both.profile().path("enabled_services")).hasToString("[\"a\"]");
    }

    @Test
    void services_of_openrc() {
        assertFact(
                "openrc-services",
                "/etc/runlevels/default/sshd\n/etc/init.d/sshd\n/etc/init.d/ntpd\n",
                "enabled_services",
                "[\"sshd\"]");
    }

    @Test
    void processes_without_those_of_the_kernel_and_of_the_script() {
        String content = """
                self 40
                1 (systemd) 0
                2 (kthreadd) 0
                7 (kworker/0:1-events) 2
                20 (sshd) 1
                21 (odd (name) 1) 1
                40 (sh) 20
                41 (sed) 40
                """;
        assertFact("processes", content, "running_processes", "[\"systemd\",\"sshd\",\"odd (name) 1\"]");
    }

    /** iproute2 6.1. */
    @Test
    void interfaces() {
        String content = """
                1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
                    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
                    inet 127.0.0.1/8 scope host lo
                       valid_lft forever preferred_lft forever
                2: eth0@if9: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                    link/ether 52:54:00:ab:cd:ef brd ff:ff:ff:ff:ff:ff link-netnsid 0
                    altname enp1s0
                    inet 192.0.2.9/24 brd 192.0.2.255 scope global dynamic eth0
                       valid_lft 3023sec preferred_lft 3023sec
                    inet6 2001:db8::9/64 scope global temporary dynamic
                    inet6 fe80::1/64 scope link
                """;
        assertFact(
                "ip-address",
                content,
                "network_interfaces",
                "[{\"name\":\"lo\",\"mtu\":65536,\"state\":\"UNKNOWN\",\"type\":\"loopback\","
                        + "\"mac_address\":\"00:00:00:00:00:00\",\"ipv4_addresses\":[\"127.0.0.1\"]},"
                        + "{\"name\":\"eth0\",\"mtu\":1500,\"state\":\"UP\",\"type\":\"ether\","
                        + "\"mac_address\":\"52:54:00:ab:cd:ef\",\"ipv4_addresses\":[\"192.0.2.9\"],"
                        + "\"ipv6_addresses\":[\"fe80::1\"]}]");
    }

    @Test
    void interfaces_without_addresses_are_not_without_addresses() {
        HostDraft host = read("net-class", "eth0 52:54:00:ab:cd:ef 1500 up\n");
        assertThat(host.profile()
                        .path("network_interfaces")
                        .get(0)
                        .path("state")
                        .asText())
                .isEqualTo("UP");
        assertThat(host.document().path("looked_at").path("except"))
                .hasToString("[\"network_interfaces.eth0.ipv4_addresses\",\"network_interfaces.eth0.ipv6_addresses\"]");
    }

    @Test
    void routes_and_names() {
        assertFact(
                "ip-route",
                "default via 192.0.2.1 dev eth0 proto dhcp src 192.0.2.9 metric 100 \n",
                "default_routes",
                "[{\"gateway\":\"192.0.2.1\",\"device\":\"eth0\",\"metric\":\"100\"}]");
        assertFact(
                "resolv-conf",
                "search b.example a.example\nnameserver 192.0.2.2\nnameserver 192.0.2.1\n",
                "dns",
                "{\"nameservers\":\"192.0.2.2, 192.0.2.1\",\"search\":\"b.example a.example\"}");
    }

    /** rpm 4.16, dpkg 1.21, apk-tools 2.14. */
    @Test
    void packages() {
        assertFact(
                "rpm",
                "bash\t(none)\t5.1.8\t9.el9\tx86_64\t1700000000\nopenssl\t1\t3.0.7\t27.el9\tx86_64\t1700000001\n"
                        + "gpg-pubkey\t(none)\tfd431d51\t4ae0493b\t(none)\t1700000002\n",
                "installed_packages",
                "[\"bash-0:5.1.8-9.el9.x86_64\",\"openssl-1:3.0.7-27.el9.x86_64\",\"gpg-pubkey-fd431d51-4ae0493b\"]");
        assertFact(
                "apk-installed",
                "P:busybox\nV:1.36.1-r29\nA:x86_64\n\nP:py3-six\nV:1.16.0_git1-r9\nA:noarch\n",
                "installed_packages",
                "[\"busybox-1.36.1-r29.x86_64\",\"py3-six-1.16.0_git1-r9.noarch\"]");
        HostDraft debian = read(
                "dpkg-status",
                "Package: libc6\nStatus: install ok installed\nArchitecture: amd64\nVersion: 2.36-9+deb12u7\n\n"
                        + "Package: gone\nStatus: deinstall ok config-files\nArchitecture: all\nVersion: 1\n\n"
                        + "Package: half\nStatus: install reinstreq half-installed\nArchitecture: all\nVersion: 2\n");
        assertThat(debian.profile().path("deb_packages"))
                .hasToString("[{\"name\":\"libc6\",\"version\":\"2.36-9+deb12u7\",\"arch\":\"amd64\"},"
                        + "{\"name\":\"half\",\"version\":\"2\",\"arch\":\"all\"}]");
        assertThat(debian.document().path("looked_at")).hasToString("{\"only\":[\"installed_packages\"]}");
    }

    @Test
    void repositories() {
        assertFact(
                "yum-repos",
                "[baseos]\nname=Base $releasever\nbaseurl=http://a.example/\n   http://b.example/\nenabled=0\ngpgcheck = 1\n",
                "yum_repos",
                "[{\"id\":\"baseos\",\"name\":\"Base $releasever\",\"enabled\":false,\"gpgcheck\":true,"
                        + "\"base_url\":\"http://a.example/ http://b.example/\"}]");
        assertFact(
                "dnf-modules",
                "[postgresql]\nname=postgresql\nstream=15\nprofiles=server\nstate=enabled\n",
                "dnf_modules",
                "[{\"name\":\"postgresql\",\"stream\":\"15\",\"status\":[\"enabled\"]}]");
        assertFact(
                "apt-sources",
                "deb  [arch=amd64] http://deb.example/ stable main # ours\n\n",
                "apt_repositories",
                "[\"deb [arch=amd64] http://deb.example/ stable main\"]");
        assertFact(
                "apt-deb822",
                "Types: deb deb-src\nURIs: http://deb.example/\nSuites: stable\nComponents: main\n"
                        + "Signed-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n xyz\n\nEnabled: no\nURIs: http://x/\n",
                "apt_repositories",
                "[\"deb http://deb.example/ stable main\",\"deb-src http://deb.example/ stable main\"]");
        assertFact(
                "apk-repositories",
                "https://dl.example/alpine/v3.20/main\n",
                "apk_repositories",
                "[\"https://dl.example/alpine/v3.20/main\"]");
    }

    @Test
    void settings() {
        assertFact(
                "selinux-config", "SELINUX=enforcing\nSELINUXTYPE=targeted\n", "selinux_config_file", "\"enforcing\"");
        assertFact("selinux-enforce", "0", "selinux_current_mode", "\"permissive\"");
        assertFact("tuned-profile", "virtual-guest\n", "tuned_profile", "\"virtual-guest\"");
        assertFact("locale", "LANG=\"de_DE.UTF-8\"\n", "locale", "{\"LANG\":\"de_DE.UTF-8\"}");
        assertFact("timezone", "../usr/share/zoneinfo/Europe/Berlin\n", "timezone", "\"Europe/Berlin\"");
        assertFact("timezone", "Etc/UTC\n", "timezone", "\"Etc/UTC\"");
    }

    @Test
    void settings_of_the_kernel() {
        assertFact(
                "proc-sys",
                "./net/ipv4/conf/eth0.7/forwarding:1\n./kernel/printk:4\t4\t1\t7\n./a/b:1\n./a/b:2\n",
                "sysctl",
                "{\"net.ipv4.conf.eth0/7.forwarding\":\"1\",\"kernel.printk\":\"4 4 1 7\",\"a.b\":\"1; 2\"}");
        assertFact(
                "sysctl",
                "kernel.printk = 4\t4\t1\t7\nnet.ipv4.conf.eth0/7.forwarding = 1\n",
                "sysctl",
                "{\"kernel.printk\":\"4 4 1 7\",\"net.ipv4.conf.eth0/7.forwarding\":\"1\"}");
        assertFact(
                "sysctl-config",
                "# ours\n-net/ipv4/ip_forward=1\nvm.swappiness = 10\n",
                "sysctl_config",
                "{\"net.ipv4.ip_forward\":\"1\",\"vm.swappiness\":\"10\"}");
    }

    @Test
    void mounts_that_no_machine_has_are_refused_before_each_option_becomes_a_fact() {
        String endless = "/dev/vda1 / ext4 odd=1 0 0\n".repeat(50_000);
        assertThat(read("mounts", endless).profile().has("disk_devices")).isFalse();
        assertThat(read("mounts", endless).document().at("/looked_at/except").toString())
                .contains("disk_devices");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev/vda1 / ext4 odd=1 0 0",
                "/dev/vda1 / ext4 odd%d=%d 0 0",
                "/dev/vda%d /%d ext4 odd=\\040 0 0",
                "tmpfs / tmpfs odd%d=%d 0 0"
            })
    void twice_the_mounts_are_twice_the_document(String form) {
        long some = document(form, 4000);
        assertThat(document(form, 8000)).isBetween(2 * some - 400, 2 * some);
    }

    /** How long it is. */
    private static long document(String form, int mounts) {
        String lines = IntStream.range(1000, 1000 + mounts)
                .mapToObj(number -> String.format(form, number, number))
                .collect(Collectors.joining("\n"));
        return read("mounts", lines).line().length();
    }

    @Test
    void mounts() {
        String content =
                "/dev/vda1 / ext4 rw,relatime,errors=remount-ro 0 0\ntmpfs /run/a\\040b tmpfs rw,size=5k 0 0\n";
        assertFact(
                "mounts",
                content,
                "disk_devices",
                "[{\"device\":\"/dev/vda1\",\"mount_point\":\"/\",\"type\":\"ext4\","
                        + "\"options\":{\"rw\":true,\"relatime\":true,\"errors\":\"remount-ro\"}}]");
        assertFact(
                "mounts",
                content,
                "mounts",
                "[{\"name\":\"/run/a b\",\"device\":\"tmpfs\",\"type\":\"tmpfs\",\"options\":\"rw,size=5k\"}]");
        assertFact(
                "fstab",
                "UUID=1 /srv xfs defaults 0 0\n",
                "fstab",
                "[{\"name\":\"/srv\",\"device\":\"UUID=1\",\"type\":\"xfs\",\"options\":\"defaults\"}]");
    }

    /** OpenSSH 9.2. */
    @Test
    void sshd() {
        assertFact(
                "sshd-effective",
                "port 22\nport 2222\npermitrootlogin without-password\n",
                "sshd",
                "{\"port\":\"22, 2222\",\"permitrootlogin\":\"without-password\"}");
        assertFact(
                "sshd-config",
                "PermitRootLogin no\n\nMatch User git\n  AllowTcpForwarding no\n",
                "sshd_config",
                "{\"permitrootlogin\":\"no\",\"match User git\":{\"allowtcpforwarding\":\"no\"}}");
    }

    @Test
    void accounts_and_crontabs() {
        assertFact(
                "users",
                "root\t0\t0\t/bin/bash\n",
                "users",
                "[{\"name\":\"root\",\"uid\":\"0\",\"gid\":\"0\",\"shell\":\"/bin/bash\"}]");
        assertFact(
                "groups",
                "wheel\t10\tops,web\t\n",
                "groups",
                "[{\"name\":\"wheel\",\"gid\":\"10\",\"members\":\"ops,web\"}]");
        String digest = "ab".repeat(32);
        assertFact("crontabs", digest + "  etc/crontab\n", "crontabs", "{\"/etc/crontab\":\"sha256:" + digest + "\"}");
    }

    @Test
    void a_machine_without_an_id_is_known_by_its_name_unless_others_have_the_same() {
        String named = id(read("hostname", "Web-1.example.com\n"));
        assertThat(named).matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
        assertThat(id(read("hostname", "web-1.example.com\n"))).isEqualTo(named);
        assertThat(id(read("hostname", "web-2.example.com\n"))).isNotEqualTo(named);
        assertThat(id(read("hostname", "localhost.localdomain\n"))).isEmpty();
        assertThat(id(read("hostname", "\n"))).isEmpty();
    }

    private static String id(HostDraft host) {
        return host.document().path("id").asText();
    }

    @Test
    void who_a_machine_is() {
        Section machine = Section.read("machine-id", "0123456789abcdef0123456789abcdef\n");
        String ofMachine = MachineReader.read(Map.of("machine-id", machine))
                .document()
                .path("id")
                .asText();
        assertThat(ofMachine).matches("[0-9a-f-]{36}").doesNotContain("0123456789");
        Section insights = Section.read("insights-id", "216CAC77-7cb1-4987-9231-59557bcb73a8");
        HostDraft both = MachineReader.read(Map.of("machine-id", machine, "insights-id", insights));
        assertThat(both.document().path("id").asText()).isEqualTo("216cac77-7cb1-4987-9231-59557bcb73a8");
        assertThat(read("clock", "1700000000 +0100 CET\n")
                        .document()
                        .path("updated")
                        .asText())
                .isEqualTo("2023-11-14T22:13:20Z");
        assertThat(read("hostname", "web-1\n").document().path("display_name").asText())
                .isEqualTo("web-1");
    }

    @Test
    void what_no_section_tells_of_was_not_looked_at() {
        assertThat(MachineReader.read(Map.of()).document().path("looked_at")).hasToString("{\"only\":[]}");
        assertThat(lookedAt(Section.read("users", "root\t0\t0\t/bin/sh\n"))).hasToString("{\"only\":[\"users\"]}");
    }

    @Test
    void a_file_that_is_not_there_tells_that_there_is_nothing_of_it() {
        assertThat(lookedAt(new Section("fstab", Status.ABSENT, ""))).hasToString("{\"only\":[\"fstab\"]}");
        assertThat(lookedAt(new Section("rpm", Status.ABSENT, ""))).hasToString("{\"only\":[]}");
        assertThat(lookedAt(new Section("fstab", Status.SKIPPED, ""))).hasToString("{\"only\":[]}");
    }

    @Test
    void what_may_not_be_read_or_was_not_understood_is_named() {
        assertThat(lookedAt(new Section("sshd-config", Status.DENIED, "")))
                .hasToString("{\"only\":[],\"except\":[\"sshd_config\"]}");
        assertThat(lookedAt(Section.read("users", "root\t0\t0\t/bin/sh\nsomething\n")))
                .hasToString("{\"only\":[],\"except\":[\"users\"]}");
    }

    /** A list that is not whole: what it has counts, and what it lacks nobody knows. */
    @Test
    void a_command_that_failed_tells_what_it_printed() {
        Section half = new Section("rpm", Status.FAILED, "bash\t(none)\t5\t9\tx86_64\t1\n");
        Section others = Section.read("dpkg-status", "Package: a\nStatus: install ok installed\nVersion: 1\n");
        HostDraft host = MachineReader.read(Map.of("rpm", half, "dpkg-status", others));
        assertThat(host.profile().path("installed_packages")).hasToString("[\"bash-0:5-9.x86_64\"]");
        assertThat(host.document().path("looked_at"))
                .hasToString("{\"only\":[\"installed_packages\"],\"except\":[\"installed_packages\"]}");
    }

    @Test
    void of_two_ways_one_that_worked_is_enough() {
        assertThat(lookedAt(
                        new Section("unit-files", Status.FAILED, ""),
                        Section.read("unit-links", "/lib/systemd/system/a.service\n")))
                .hasToString("{\"only\":[\"installed_services\",\"enabled_services\",\"enabled_units\"]}");
        assertThat(lookedAt(new Section("unit-files", Status.FAILED, "")).path("except"))
                .hasSize(3);
    }

    @Test
    void each_section_has_one_reader_and_each_reader_a_section() {
        List<String> read = MachineParts.ALL.stream().map(Part::section).toList();
        assertThat(read).doesNotHaveDuplicates();
        assertThat(CollectScript.sections().stream().filter(name -> !read.contains(name)))
                .containsExactly("machine-id", "insights-id", "clock");
    }

    @Test
    void a_setting_of_the_kernel_that_only_root_reads_was_not_looked_at() {
        JsonNode lookedAt = lookedAt(Section.read("proc-sys", "./kernel/pid_max:4194304\ndenied ./kernel/cad_pid\n"));
        assertThat(lookedAt.path("only")).hasToString("[\"sysctl\"]");
        assertThat(lookedAt.path("except")).hasToString("[\"sysctl.kernel.cad_pid\"]");
    }
}
