package io.drift.benchmarks.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An invented fleet: about 1,400 facts, most of them alike nearly everywhere, some different on each machine, and two roles
 * with packages and services of their own. The same size and seed give the same fleet as the recipe does, value for value.
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
    private final PythonRandom random;
    private final Map<String, @Nullable String[]> facts = new TreeMap<>();
    private final @Nullable String[] roles;

    final Map<String, List<String>> strictOfRole = new LinkedHashMap<>();
    final List<String> core = new ArrayList<>();
    final List<String> coreServices = new ArrayList<>();
    final List<String> settings = new ArrayList<>();
    final List<String> fewValues = new ArrayList<>();
    final List<String> noisyPackages;
    final List<String> noisyServices;

    private RoleFleet(int machines, int seed) {
        this.machines = machines;
        this.random = PythonRandom.of("fleet/" + machines + "/" + seed);
        this.roles = new String[machines];
        plainSystems(seed);
        noisyPackages = noisy(PACKAGES, machines);
        noisyServices = noisy(ENABLED, machines - 1);
        assignRoles();
        role("web");
        role("db");
        constant(core, PACKAGES + "core", 60, null);
        constant(coreServices, ENABLED + "coresvc", 10, "enabled");
        constant(settings, "sysctl.s", 30, "0");
        spread();
    }

    static RoleFleet of(int machines, int seed) {
        return new RoleFleet(machines, seed);
    }

    int machines() {
        return machines;
    }

    /** The role of a machine; null for most. */
    @Nullable
    String role(int machine) {
        return roles[machine];
    }

    /** The values of each fact by machine, in the order of their names. To be changed by who plants something. */
    Map<String, @Nullable String[]> facts() {
        return facts;
    }

    /** How many machines lack a fact. */
    int lacking(String fact) {
        return (int) Arrays.stream(facts.get(fact)).filter(Objects::isNull).count();
    }

    private void plainSystems(int seed) {
        PlainNames names = new PlainNames(seed);
        for (int machine = 0; machine < machines; machine++) {
            int number = machine;
            PlainSystem.of(names, seed, machine)
                    .forEach((name, value) -> facts.computeIfAbsent(name, any -> new String[machines])[number] = value);
        }
    }

    /** What at least nine of ten have, and not more machines than that; packages with "core" in their names do not count. */
    private List<String> noisy(String group, int most) {
        return facts.keySet().stream()
                .filter(name -> name.startsWith(group) && !name.contains("core"))
                .filter(name -> !name.contains("pubkey") && !name.contains("insights"))
                .filter(name -> {
                    int having = machines - lacking(name);
                    return having / (double) machines >= 0.9 && having <= most;
                })
                .toList();
    }

    private void fact(String name, IntFunction<@Nullable String> value) {
        @Nullable String[] values = new String[machines];
        for (int machine = 0; machine < machines; machine++) {
            values[machine] = value.apply(machine);
        }
        facts.put(name, values);
    }

    private String version() {
        return random.between(0, 9) + "." + random.between(0, 40) + "-" + random.between(1, 90) + ".el8.x86_64";
    }

    private void assignRoles() {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, machines).boxed().toList());
        random.shuffle(order);
        int webs = (int) Math.rint(machines * 0.30);
        int databases = (int) Math.rint(machines * 0.15);
        for (int place = 0; place < webs + databases; place++) {
            roles[order.get(place)] = place < webs ? "web" : "db";
        }
    }

    private void role(String role) {
        List<String> strict = new ArrayList<>();
        String suite = "2." + random.between(0, 9) + "." + random.between(0, 9) + "-" + random.between(1, 90);
        for (int number = 0; number < ROLE_PACKAGES; number++) {
            String name = PACKAGES + role + (number < SUITE ? "-suite-sub" : "-own") + number;
            String usual = number < SUITE ? suite : version();
            boolean everywhere = number < STRICT_PACKAGES;
            if (everywhere) {
                strict.add(name);
            }
            fact(name, machine -> !role.equals(roles[machine]) ? null : everywhere ? usual : loose(usual));
        }
        strictOfRole.put(role, strict);
        for (int number = 0; number < 5; number++) {
            String service = role + "-svc" + number;
            fact(ENABLED + service, machine -> role.equals(roles[machine]) ? "enabled" : null);
            fact(INSTALLED + service, machine -> role.equals(roles[machine]) ? "installed" : null);
        }
    }

    private @Nullable String loose(String usual) {
        return random.chance(0.97) ? random.chance(0.08) ? usual + "_1" : usual : null;
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
        }
        for (int number = 0; number < 12; number++) {
            fact("rack." + number, any -> random.chance(0.5) ? "B" : "A");
        }
        for (int number = 0; number < 10; number++) {
            fact("serial." + number, any -> random.bits(32) + "/" + random.bits(16));
        }
        for (int number = 0; number < COUNTERS.length; number++) {
            int top = COUNTERS[number];
            fact("counter." + number, any -> Integer.toString(random.below(top)));
        }
    }

    private int drawn(int[] weights) {
        double left = random.fraction() * 100;
        int value = 0;
        while (left >= weights[value]) {
            left -= weights[value++];
        }
        return value;
    }
}
