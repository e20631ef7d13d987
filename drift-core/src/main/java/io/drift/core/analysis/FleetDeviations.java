package io.drift.core.analysis;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All deviations of a fleet, the oddest first, and which of them each machine has. */
final class FleetDeviations {

    private static final Comparator<Deviation> ODDEST_FIRST =
            Comparator.comparingDouble((Deviation one) -> -one.score()).thenComparingDouble(Deviation::categoryRate);
    private static final int NOWHERE = -1;

    private final List<Deviation> all = new ArrayList<>();
    private final int[][] ofMachine;
    /** For each deviation the number of the set of its machines, if there are two or more; else a negative number. */
    private final int[] machineSets;

    private final PackageChanges changes;

    private FleetDeviations(List<Deviations> facts, CategoryRates rates, Precedents precedents, PeerGroups groups) {
        for (Deviations fact : facts) {
            for (int number = 0; number < fact.fact().values().size(); number++) {
                double score = fact.count(number) > 0
                        ? fact.fact().weight() * (fact.score(number) + precedents.bits(fact, number))
                        : 0;
                if (score > 0) {
                    all.add(new Deviation(
                            fact, number, score, rates.of(fact.fact().name())));
                }
            }
        }
        all.sort(ODDEST_FIRST);
        int[][] places = machinesByPlace(facts);
        ofMachine = byMachine(places, groups.machines());
        machineSets = sets(places);
        changes = new PackageChanges(all, groups.size());
    }

    /**
     * The deviations.
     *
     * @param facts the facts that may differ
     * @param rates knows all facts
     * @param precedents too
     */
    static FleetDeviations of(List<Deviations> facts, CategoryRates rates, Precedents precedents, PeerGroups groups) {
        return new FleetDeviations(facts, rates, precedents, groups);
    }

    private int[][] machinesByPlace(List<Deviations> facts) {
        Map<Deviations, int[]> placesOf = new HashMap<>();
        facts.forEach(fact -> placesOf.put(fact, nowhere(fact.fact().values().size())));
        int[][] machines = new int[all.size()][];
        for (int place = 0; place < machines.length; place++) {
            Deviation one = all.get(place);
            placesOf.get(one.all())[one.number()] = place;
            machines[place] = new int[one.count()];
        }
        int[] filled = new int[machines.length];
        for (Deviations fact : facts) {
            int[] places = placesOf.get(fact);
            int[] numbers = fact.fact().numbers();
            for (int machine = 0; machine < numbers.length; machine++) {
                int place = numbers[machine] == FleetFact.UNKNOWN ? NOWHERE : places[numbers[machine]];
                if (place != NOWHERE && fact.deviates(machine)) {
                    machines[place][filled[place]++] = machine;
                }
            }
        }
        return machines;
    }

    private static int[] nowhere(int size) {
        int[] places = new int[size];
        Arrays.fill(places, NOWHERE);
        return places;
    }

    private static int[][] byMachine(int[][] machinesByPlace, int machines) {
        int[] counts = new int[machines];
        for (int[] some : machinesByPlace) {
            for (int machine : some) {
                counts[machine]++;
            }
        }
        int[][] byMachine = new int[machines][];
        for (int machine = 0; machine < machines; machine++) {
            byMachine[machine] = new int[counts[machine]];
        }
        int[] filled = new int[machines];
        for (int place = 0; place < machinesByPlace.length; place++) {
            for (int machine : machinesByPlace[place]) {
                byMachine[machine][filled[machine]++] = place;
            }
        }
        return byMachine;
    }

    private static int[] sets(int[][] machinesByPlace) {
        Map<IntBuffer, Integer> known = new HashMap<>();
        int[] sets = nowhere(machinesByPlace.length);
        for (int place = 0; place < sets.length; place++) {
            if (machinesByPlace[place].length > 1) {
                Integer set = known.putIfAbsent(IntBuffer.wrap(machinesByPlace[place]), known.size());
                sets[place] = set == null ? known.size() - 1 : set;
            }
        }
        return sets;
    }

    /** A deviation; the oddest is at place 0. */
    Deviation at(int place) {
        return all.get(place);
    }

    /** The places of a machine's deviations, the oddest first. Not to be changed. */
    int[] of(int machine) {
        return ofMachine[machine];
    }

    /** The same for deviations of exactly the same machines, two or more; else negative. */
    int machineSet(int place) {
        return machineSets[place];
    }

    /** How many sets of machines there are; they are numbered from 0. */
    int machineSets() {
        return Arrays.stream(machineSets).max().orElse(NOWHERE) + 1;
    }

    PackageChanges changes() {
        return changes;
    }
}
