package io.drift.core.analysis;

import io.drift.core.Sources;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.source.FactSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A fleet with noise and two roles: what is planted in it can be the only cause of what it does. */
final class NoisyFleet {

    static final int CONSTANTS = 20;
    static final int ROLE_PACKAGES = 20;

    private final List<Map<String, Object>> machines = new ArrayList<>();

    NoisyFleet(int size, long seed) {
        Random random = new Random(seed);
        for (int number = 0; number < size; number++) {
            Map<String, Object> facts = new LinkedHashMap<>();
            for (int fact = 0; fact < 300; fact++) {
                if (random.nextInt(100) < 97) {
                    facts.put("installed_packages.pkg" + fact, random.nextInt(100) < 8 ? fact + ".2" : fact + ".1");
                }
            }
            for (int fact = 0; fact < 60; fact++) {
                if (random.nextInt(100) < 97) {
                    facts.put("enabled_services.service" + fact, "enabled");
                }
            }
            for (int fact = 0; fact < CONSTANTS; fact++) {
                facts.put("installed_packages.core" + fact, fact + ".0");
                facts.put("sysctl.s" + fact, "0");
            }
            for (int fact = 0; fact < 10; fact++) {
                facts.put("serial.s" + fact, Long.toHexString(random.nextLong()));
                facts.put("rack.r" + fact, random.nextBoolean() ? "A" : "B");
                facts.put("counter.c" + fact, Integer.toString(random.nextInt(12 + fact * 20)));
            }
            machines.add(facts);
        }
        // every third is a web server, every seventh of the others a database
        for (int number = 0; number < size; number++) {
            String role = roleOf(number);
            for (int fact = 0; fact < ROLE_PACKAGES && !role.isEmpty(); fact++) {
                put(number, "installed_packages." + role + fact, role + fact);
            }
        }
    }

    static String roleOf(int number) {
        return number % 3 == 0 ? "web" : number % 7 == 0 ? "db" : "";
    }

    NoisyFleet put(int machine, String fact, String value) {
        machines.get(machine).put(fact, value);
        return this;
    }

    NoisyFleet remove(int machine, String fact) {
        machines.get(machine).remove(fact);
        return this;
    }

    List<FactSource> sources() {
        List<FactSource> sources = new ArrayList<>();
        for (int number = 0; number < machines.size(); number++) {
            sources.add(FactSource.of(String.format("m%04d", number), Sources.factsOf(machines.get(number))));
        }
        return sources;
    }

    ComparisonReport report() {
        return Comparison.of(sources()).report();
    }
}
