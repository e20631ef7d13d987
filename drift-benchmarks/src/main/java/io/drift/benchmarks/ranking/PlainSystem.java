package io.drift.benchmarks.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An invented system without a role, as facts. The same seed and number give the same system. */
final class PlainSystem {

    private static final String SAME = "same";

    private final PythonRandom random;
    private final int number;
    private final Map<String, String> facts = new TreeMap<>();

    private PlainSystem(int seed, int number) {
        this.random = PythonRandom.of(seed + "/" + number);
        this.number = number;
    }

    /** The facts of a system. */
    static Map<String, String> of(PlainNames names, int seed, int number) {
        PlainSystem system = new PlainSystem(seed, number);
        system.fill(names);
        return system.facts;
    }

    private void fill(PlainNames names) {
        for (int word = 0; word < 4; word++) {
            random.bits(32); // the id
        }
        packages(names.packages);
        interfaces();
        single();
        listed("cpu_flags.", "yes", names.flags, 100);
        listed("kernel_modules.", "yes", names.modules, 80);
        listed(RoleFleet.ENABLED, "enabled", names.services, 60);
        listed(RoleFleet.INSTALLED, "installed", names.services, 60);
        kept(names.processes, 110)
                .forEach(process -> facts.put("running_processes." + process, random.chance(0.92) ? "1" : "2"));
        for (String tag : List.of("group", "owner", "stage", "site")) {
            facts.put("tag." + tag, random.chance(0.9) ? SAME : "other");
        }
        constants();
    }

    /** Of a few more names than are wanted, each with 97 %; not more than are wanted. */
    private <T> List<T> kept(List<T> names, int most) {
        List<T> kept = new ArrayList<>();
        for (T name : names.subList(0, Math.min(names.size(), (int) (most / 0.97) + 1))) {
            if (random.chance(0.97)) {
                kept.add(name);
            }
        }
        return kept.subList(0, Math.min(most, kept.size()));
    }

    private void listed(String group, String value, List<String> names, int most) {
        kept(names, most).forEach(name -> facts.put(group + name, value));
    }

    private void packages(List<PlainNames.Package> packages) {
        for (PlainNames.Package one : kept(packages, 600)) {
            facts.put(RoleFleet.PACKAGES + one.name(), random.chance(0.08) ? one.other() : one.usual());
        }
        facts.put(RoleFleet.PACKAGES + "gpg-pubkey", random.bits(32) + "-" + random.bits(32));
        facts.put(RoleFleet.PACKAGES + "insights-client", SAME);
    }

    private void interfaces() {
        for (String part : List.of("ipv4_addresses", "ipv6_addresses", "mac_address", "mtu", "state", "type")) {
            facts.put("nic.lo." + part, SAME);
            for (int nic = 0; nic < 9; nic++) {
                facts.put("nic.eth" + nic + "." + part, part.endsWith("s") ? "of " + number : SAME);
            }
        }
        for (int nic = 0; nic < 9; nic++) {
            facts.put("nic.eth" + nic + ".mtu", random.chance(0.95) ? "1500" : "9000");
            facts.put("nic.eth" + nic + ".state", random.chance(0.9) ? "UP" : "DOWN");
        }
    }

    private void single() {
        facts.put("os_release", random.chance(0.8) ? "8.1" : "8.2");
        facts.put("last_boot_time", "2020-03-" + random.between(1, 28));
        facts.put("captured_date", "2020-07-" + random.between(1, 28));
        facts.put("number_of_cpus", random.chance(0.9) ? "4" : "8");
        facts.put("system_memory_bytes", random.chance(0.9) ? "8589934592" : "33664630784");
    }

    private void constants() {
        for (String name : List.of(
                "arch",
                "bios_release_date",
                "bios_vendor",
                "bios_version",
                "cloud_provider",
                "cores_per_socket",
                "cpu_model",
                "infrastructure_type",
                "infrastructure_vendor",
                "number_of_sockets",
                "operating_system.major",
                "operating_system.minor",
                "operating_system.name",
                "os_kernel_version",
                "satellite_managed",
                "selinux_config_file",
                "selinux_current_mode",
                "systemd.failed",
                "systemd.jobs_queued",
                "systemd.state",
                "tuned_profile")) {
            facts.put(name, SAME);
        }
        for (int repository = 0; repository < 5; repository++) {
            for (String part : List.of("base_url", "enabled", "gpgcheck", "name")) {
                facts.put("repo.repo" + repository + "." + part, SAME);
            }
        }
    }
}
