package io.drift.collector;

import static io.drift.collector.Part.share;
import static io.drift.collector.Part.way;
import static io.drift.collector.Part.whole;

import java.util.List;

/** Who reads which section, and of which facts it tells. A new section is a line here. */
final class MachineParts {

    static final List<Part> ALL = List.of(
            whole("hostname", SingleTexts::hostname, "fqdn"),
            whole("os-release", OsRelease::read, "os_release", "operating_system"),
            whole("redhat-release", SingleTexts.text("redhat_release"), "redhat_release"),
            whole("debian-version", SingleTexts.text("debian_version"), "debian_version"),
            way("kernel-release", SingleTexts::kernelRelease, "os_kernel_version", "kernel_release"),
            way("architecture", SingleTexts.text("arch"), "arch"),
            whole("modules", SingleTexts.names("kernel_modules"), "kernel_modules"),
            way("boot-time", SingleTexts::bootTime, "last_boot_time"),
            way("lscpu", Processors::lscpu, Processors.keys()),
            way("cpuinfo", Processors::cpuinfo, Processors.keys()),
            way("meminfo", Memory::read, "system_memory_bytes", "swap_memory_bytes"),
            whole("dmi", Dmi::read, "bios_vendor", "bios_version", "bios_release_date", "dmi"),
            way("virtualisation", SingleTexts::virtualisation, "infrastructure_type", "infrastructure_vendor"),
            way("unit-files", Units::files, Units.keys()),
            way("unit-links", Units::links, Units.keys()),
            way("openrc-services", Units::openrc, Units.keys()),
            way("units-failed", Units::failed, "systemd.failed_services"),
            way("unit-manager", Units::manager, "systemd.state", "systemd.jobs_queued", "systemd.failed"),
            way("processes", Processes::read, "running_processes"),
            way("ip-address", IpAddresses::ip, "network_interfaces"),
            way("net-class", IpAddresses::names, "network_interfaces"),
            way("ip-route", Routes.into("default_routes"), "default_routes"),
            way("ip-route-6", Routes.into("default_routes_ipv6"), "default_routes_ipv6"),
            whole("resolv-conf", ResolvConf::read, "dns"),
            share("rpm", RpmList::read, "installed_packages"),
            share("dpkg-status", PackageParagraphs::dpkg, "installed_packages"),
            share("apk-installed", PackageParagraphs::apk, "installed_packages"),
            whole("dnf-modules", YumRepositories::modules, "dnf_modules"),
            whole("yum-repos", YumRepositories::repositories, "yum_repos"),
            whole("zypp-repos", YumRepositories::repositories, "yum_repos"),
            whole("apt-sources", AptRepositories::lines, "apt_repositories"),
            whole("apt-deb822", AptRepositories::paragraphs, "apt_repositories"),
            whole("apk-repositories", SingleTexts.names("apk_repositories"), "apk_repositories"),
            whole("selinux-config", SingleTexts::selinuxConfig, "selinux_config_file", "selinux_type"),
            whole("selinux-enforce", SingleTexts::selinuxMode, "selinux_current_mode"),
            whole("tuned-profile", SingleTexts.text("tuned_profile"), "tuned_profile"),
            way("proc-sys", ProcSys::files, "sysctl"),
            way("sysctl", ProcSys::printed, "sysctl"),
            whole("sysctl-config", ProcSys.assignments("sysctl_config"), "sysctl_config"),
            way("mounts", Mounts::mounted, "mounts", "disk_devices"),
            whole("fstab", Mounts::fstab, "fstab"),
            way("sshd-effective", SshdSettings.into("sshd"), "sshd"),
            whole("sshd-config", SshdSettings.into("sshd_config"), "sshd_config"),
            way("crontabs", Digests::crontabs, "crontabs"),
            whole("timezone", SingleTexts::timezone, "timezone"),
            whole("locale", SingleTexts.assignments("locale"), "locale"),
            way("users", Accounts.into("users", "uid", "gid", "shell"), "users"),
            way("groups", Accounts.into("groups", "gid", "members"), "groups"));

    private MachineParts() {}
}
