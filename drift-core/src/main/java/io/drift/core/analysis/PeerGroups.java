package io.drift.core.analysis;

import io.drift.core.fact.FactName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The machines of a fleet in groups: those of a group have the same traits, and so are what each of them is held against. */
final class PeerGroups {

    private final int[] groupOf;
    private int[][] machinesOf = {};
    private final List<BitSet> members = new ArrayList<>();
    private final List<List<FactName>> facts = new ArrayList<>();

    private PeerGroups(int machines) {
        groupOf = new int[machines];
    }

    static PeerGroups of(List<FleetFact> fleet, int machines) {
        List<Trait> traits = Traits.of(fleet);
        BitSet[] traitsOf = traitsOf(traits, machines);
        Map<BitSet, BitSet> byTraits = byTraits(traitsOf);
        PeerGroups groups = new PeerGroups(machines);
        byTraits.entrySet().stream()
                .filter(group -> group.getValue().cardinality() >= Traits.FEWEST_MACHINES)
                .sorted(Comparator.comparingInt(group -> -group.getValue().cardinality()))
                .forEach(group -> groups.add(group.getValue(), factsOf(group.getKey(), traits)));
        byTraits.values().stream()
                .filter(few -> few.cardinality() < Traits.FEWEST_MACHINES)
                .forEach(groups::joinLargest);
        groups.machinesOf =
                groups.members.stream().map(some -> some.stream().toArray()).toArray(int[][]::new);
        return groups;
    }

    /** The traits of each machine, without the smallest of those that too few machines have together. */
    private static BitSet[] traitsOf(List<Trait> traits, int machines) {
        BitSet[] traitsOf =
                IntStream.range(0, machines).mapToObj(any -> new BitSet()).toArray(BitSet[]::new);
        int[] sizes = new int[traits.size()];
        for (int trait = 0; trait < sizes.length; trait++) {
            int number = trait;
            BitSet owners = traits.get(trait).owners(machines);
            sizes[trait] = owners.cardinality();
            owners.stream().forEach(machine -> traitsOf[machine].set(number));
        }
        while (dropSmallest(traitsOf, sizes)) {
            // each turn takes a trait from each machine that has too few peers
        }
        return traitsOf;
    }

    private static boolean dropSmallest(BitSet[] traitsOf, int[] sizes) {
        boolean dropped = false;
        for (Map.Entry<BitSet, BitSet> group : byTraits(traitsOf).entrySet()) {
            if (group.getValue().cardinality() < Traits.FEWEST_MACHINES
                    && !group.getKey().isEmpty()) {
                int smallest = group.getKey().stream()
                        .boxed()
                        .min(Comparator.comparingInt(trait -> sizes[trait]))
                        .orElseThrow();
                group.getValue().stream().forEach(machine -> traitsOf[machine].clear(smallest));
                dropped = true;
            }
        }
        return dropped;
    }

    /** The machines by their traits; the keys are copies, since the traits of a machine change. */
    private static Map<BitSet, BitSet> byTraits(BitSet[] traitsOf) {
        Map<BitSet, BitSet> byTraits = new LinkedHashMap<>();
        for (int machine = 0; machine < traitsOf.length; machine++) {
            byTraits.computeIfAbsent((BitSet) traitsOf[machine].clone(), any -> new BitSet())
                    .set(machine);
        }
        return byTraits;
    }

    private static List<FactName> factsOf(BitSet group, List<Trait> traits) {
        return group.stream()
                .mapToObj(traits::get)
                .flatMap(trait -> trait.values().stream())
                .map(value -> value.fact().name())
                .distinct()
                .sorted()
                .toList();
    }

    private void add(BitSet machines, List<FactName> because) {
        machines.stream().forEach(machine -> groupOf[machine] = members.size());
        members.add(machines);
        facts.add(because);
    }

    /** Machines that have too few peers of their own; in a fleet without any group, all are one. */
    private void joinLargest(BitSet few) {
        if (members.isEmpty()) {
            add(new BitSet(), List.of());
        }
        few.stream().forEach(machine -> groupOf[machine] = 0);
        members.get(0).or(few);
    }

    /** The group of a machine; the largest is 0. */
    int groupOf(int machine) {
        return groupOf[machine];
    }

    int size() {
        return members.size();
    }

    /** How many machines there are. */
    int machines() {
        return groupOf.length;
    }

    /** The machines of a group. Not to be changed. */
    BitSet members(int group) {
        return members.get(group);
    }

    /** The same as numbers, rising. Not to be changed. */
    int[] machinesOf(int group) {
        return machinesOf[group];
    }

    /** The facts that make a group; empty for machines that have nothing in common but what all have. */
    List<FactName> facts(int group) {
        return facts.get(group);
    }
}
