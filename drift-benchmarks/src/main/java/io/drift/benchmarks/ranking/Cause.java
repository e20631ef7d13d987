package io.drift.benchmarks.ranking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of what can be wrong with a machine, and what the prototype of the method reached: in how many of a hundred cases
 * the cause was its first reason, or among the first three, in fleets of 200 and of 87 machines. In the order of the recipe,
 * since all draw from the same random numbers.
 */
enum Cause {
    OLDER_VERSION("a package in an older version", 93, 99, 9, 55) {
        @Override
        Plant plant(RoleFleet fleet, PythonRandom random) {
            int machine = random.below(fleet.machines());
            List<String> had = hadBy(machine, fleet.noisyPackages, fleet);
            return Plant.of(machine, random.choice(had), "0:0.0.1-1.el8.x86_64");
        }
    },
    MISSING("a package is missing", 96, 100, 53, 94) {
        @Override
        Plant plant(RoleFleet fleet, PythonRandom random) {
            return Plant.of(random.below(fleet.machines()), random.choice(fleet.core), null);
        }
    },
    MISSING_FROM_SOME("a package is missing, as from 3 %", 0, 0, 0, 1) {
        @Override
        Plant plant(RoleFleet fleet, PythonRandom random) {
            int machine = random.below(fleet.machines());
            List<String> had = hadBy(machine, fleet.noisyPackages, fleet).stream()
                    .filter(name -> fleet.lacking(name) > 0.01 * fleet.machines())
                    .filter(name -> fleet.lacking(name) < 0.08 * fleet.machines())
                    .toList();
            return Plant.of(machine, random.choice(had), null);
        }
    },
    EXTRA("a package too many", 98, 100, 55, 98) {
        @Override
        Plant plant(RoleFleet fleet, PythonRandom random) {
            int machine = random.below(fleet.machines());
            return Plant.of(machine, RoleFleet.PACKAGES + "extra-" + random.bits(30), "1.2-3.el8.x86_64");
        }
    },
    SERVICE("a service is missing", 100, 100, 87, 100) {
        @Override
        Plant plant(RoleFleet fleet, PythonRandom random) {
            return Plant.of(random.below(fleet.machines()), random.choice(fleet.coreServices), null);
        }
    },
    SERVICE_OF_SOME("a service is missing, as from 3 %", 5, 15, 2, 10) {
        @Override
        Plant plant(RoleFleet fleet, PythonRandom random) {
            int machine = random.below(fleet.machines());
            return Plant.of(machine, random.choice(hadBy(machine, fleet.noisyServices, fleet)), null);
        }
    },
    SETTING("a setting", 100, 100, 100, 100) {
        @Override
        Plant plant(RoleFleet fleet, PythonRandom random) {
            return Plant.of(random.below(fleet.machines()), random.choice(fleet.settings), "1");
        }
    },
    ODD_VALUE("a value of its own where there are a few", 85, 100, 10, 50) {
        @Override
        Plant plant(RoleFleet fleet, PythonRandom random) {
            return Plant.of(random.below(fleet.machines()), random.choice(fleet.fewValues), "odd");
        }
    },
    SHARED_BY_SOME("a value that 3 % share", 0, 2, 0, 0) {
        @Override
        Plant plant(RoleFleet fleet, PythonRandom random) {
            int machine = random.below(fleet.machines());
            List<String> constant =
                    Stream.of(fleet.core, fleet.settings).flatMap(List::stream).toList();
            Plant plant = Plant.of(machine, random.choice(constant), "9.9-9.el8.x86_64");
            List<Integer> others = IntStream.range(0, fleet.machines())
                    .filter(other -> other != machine)
                    .boxed()
                    .toList();
            random.sample(others, (int) Math.rint(0.03 * fleet.machines()))
                    .forEach(other -> plant.values().put(other, "9.9-9.el8.x86_64"));
            return plant;
        }
    },
    VERSION_OF_ROLE("another version than its role", 93, 100, 44, 93) {
        @Override
        Plant plant(RoleFleet fleet, PythonRandom random) {
            return ofRole("1.0-0old.el8.x86_64", fleet, random);
        }
    },
    MISSING_OF_ROLE("a package of its role is missing", 94, 100, 37, 94) {
        @Override
        Plant plant(RoleFleet fleet, PythonRandom random) {
            return ofRole(null, fleet, random);
        }
    },
    ALIEN("a package of another role", 98, 100, 45, 97) {
        @Override
        Plant plant(RoleFleet fleet, PythonRandom random) {
            int machine = random.below(fleet.machines());
            List<String> others = fleet.strictOfRole.keySet().stream()
                    .filter(role -> !role.equals(fleet.role(machine)))
                    .toList();
            String name = random.choice(fleet.strictOfRole.get(random.choice(others)));
            for (String value : fleet.facts().get(name)) {
                if (value != null) {
                    return Plant.of(machine, name, value);
                }
            }
            throw new IllegalStateException("nobody has " + name);
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

    abstract Plant plant(RoleFleet fleet, PythonRandom random);

    /** In how many of a hundred cases the prototype found it at once, or among three. */
    int prototype(boolean large, boolean first) {
        return prototype[(large ? 0 : 2) + (first ? 0 : 1)];
    }

    private static List<String> hadBy(int machine, List<String> names, RoleFleet fleet) {
        return names.stream()
                .filter(name -> fleet.facts().get(name)[machine] != null)
                .toList();
    }

    private static Plant ofRole(@Nullable String value, RoleFleet fleet, PythonRandom random) {
        List<Integer> withRole = IntStream.range(0, fleet.machines())
                .filter(machine -> fleet.role(machine) != null)
                .boxed()
                .toList();
        int machine = random.choice(withRole);
        return Plant.of(machine, random.choice(fleet.strictOfRole.get(fleet.role(machine))), value);
    }
}
