package io.drift.collector.source;

import static io.drift.collector.source.ArchivedSection.of;
import static io.drift.collector.source.ArchivedSection.same;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which files of a sosreport or of an archive of the Insights client stand for which section. Where there are several
 * ways, the first that is there counts.
 */
final class ArchivedSections {

    private static final String ZONE = "etc/localtime";
    private static final Pattern ZONE_TARGET = Pattern.compile("(?:[./]*/)?usr/share/zoneinfo/[A-Za-z0-9_+/-]{1,60}");
    /** Where commands left what they printed. */
    private static final String SOS = "sos_commands/[a-z0-9_]+/";

    private static final String COMMAND = "(?:" + SOS + "|insights_commands/)";

    static final List<ArchivedSection> ALL = List.of(
            same("machine-id", "etc/machine-id"),
            same("insights-id", "etc/insights-client/machine-id"),
            of("clock", COMMAND + "date_--utc", CommandOutput::clock),
            of("hostname", COMMAND + "uname_-a", CommandOutput::nodeName),
            same("hostname", COMMAND + "hostname"),
            same("hostname", "etc/hostname"),
            same("os-release", "etc/os-release"),
            same("os-release", "usr/lib/os-release"),
            same("redhat-release", "etc/redhat-release"),
            same("debian-version", "etc/debian_version"),
            of("kernel-release", COMMAND + "uname_-a", CommandOutput::kernelRelease),
            of("architecture", COMMAND + "uname_-a", CommandOutput::architecture),
            of("modules", "proc/modules", CommandOutput::firstWords),
            of("modules", COMMAND + "lsmod", CommandOutput::loadedModules),
            same("boot-time", "proc/stat"),
            same("lscpu", COMMAND + "lscpu"),
            same("cpuinfo", "proc/cpuinfo"),
            same("meminfo", "proc/meminfo"),
            of("dmi", COMMAND + "dmidecode", DmidecodeOutput::fields),
            of("virtualisation", COMMAND + "hostnamectl(?:_status)?", CommandOutput::virtualisation),
            of("unit-files", COMMAND + "systemctl_list-unit-files", CommandOutput::unitRows),
            of("units-failed", COMMAND + "systemctl_list-units_--failed", CommandOutput::unitRows),
            same("ip-address", COMMAND + "ip_(?:-d_)?addr(?:ess)?(?:_show)?"),
            of("ip-route", COMMAND + "ip_(?:-4_)?route_show_table_all", CommandOutput::defaultRoutes),
            of("ip-route-6", COMMAND + "ip_(?:-6_)?route_show_table_all", CommandOutput::defaultRoutes6),
            same("resolv-conf", "etc/resolv\\.conf"),
            of(
                    "rpm",
                    "insights_commands/rpm_-qa_--qf_.*|" + SOS + "sh_-c_rpm_--nodigest_-qa_.*|installed-rpms",
                    RpmOutput::fields),
            same("dpkg-status", "var/lib/dpkg/status"),
            of("dpkg-status", "var/lib/dpkg/status\\.d/[^/]+(?<!\\.md5sums)", DpkgOutput::ofImage),
            of("dpkg-status", COMMAND + "dpkg_-l", DpkgOutput::paragraphs),
            same("apk-installed", "(?:usr/)?lib/apk/db/installed"),
            same("dnf-modules", "etc/dnf/modules\\.d/[^/]+\\.module"),
            same("yum-repos", "etc/yum\\.repos\\.d/[^/]+\\.repo"),
            same("zypp-repos", "etc/zypp/repos\\.d/[^/]+\\.repo"),
            same("apt-sources", "etc/apt/sources\\.list(?:\\.d/[^/]+\\.list)?"),
            same("apt-deb822", "etc/apt/sources\\.list\\.d/[^/]+\\.sources"),
            same("apk-repositories", "etc/apk/repositories"),
            same("selinux-config", "etc/selinux/config"),
            same("selinux-enforce", "sys/fs/selinux/enforce"),
            of("selinux-enforce", COMMAND + "sestatus(?:_-b)?", CommandOutput::selinuxMode),
            same("tuned-profile", "etc/tuned/active_profile"),
            same("sysctl", COMMAND + "sysctl_-a"),
            same("sysctl-config", "etc/sysctl\\.conf|etc/sysctl\\.d/[^/]+\\.conf"),
            same("mounts", "proc/mounts"),
            same("fstab", "etc/fstab"),
            same("sshd-effective", COMMAND + "sshd_-T"),
            same("sshd-config", "etc/ssh/sshd_config(?:\\.d/[^/]+\\.conf)?"),
            same("timezone", ZONE),
            of("timezone", COMMAND + "timedatectl(?:_status)?", CommandOutput::timeZone),
            same("locale", "etc/locale\\.conf"),
            same("locale", "etc/default/locale"));

    private ArchivedSections() {}

    /** Whether a file matters; of others nothing is kept. */
    static boolean isKnown(String path) {
        return ALL.stream().anyMatch(one -> one.path().matcher(path).matches());
    }

    /** Whether a link names a time zone. */
    static boolean isZone(String path, String target) {
        return path.equals(ZONE) && ZONE_TARGET.matcher(target).matches();
    }
}
