package io.drift.benchmarks.ranking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * An invented fleet: about 1,400 facts, most of them alike nearly everywhere, some different on each machine, and two roles
 * with packages and services of their own. The same seed gives the same fleet.
 */
final class RoleFleet {

    static final String PACKAGES = "installed_packages.";
    static final String ENABLED = "enabled_services.";
    static final String INSTALLED = "installed_services.";

    private static final int ROLE_PACKAGES = 40;
    private static final int STRICT_PACKAGES = 20;
    private static final int SUITE = 12;

    /** So many of a hundred machines have each value. */
    private static final int[][] FEW_VALUES = {{80, 20}, {60, 30, 10}, {90, 7, 3}, {50, 25, 15, 10}};

    /** From nearly all different to about a dozen values. */
    private static final int[] COUNTERS = {1_000_000, 1000, 300, 100, 60, 40, 30, 20, 15, 12};

    private final int machines;
    private final Random random;
    private final Map<String, @Nullable String[]> facts = new LinkedHashMap<>();
    private final @Nullable String[] roles;

    final Map<String, List<String>> strictOfRole = new LinkedHashMap<>();
    final List<String> core = new ArrayList<>();
    final List<String> coreServices = new ArrayList<>();
    final List<String> settings = new ArrayList<>();
    final List<String> fewValues = new ArrayList<>();
    final List<String> noisyPackages = new ArrayList<>();
    final List<String> noisyServices = new ArrayList<>();

    private RoleFleet(int machines, long seed) {
        this.machines = machines;
        this.random = new Random(seed);
        this.roles = new String[machines];
    }

    static RoleFleet of(int machines, long seed) {
        RoleFleet fleet = new RoleFleet(machines, seed);
        fleet.noise();
        fleet.assignRoles();
        fleet.role("web");
        fleet.role("db");
        fleet.constants();
        fleet.spread();
        return fleet;
    }

    int machines() {
        return machines;
    }

    /** The role of a machine; null for most. */
    @Nullable
    String role(int machine) {
        return roles[machine];
    }

    /** The values of each fact by machine. To be changed by who plants something. */
    Map<String, @Nullable String[]> facts() {
        return facts;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void fact(String name, IntFunction<@Nullable String> value) {
        @Nullable String[] values = new String[machines];
        for (int machine = 0; machine < machines; machine++) {
            values[machine] = value.apply(machine);
        }
        facts.put(name, values);
    }

    private String version() {
        return random.nextInt(10) + "." + random.nextInt(41) + "-" + (1 + random.nextInt(90)) + ".el8.x86_64";
    }

    /** What 97 % have, packages in one of two versions. */
    private void noise() {
        for (int number = 0; number < 619; number++) {
            String name = PACKAGES + "pkg" + number;
            String usual = version();
            String other = version() + "_2";
            fact(name, any -> chance(97) ? chance(8) ? other : usual : null);
            noisyPackages.add(name);
        }
        listed("cpu_flags.flag", 104, "enabled");
        listed("kernel_modules.module", 83, "enabled");
        listed(INSTALLED + "service", 62, "installed");
        noisyServices.addAll(listed(ENABLED + "service", 62, "enabled"));
        for (int number = 0; number < 114; number++) {
            fact("running_processes.p" + number, any -> chance(97) ? chance(92) ? "1" : "2" : null);
        }
        for (int nic = 0; nic < 9; nic++) {
            String eth = "nic.eth" + nic + ".";
            int second = nic;
            fact(eth + "address", machine -> "10." + second + "." + machine / 250 + "." + machine % 250);
            fact(eth + "address6", machine -> "fe80::" + second + ":" + machine);
            fact(eth + "hardware", machine -> "52:54:00:" + second + ":" + machine);
            fact(eth + "mtu", any -> chance(95) ? "1500" : "9000");
            fact(eth + "state", any -> chance(90) ? "UP" : "DOWN");
            fact(eth + "type", any -> "ether");
        }
        scalars();
    }

    private List<String> listed(String prefix, int count, String word) {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            names.add(prefix + number);
            fact(prefix + number, any -> chance(97) ? word : null);
        }
        return names;
    }

    private void scalars() {
        fact("os_release", any -> chance(80) ? "8.1" : "8.2");
        fact("booted", any -> "2020-03-" + random.nextInt(28));
        fact("captured", any -> "2020-07-" + random.nextInt(28));
        fact("number_of_cpus", any -> chance(90) ? "4" : "8");
        fact("system_memory", any -> chance(90) ? "8" : "31");
        fact(PACKAGES + "gpg-pubkey", any -> Long.toHexString(random.nextLong()));
        for (int tag = 0; tag < 4; tag++) {
            fact("tags.t" + tag, any -> chance(90) ? "usual" : "other");
        }
        for (String name : "arch bios_vendor bios_version cloud_provider cpu_model selinux tuned_profile".split(" ")) {
            fact(name, any -> "same");
        }
        for (int repository = 0; repository < 5; repository++) {
            for (String part : List.of("name", "base_url", "enabled", "gpgcheck")) {
                fact("yum_repos.r" + repository + "." + part, any -> "same");
            }
        }
    }

    private void assignRoles() {
        List<Integer> order = new ArrayList<>();
        for (int machine = 0; machine < machines; machine++) {
            order.add(machine);
        }
        Collections.shuffle(order, random);
        int webs = Math.max(4, Math.round(machines * 0.30f));
        int databases = Math.max(4, Math.round(machines * 0.15f));
        for (int place = 0; place < webs + databases; place++) {
            roles[order.get(place)] = place < webs ? "web" : "db";
        }
    }

    private void role(String role) {
        List<String> strict = new ArrayList<>();
        String suite = version();
        for (int number = 0; number < ROLE_PACKAGES; number++) {
            String name = PACKAGES + role + (number < SUITE ? "-suite-sub" : "-own") + number;
            String usual = number < SUITE ? suite : version();
            String other = usual + "_1";
            boolean everywhere = number < STRICT_PACKAGES;
            if (everywhere) {
                strict.add(name);
            }
            fact(name, machine -> !role.equals(roles[machine]) ? null : everywhere ? usual : loose(usual, other));
        }
        strictOfRole.put(role, strict);
        for (int number = 0; number < 5; number++) {
            String service = role + "-svc" + number;
            fact(ENABLED + service, machine -> role.equals(roles[machine]) ? "enabled" : null);
            fact(INSTALLED + service, machine -> role.equals(roles[machine]) ? "installed" : null);
        }
    }

    private @Nullable String loose(String usual, String other) {
        return chance(97) ? chance(8) ? other : usual : null;
    }

    private void constants() {
        constant(core, PACKAGES + "core", 60, null);
        constant(coreServices, ENABLED + "coresvc", 10, "enabled");
        constant(settings, "sysctl.s", 30, "0");
    }

    private void constant(List<String> names, String prefix, int count, @Nullable String value) {
        for (int number = 0; number < count; number++) {
            String same = value == null ? version() : value;
            names.add(prefix + number);
            fact(prefix + number, any -> same);
        }
    }

    private void spread() {
        for (int number = 0; number < 12; number++) {
            int[] weights = FEW_VALUES[number % FEW_VALUES.length];
            fewValues.add("few.f" + number);
            fact("few.f" + number, any -> "v" + drawn(weights));
            fact("rack.r" + number, any -> random.nextBoolean() ? "A" : "B");
        }
        for (int number = 0; number < COUNTERS.length; number++) {
            int top = COUNTERS[number];
            fact("serial.s" + number, any -> Long.toHexString(random.nextLong()));
            fact("counter.c" + number, any -> Integer.toString(random.nextInt(top)));
        }
    }

    private int drawn(int[] weights) {
        int left = random.nextInt(100);
        int value = 0;
        while (left >= weights[value]) {
            left -= weights[value++];
        }
        return value;
    }
}
