package io.drift.core.comparison;

import java.util.List;
import java.util.stream.Stream;

/** The list {@code volatile}: what changes by itself. {@code docs/facts.md} tells why of each part. */
final class VolatileFacts {

    /** When the machine was booted, and for how long it runs; what the clock says while somebody looks. */
    private static final List<String> CLOCKS =
            List.of("last_boot_time", "boot_time", "uptime", "uptime_seconds", "uptime.*", "clock", "clock.*");

    /** What the kernel counts, or draws by lot, or tunes by itself. */
    private static final List<String> KERNEL = List.of(
            "sysctl.kernel.random.boot_id",
            "sysctl.kernel.random.uuid",
            "sysctl.kernel.random.entropy_avail",
            "sysctl.kernel.ns_last_pid",
            "sysctl.kernel.pty.nr",
            "sysctl.kernel.perf_event_max_sample_rate",
            "sysctl.kernel.sched_domain.*.max_newidle_lb_cost",
            "sysctl.kernel.spl.kmem.*",
            "sysctl.fs.aio-nr",
            "sysctl.fs.dentry-state",
            "sysctl.fs.file-nr",
            "sysctl.fs.inode-nr",
            "sysctl.fs.inode-state",
            "sysctl.fs.quota.*",
            "sysctl.net.core.netdev_rss_key",
            "sysctl.net.netfilter.nf_conntrack_count",
            "sysctl.net.ipv4.netfilter.ip_conntrack_count");

    /** The interfaces that runtimes of containers and machines make up, under names of their own. */
    private static final List<String> INTERFACES =
            List.of("veth*", "docker*", "br-????????????", "cali*", "lxc????????????", "vnet*");

    private static final List<String> LEASES = List.of(
            "network_interfaces.*.valid_lft",
            "network_interfaces.*.preferred_lft",
            "network_interfaces.*.valid_life_time",
            "network_interfaces.*.preferred_life_time",
            "network_interfaces.*.lease*",
            "leases.*");

    /** Who is logged in, and what they just do; what the kernel and the system start for a moment. */
    private static final List<String> PASSING_PROCESSES = List.of(
            "kworker*",
            "(sd-pam)",
            "(udev-worker)",
            "systemd-udevd: *",
            "systemd-userwor*",
            "sshd: *",
            "sshd-session*",
            "sftp-server",
            "scp",
            "ssh",
            "rsync",
            "sudo",
            "su",
            "sh",
            "bash",
            "dash",
            "zsh",
            "fish",
            "sleep",
            "ps",
            "top",
            "less",
            "tail",
            "head",
            "cat",
            "cut",
            "sort",
            "grep",
            "sed",
            "awk",
            "find",
            "xargs",
            "date");

    static final FactList LIST = new FactList(
            "volatile",
            Stream.of(
                            CLOCKS.stream(),
                            KERNEL.stream(),
                            INTERFACES.stream().flatMap(VolatileFacts::factsOfInterface),
                            LEASES.stream(),
                            PASSING_PROCESSES.stream().map(name -> "running_processes." + name))
                    .flatMap(part -> part)
                    .toList(),
            List.of("running_processes.*"));

    private VolatileFacts() {}

    private static Stream<String> factsOfInterface(String name) {
        return Stream.of(
                "network_interfaces." + name + ".*",
                "sysctl.net.ipv?.conf." + name + ".*",
                "sysctl.net.ipv?.neigh." + name + ".*");
    }
}
