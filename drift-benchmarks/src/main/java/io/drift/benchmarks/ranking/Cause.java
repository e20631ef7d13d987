package io.drift.benchmarks.ranking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of what can be wrong with a machine, and what the prototype of the method reached: in how many of a hundred cases
 * the cause was its first reason, or among the first three, in fleets of 200 and of 87 machines.
 */
enum Cause {
    OLDER_VERSION("a package in an older version", 93, 99, 9, 55) {
        @Override
        Plant plant(RoleFleet fleet, Random random) {
            int machine = random.nextInt(fleet.machines());
            return Plant.of(machine, ofMachine(fleet.noisyPackages, fleet, machine, random), "0:0.0.1-1.el8.x86_64");
        }
    },
    MISSING("a package is missing", 96, 100, 53, 94) {
        @Override
        Plant plant(RoleFleet fleet, Random random) {
            return Plant.of(random.nextInt(fleet.machines()), any(fleet.core, random), null);
        }
    },
    EXTRA("a package too many", 98, 100, 55, 98) {
        @Override
        Plant plant(RoleFleet fleet, Random random) {
            String name = RoleFleet.PACKAGES + "extra-" + random.nextInt(1 << 30);
            return Plant.of(random.nextInt(fleet.machines()), name, "1.2-3.el8.x86_64");
        }
    },
    SERVICE("a service is missing", 100, 100, 87, 100) {
        @Override
        Plant plant(RoleFleet fleet, Random random) {
            return Plant.of(random.nextInt(fleet.machines()), any(fleet.coreServices, random), null);
        }
    },
    SETTING("a setting", 100, 100, 100, 100) {
        @Override
        Plant plant(RoleFleet fleet, Random random) {
            return Plant.of(random.nextInt(fleet.machines()), any(fleet.settings, random), "1");
        }
    },
    ODD_VALUE("a value of its own where there are a few", 85, 100, 10, 50) {
        @Override
        Plant plant(RoleFleet fleet, Random random) {
            return Plant.of(random.nextInt(fleet.machines()), any(fleet.fewValues, random), "odd");
        }
    },
    VERSION_OF_ROLE("another version than its role", 93, 100, 44, 93) {
        @Override
        Plant plant(RoleFleet fleet, Random random) {
            int machine = machineWithRole(fleet, random);
            List<String> packages = fleet.strictOfRole.get(fleet.role(machine));
            return Plant.of(machine, any(packages, random), "1.0-0old.el8.x86_64");
        }
    },
    ALIEN("a package of another role", 98, 100, 44, 97) {
        @Override
        Plant plant(RoleFleet fleet, Random random) {
            int machine = random.nextInt(fleet.machines());
            List<String> others = fleet.strictOfRole.keySet().stream()
                    .filter(role -> !role.equals(fleet.role(machine)))
                    .toList();
            String name = any(fleet.strictOfRole.get(any(others, random)), random);
            for (String value : fleet.facts().get(name)) {
                if (value != null) {
                    return Plant.of(machine, name, value);
                }
            }
            throw new IllegalStateException("nobody has " + name);
        }
    },
    MISSING_FROM_SOME("a package is missing, as from 3 %", 0, 0, 0, 0) {
        @Override
        Plant plant(RoleFleet fleet, Random random) {
            int machine = random.nextInt(fleet.machines());
            return Plant.of(machine, ofMachine(fleet.noisyPackages, fleet, machine, random), null);
        }
    },
    SHARED_BY_SOME("a value that 3 % share", 0, 0, 0, 0) {
        @Override
        Plant plant(RoleFleet fleet, Random random) {
            List<String> candidates = random.nextInt(90) < 60 ? fleet.core : fleet.settings;
            int machine = random.nextInt(fleet.machines());
            Plant plant = Plant.of(machine, any(candidates, random), "9.9-9.el8.x86_64");
            int others = Math.max(2, Math.round(0.03f * fleet.machines()));
            while (plant.values().size() <= others) {
                plant.values().put(random.nextInt(fleet.machines()), "9.9-9.el8.x86_64");
            }
            return plant;
        }
    };

    final String words;
    private final int[] prototype;

    Cause(String words, int... prototype) {
        this.words = words;
        this.prototype = prototype;
    }

    /**
     * Something that is wrong.
     *
     * @param machine where it is wrong
     * @param fact in which fact
     * @param values the values of the fact that are changed, by machine
     */
    record Plant(int machine, String fact, Map<Integer, @Nullable String> values) {

        static Plant of(int machine, String fact, @Nullable String value) {
            Plant plant = new Plant(machine, fact, new LinkedHashMap<>());
            plant.values.put(machine, value);
            return plant;
        }
    }

    abstract Plant plant(RoleFleet fleet, Random random);

    /** In how many of a hundred cases the prototype found it at once, or among three; 0 where nothing is promised. */
    int prototype(boolean large, boolean first) {
        return prototype[(large ? 0 : 2) + (first ? 0 : 1)];
    }

    private static String any(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    private static String ofMachine(List<String> names, RoleFleet fleet, int machine, Random random) {
        List<String> had = names.stream()
                .filter(name -> fleet.facts().get(name)[machine] != null)
                .toList();
        return any(had, random);
    }

    private static int machineWithRole(RoleFleet fleet, Random random) {
        int[] machines = IntStream.range(0, fleet.machines())
                .filter(machine -> fleet.role(machine) != null)
                .toArray();
        return machines[random.nextInt(machines.length)];
    }
}
