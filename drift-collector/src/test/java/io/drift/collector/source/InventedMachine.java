package io.drift.collector.source;

import io.drift.collector.Section;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The machine web-1.example.com, with RHEL 9.4, in three forms: the sections of its collection, the files of its sosreport
 * (sos 4.7.1) and those of its archive of insights-client (3.2.6).
 */
final class InventedMachine {

    private static final String UNAME =
            "Linux web-1.example.com 5.14.0-427.13.1.el9_4.x86_64 #1 SMP PREEMPT_DYNAMIC Wed Apr 10 10:29:16 EDT 2024"
                    + " x86_64 x86_64 x86_64 GNU/Linux\n";
    private static final String OS_RELEASE = """
            NAME="Red Hat Enterprise Linux"
            VERSION="9.4 (Plow)"
            ID="rhel"
            ID_LIKE="fedora"
            VERSION_ID="9.4"
            PLATFORM_ID="platform:el9"
            PRETTY_NAME="Red Hat Enterprise Linux 9.4 (Plow)"
            """;
    private static final String LSCPU = """
            Architecture:            x86_64
              CPU op-mode(s):        32-bit, 64-bit
            CPU(s):                  2
              On-line CPU(s) list:   0,1
            Vendor ID:               GenuineIntel
              Model name:            Intel(R) Xeon(R) Gold 6230
                Thread(s) per core:  1
                Core(s) per socket:  1
                Socket(s):           2
                Flags:               fpu vme de pse
            """;
    private static final String MEMINFO = """
            MemTotal:        3997696 kB
            MemFree:          201236 kB
            SwapTotal:       2097148 kB
            """;
    private static final String IP = """
            1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
                link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
                inet 127.0.0.1/8 scope host lo
                   valid_lft forever preferred_lft forever
            2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000
                link/ether 52:54:00:ab:cd:01 brd ff:ff:ff:ff:ff:ff
                inet 192.0.2.11/24 brd 192.0.2.255 scope global noprefixroute eth0
                   valid_lft forever preferred_lft forever
                inet6 2001:db8::11/64 scope global noprefixroute
                   valid_lft forever preferred_lft forever
            """;
    private static final String ROUTE = "default via 192.0.2.1 dev eth0 proto static metric 100 \n";
    private static final String ROUTE_6 = "default via 2001:db8::1 dev eth0 proto static metric 100 pref medium\n";
    private static final String ALL_ROUTES =
            ROUTE + "192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.11 metric 100 \n"
                    + "default via 198.51.100.1 dev eth0 table backup \n"
                    + "local 127.0.0.0/8 dev lo table local proto kernel scope host src 127.0.0.1 \n" + ROUTE_6;
    private static final String REPOSITORY = """
            [own]
            name = Own packages
            baseurl = https://mirror:hidden-word@repo.example.com/own
            password = planted-secret
            enabled = 1
            gpgcheck = 1
            """;
    private static final String UNITS = """
            sshd.service    enabled  enabled
            getty@.service  enabled  enabled
            cups.service    disabled disabled
            """;
    private static final String SYSCTL = "kernel.ostype = Linux\nnet.ipv4.ip_forward = 0\nvm.swappiness = 30\n";
    private static final String MOUNTS = "/dev/vda3 / xfs rw,seclabel,relatime 0 0\nproc /proc proc rw,nosuid 0 0\n";
    private static final String SSHD = "PermitRootLogin no\n# PasswordAuthentication yes\nX11Forwarding yes\n";
    private static final String SELINUX = "# how it begins\nSELINUX=enforcing\nSELINUXTYPE=targeted\n";
    private static final String[][] PACKAGES = {
        {"bash", "(none)", "5.1.8", "9.el9", "x86_64"},
        {"openssl", "1", "3.0.7", "27.el9", "x86_64"},
        {"kernel", "(none)", "5.14.0", "427.13.1.el9_4", "x86_64"},
        {"gpg-pubkey", "(none)", "fd431d51", "4ae0493b", "(none)"}
    };

    private InventedMachine() {}

    /** As {@code collect.sh} has it. */
    static Map<String, Section> collection() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("machine-id", "3f2a9f0c6b1e4d5f8a7b6c5d4e3f2a11\n");
        texts.put("insights-id", "5a3f2a9f-0c6b-4e4d-8f8a-7b6c5d4e3f2a\n");
        texts.put("hostname", "web-1.example.com\n");
        texts.put("clock", "1715844164 +0200 CEST\n");
        texts.put("os-release", OS_RELEASE);
        texts.put("redhat-release", "Red Hat Enterprise Linux release 9.4 (Plow)\n");
        texts.put("kernel-release", "5.14.0-427.13.1.el9_4.x86_64\n");
        texts.put("architecture", "x86_64\n");
        texts.put("modules", "xfs\nvirtio_net\n");
        texts.put("lscpu", LSCPU);
        texts.put("meminfo", "MemTotal:        3997696 kB\nSwapTotal:       2097148 kB\n");
        texts.put(
                "dmi",
                "sys_vendor=QEMU\nproduct_name=Standard PC (Q35 + ICH9, 2009)\nbios_vendor=SeaBIOS\n"
                        + "bios_version=1.16.3-2.el9\nbios_date=04/01/2014\n");
        texts.put("virtualisation", "kvm\n");
        texts.put("unit-files", UNITS);
        texts.put("processes", "self 99\n1 (systemd) 0\n700 (sshd) 1\n");
        texts.put("ip-address", IP);
        texts.put("ip-route", ROUTE);
        texts.put("ip-route-6", ROUTE_6);
        texts.put("resolv-conf", "search example.com\nnameserver 192.0.2.53\n");
        StringBuilder rpm = new StringBuilder();
        for (String[] one : PACKAGES) {
            rpm.append(String.join("\t", one)).append("\t1715000000\n");
        }
        texts.put("rpm", rpm.toString());
        texts.put(
                "yum-repos",
                "[own]\nname = Own packages\nbaseurl = https://repo.example.com/own\nenabled = 1\ngpgcheck = 1\n\n\n");
        texts.put("selinux-config", "SELINUX=enforcing\nSELINUXTYPE=targeted\n");
        texts.put("selinux-enforce", "1\n");
        texts.put("tuned-profile", "virtual-guest\n");
        texts.put("sysctl", SYSCTL);
        texts.put("mounts", MOUNTS);
        texts.put("fstab", "/dev/vda3 / xfs defaults 0 0\n");
        texts.put("sshd-config", "PermitRootLogin no\nX11Forwarding yes\n\n\n");
        texts.put("timezone", "../usr/share/zoneinfo/Europe/Prague\n");
        texts.put("locale", "LANG=\"en_US.UTF-8\"\n");
        texts.put("users", "root\t0\t0\t/bin/bash\n");
        Map<String, Section> sections = new LinkedHashMap<>();
        texts.forEach((name, text) -> sections.put(name, Section.read(name, text)));
        return sections;
    }

    private static Map<String, String> filesOfBoth() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("etc/machine-id", "3f2a9f0c6b1e4d5f8a7b6c5d4e3f2a11\n");
        files.put("etc/insights-client/machine-id", "5a3f2a9f-0c6b-4e4d-8f8a-7b6c5d4e3f2a");
        files.put("etc/os-release", OS_RELEASE);
        files.put("etc/redhat-release", "Red Hat Enterprise Linux release 9.4 (Plow)\n");
        files.put("etc/resolv.conf", "# Generated by NetworkManager\nsearch example.com\nnameserver 192.0.2.53\n");
        files.put("etc/yum.repos.d/own.repo", REPOSITORY);
        files.put("etc/selinux/config", SELINUX);
        files.put("etc/tuned/active_profile", "virtual-guest\n");
        files.put("etc/fstab", "# Created by anaconda\n/dev/vda3 / xfs defaults 0 0\n");
        files.put("etc/ssh/sshd_config", SSHD);
        files.put("etc/locale.conf", "LANG=\"en_US.UTF-8\"\n");
        files.put("etc/shadow", "root:planted-secret:19000::::::\n");
        files.put("proc/meminfo", MEMINFO);
        files.put("proc/mounts", MOUNTS);
        return files;
    }

    private static String dmidecode() {
        return """
                # dmidecode 3.5
                Getting SMBIOS data from sysfs.
                SMBIOS 2.8 present.

                Handle 0x0000, DMI type 0, 24 bytes
                BIOS Information
                \tVendor: SeaBIOS
                \tVersion: 1.16.3-2.el9
                \tRelease Date: 04/01/2014
                \tROM Size: 64 kB

                Handle 0x0100, DMI type 1, 27 bytes
                System Information
                \tManufacturer: QEMU
                \tProduct Name: Standard PC (Q35 + ICH9, 2009)
                \tVersion: Not Specified
                \tSerial Number: planted-secret
                """;
    }

    private static String unitFiles() {
        return "UNIT FILE       STATE    PRESET\n" + UNITS + "\n3 unit files listed.\n";
    }

    private static String hostnamectl() {
        return " Static hostname: web-1.example.com\n       Icon name: computer-vm\n      Machine ID: 3f2a9f0c6b1e4d5f8a7b6c5d4e3f2a11\n"
                + "  Virtualization: kvm\nOperating System: Red Hat Enterprise Linux 9.4 (Plow)\n";
    }

    private static String timedatectl() {
        return "               Local time: Thu 2024-05-16 09:22:44 CEST\n           Universal time: Thu 2024-05-16 07:22:44 UTC\n"
                + "                Time zone: Europe/Prague (CEST, +0200)\n";
    }

    private static final String DATE = "Thu May 16 07:22:44 AM UTC 2024\n";
    private static final String LSMOD =
            "Module                  Size  Used by\nxfs                  2469888  2\nvirtio_net            98304  0\n";
    private static final String SESTATUS =
            "SELinux status:                 enabled\nCurrent mode:                   enforcing\n";

    /** The files of a sosreport, below its folder. Its list of packages tells no epochs. */
    static Map<String, String> sosreport() {
        Map<String, String> files = filesOfBoth();
        files.put("version.txt", "sos report: 4.7.1\n");
        files.put("sos_commands/kernel/uname_-a", UNAME);
        files.put("sos_commands/kernel/lsmod", LSMOD);
        files.put("sos_commands/kernel/sysctl_-a", SYSCTL);
        files.put("sos_commands/date/date_--utc", DATE);
        files.put("sos_commands/processor/lscpu", LSCPU);
        files.put("sos_commands/hardware/dmidecode", dmidecode());
        files.put("sos_commands/host/hostname", "web-1.example.com\n");
        files.put("sos_commands/host/hostnamectl_status", hostnamectl());
        files.put("sos_commands/systemd/systemctl_list-unit-files", unitFiles());
        files.put("sos_commands/systemd/timedatectl", timedatectl());
        files.put("sos_commands/networking/ip_-d_address", IP);
        files.put("sos_commands/networking/ip_route_show_table_all", ALL_ROUTES);
        files.put("sos_commands/selinux/sestatus", SESTATUS);
        StringBuilder rpm = new StringBuilder();
        for (String[] one : PACKAGES) {
            rpm.append(
                    "%-59s Mon May  6 14:53:20 2024%n".formatted(one[0] + "-" + one[2] + "-" + one[3] + "." + one[4]));
        }
        files.put("sos_commands/rpm/sh_-c_rpm_--nodigest_-qa_--qf_-59_NVRA_INSTALLTIME_date_sort_-V", rpm.toString());
        files.put("sos_commands/firewalld/anything", "password = planted-secret\n");
        return files;
    }

    /** The files of an archive of the client, below its folder. */
    static Map<String, String> insights() {
        Map<String, String> files = new LinkedHashMap<>();
        filesOfBoth().forEach((name, text) -> files.put("data/" + name, text));
        String commands = "data/insights_commands/";
        files.put(commands + "uname_-a", UNAME);
        files.put(commands + "lsmod", LSMOD);
        files.put(commands + "sysctl_-a", SYSCTL);
        files.put(commands + "date_--utc", DATE);
        files.put(commands + "lscpu", LSCPU);
        files.put(commands + "dmidecode", dmidecode());
        files.put(commands + "hostname", "web-1.example.com\n");
        files.put(commands + "hostnamectl", hostnamectl());
        files.put(commands + "systemctl_list-unit-files", unitFiles());
        files.put(commands + "timedatectl_status", timedatectl());
        files.put(commands + "ip_addr", IP);
        files.put(commands + "ip_route_show_table_all", ALL_ROUTES);
        files.put(commands + "sestatus_-b", SESTATUS);
        StringBuilder rpm = new StringBuilder();
        for (String[] one : PACKAGES) {
            rpm.append(
                    "{\"name\":\"%s\",\"epoch\":\"%s\",\"version\":\"%s\",\"release\":\"%s\",\"arch\":\"%s\",\"installtime\":\"Mon May  6 14:53:20 2024\",\"vendor\":\"Red Hat, Inc.\"}%n"
                            .formatted((Object[]) one));
        }
        files.put(
                commands + "rpm_-qa_--qf_name_NAME_epoch_EPOCH_version_VERSION_release_RELEASE_arch_ARCH",
                rpm.toString());
        files.put("meta_data/insights.specs.Specs.lscpu.json", "{}");
        files.put("branch_info", "{\"remote_branch\": -1}");
        return files;
    }
}
