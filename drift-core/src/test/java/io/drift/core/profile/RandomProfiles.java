package io.drift.core.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Profiles of random shapes and keys, known and unknown. Names and values are few, so that they meet: entries share names,
 * leaves come to the names of known facts, and texts look like what the reading writes.
 */
final class RandomProfiles {

    private static final List<String> TEXTS = List.of(
            "x",
            "y",
            "z",
            "x",
            "1",
            "True",
            "",
            "a, b",
            "listed",
            "listed 2 times",
            "present",
            "enabled",
            "2 x x",
            "N/A",
            "{}",
            "['x']",
            "\ud834\udd1e");
    private static final List<String> ITEMS = List.of("a", "b", "c", "d.e", "", "1", "N/A");
    private static final List<String> NAMES = List.of("a", "a", "b", "b", "a.b", "eth0", "", "1");
    private static final List<String> FIELDS = List.of("x", "y", "b.x", "state", "entries", "version", "value", "mtu");
    private static final List<String> NAME_FIELDS = List.of("name", "id", "device", "uuid", "key");
    private static final List<String> UNKNOWN = List.of(
            "site",
            "a",
            "a.b",
            "disk_devices",
            "dnf_modules",
            "rhsm",
            "gpg_pubkeys",
            "owner_id",
            "cpu_flags.a",
            "network_interfaces.eth0.mtu",
            "installed_packages.bash",
            "tags.ns.a",
            "yum_repos.a",
            "sap.sids",
            "systemd.x",
            "system_memory",
            "workloads.sap",
            "third_party_services",
            "ansible.a",
            "running_processes.a",
            "");
    private static final List<String> SCALARS = List.of(
            "arch",
            "os_release",
            "fqdn",
            "cpu_model",
            "last_boot_time",
            "number_of_cpus",
            "satellite_managed",
            "sap_system",
            "sap_version",
            "sap_instance_number",
            "id",
            "display_name",
            "captured_date");
    static final List<String> PACKAGES = List.of(
            "bash-0:5.1-1.x86_64",
            "bash-5.2-1.x86_64",
            "bash-1:5.1-1.x86_64",
            "bash-1:5.1-1.i686",
            "bash-5.1-1",
            "gpg-pubkey-1-2",
            "gpg-pubkey-3-4",
            "bash",
            "kernel-5-1.x86_64",
            "kernel-5-2.x86_64",
            "kernel-5-1-x86_64",
            "3:kernel-5-1.x86_64",
            "3:kernel-4:5-1.x86_64",
            "kernel-:5-1",
            "kernel-0:1:5-1",
            "kernel-5-1.what",
            "--",
            "---",
            "foo--1.0",
            "foo-1-",
            "a-b-c-1.src",
            "oracleasm-2.6.18-8.el5-2.0.5-1.el5.x86_64",
            "oracleasm-2.6.18-8.el5-1:2.0.5-1.el5.x86_64",
            "N/A",
            "",
            "00:kernel-5-1.x86_64");

    private final Random random;

    RandomProfiles(Random random) {
        this.random = random;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    Map<String, Object> profile() {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("arch", "x86_64");
        for (int i = 3 + random.nextInt(8); i > 0; i--) {
            part(profile);
        }
        return profile;
    }

    private void part(Map<String, Object> profile) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> profile.put(oneOf(UNKNOWN), any(3));
            case 3 -> profile.put(oneOf(SCALARS), chance(80) ? scalar() : any(2));
            case 4 ->
                known(
                        profile,
                        oneOf(List.of("cpu_flags", "enabled_services", "installed_services", "running_processes")),
                        () -> chance(90) ? oneOf(ITEMS) : any(1));
            case 5 ->
                known(
                        profile,
                        oneOf(List.of("installed_packages", "installed_packages", "installed_packages_delta")),
                        () -> chance(95) ? oneOf(PACKAGES) : any(1));
            case 6 -> known(profile, "deb_packages", this::deb);
            case 7 -> known(profile, "network_interfaces", this::networkInterface);
            case 8 ->
                known(profile, "yum_repos", () -> entry(List.of("base_url", "enabled", "gpgcheck", "mirrorlist")));
            case 9 -> known(profile, "tags", this::tag);
            case 10 -> sapOrObject(profile);
            default ->
                profile.put(
                        oneOf(List.of("public_dns", "public_ipv4_addresses", "sap_sids")),
                        chance(80) ? list(() -> oneOf(ITEMS)) : any(2));
        }
        if (chance(10)) {
            profile.put("system_memory_bytes", chance(80) ? 1L << (20 + random.nextInt(30)) : any(1));
        }
    }

    private void known(Map<String, Object> profile, String key, Supplier<Object> item) {
        profile.put(key, chance(90) ? list(item) : any(2));
    }

    private void sapOrObject(Map<String, Object> profile) {
        switch (random.nextInt(4)) {
            case 0 -> profile.put("sap", chance(80) ? sap() : any(2));
            case 1 -> profile.put(oneOf(List.of("ansible", "mssql", "systemd")), chance(80) ? noted() : any(2));
            case 2 -> profile.put("workloads", chance(80) ? workloads() : any(3));
            default -> profile.put("operating_system", object("name", oneOf(List.of("RHEL", "Fedora")), "major", 9));
        }
    }

    private Object workloads() {
        Map<String, Object> workloads = new LinkedHashMap<>();
        workloads.put("sap", chance(80) ? sap() : any(2));
        workloads.put(oneOf(List.of("ansible", "mssql", "systemd")), chance(80) ? noted() : any(2));
        workloads.put(oneOf(List.of("ibm_db2", "crowdstrike", "a")), any(2));
        return workloads;
    }

    private Object sap() {
        return object(
                "sap_system",
                chance(80) ? chance(50) : null,
                "sids",
                chance(80) ? list(() -> oneOf(ITEMS)) : any(1),
                "instance_number",
                chance(80) ? scalar() : any(1),
                oneOf(List.of("version", "x")),
                scalar());
    }

    private Object noted() {
        return object(
                "version", scalar(), "failed_services", chance(60) ? list(() -> oneOf(ITEMS)) : any(3), "a", any(2));
    }

    private Object deb() {
        Map<String, Object> deb = new LinkedHashMap<>();
        deb.put("name", chance(95) ? oneOf(List.of("bash", "libc6", "libc6:amd64", "libc6:i386", "libc6")) : any(1));
        deb.put("version", chance(90) ? oneOf(List.of("1", "2", "1:2", "N/A")) : any(1));
        if (chance(80)) {
            deb.put("arch", chance(90) ? oneOf(List.of("amd64", "i386")) : any(1));
        }
        if (chance(30)) {
            deb.put(oneOf(FIELDS), scalar());
        }
        return chance(95) ? deb : any(1);
    }

    private Object networkInterface() {
        Map<String, Object> nic = new LinkedHashMap<>();
        nic.put("name", chance(90) ? oneOf(List.of("eth0", "lo", "eth0.1", "eth0", "")) : any(1));
        nic.put("ipv4_addresses", chance(80) ? list(() -> oneOf(List.of("10.0.0.1", "10.0.0.2", "10.0.0.3"))) : any(1));
        if (chance(50)) {
            nic.put("ipv6_addresses", chance(80) ? list(() -> oneOf(List.of("fe80::1", "fe80::2", "bad"))) : any(1));
        }
        nic.put(oneOf(List.of("mac_address", "mtu", "state", "type", "1.mtu")), scalar());
        return chance(95) ? nic : any(1);
    }

    private Object tag() {
        Map<String, Object> tag = new LinkedHashMap<>();
        tag.put("namespace", chance(80) ? oneOf(List.of("ns", "n.s")) : any(1));
        tag.put("key", chance(90) ? oneOf(List.of("a", "b", "s.a")) : any(1));
        tag.put("value", chance(90) ? scalar() : any(1));
        if (chance(20)) {
            tag.put(oneOf(FIELDS), scalar());
        }
        return chance(95) ? tag : any(1);
    }

    private Object entry(List<String> fields) {
        Map<String, Object> entry = new LinkedHashMap<>();
        if (chance(90)) {
            entry.put(oneOf(NAME_FIELDS), chance(90) ? oneOf(NAMES) : any(1));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            entry.put(oneOf(fields), chance(85) ? scalar() : any(1));
        }
        return chance(95) ? entry : any(1);
    }

    Object any(int levels) {
        int shape = random.nextInt(levels == 0 ? 4 : 11);
        return switch (shape) {
            case 0, 1, 2 -> scalar();
            case 3 -> oneOf(Arrays.asList(null, Map.of(), List.of()));
            case 4 -> list(() -> oneOf(ITEMS));
            case 5, 6 -> list(() -> entry(FIELDS));
            case 7 -> list(() -> any(levels - 1));
            case 8 -> list(() -> list(this::scalar));
            default -> object(oneOf(FIELDS), any(levels - 1), oneOf(FIELDS), any(levels - 1), oneOf(NAMES), any(0));
        };
    }

    Object scalar() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(3);
            case 1 -> random.nextBoolean();
            case 2 -> oneOf(List.of(1.5, 1e300, 9_007_199_254_740_993L, -1));
            default -> oneOf(TEXTS);
        };
    }

    /** A scalar such as those that stand somewhere in a part. */
    Object like(String part) {
        return oneOf(part.startsWith("installed_packages") ? PACKAGES : oneOf(List.of(TEXTS, ITEMS, NAMES)));
    }

    private List<Object> list(Supplier<Object> item) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(item.get());
        }
        return list;
    }

    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
