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
            way("ip-address", IpAddresses::read, "network_interfaces"),
            share("rpm", RpmList::read, "installed_packages"),
            share("dpkg-status", PackageParagraphs::dpkg, "installed_packages"),
            share("apk-installed", PackageParagraphs::apk, "installed_packages"),
            whole("selinux-enforce", SingleTexts::selinuxMode, "selinux_current_mode"),
            whole("tuned-profile", SingleTexts.text("tuned_profile"), "tuned_profile"),
            way("proc-sys", ProcSys::files, "sysctl"),
            way("sysctl", ProcSys::sysctl, "sysctl"),
            whole("timezone", SingleTexts::timezone, "timezone"));

    private MachineParts() {}
}
