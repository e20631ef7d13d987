package io.drift.core.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the traits of a fleet: clusters of facts whose machines are alike. */
final class Traits {

    static final int FEWEST_MACHINES = 8;
    private static final double SMALLEST_SHARE = 0.04;
    private static final double LARGEST_SHARE = 0.6;

    /** The facts that exactly these machines have. */
    private record Holders(long[] machines, int count, List<Trait.Value> values) {}

    private final Map<BitSet, Holders> holders = new LinkedHashMap<>();

    private Traits() {}

    static List<Trait> of(List<FleetFact> facts) {
        Traits traits = new Traits();
        facts.stream().filter(FleetFact::differs).forEach(traits::add);
        return traits.find();
    }

    private void add(FleetFact fact) {
        int machines = fact.machines();
        BitSet[] having = new BitSet[fact.values().size()];
        boolean any = false;
        for (int number = 0; number < having.length; number++) {
            int count = fact.count(number);
            if (count >= Math.max(FEWEST_MACHINES, SMALLEST_SHARE * machines) && count <= LARGEST_SHARE * machines) {
                having[number] = new BitSet(machines);
                any = true;
            }
        }
        if (any) {
            fill(having, fact);
        }
    }

    private void fill(BitSet[] having, FleetFact fact) {
        for (int machine = 0; machine < fact.machines(); machine++) {
            int number = fact.number(machine);
            if (number != FleetFact.UNKNOWN && having[number] != null) {
                having[number].set(machine);
            }
        }
        for (int number = 0; number < having.length; number++) {
            if (having[number] != null) {
                int count = fact.count(number);
                holders.computeIfAbsent(
                                having[number],
                                machines -> new Holders(machines.toLongArray(), count, new ArrayList<>()))
                        .values()
                        .add(new Trait.Value(fact, number));
            }
        }
    }

    /** What most facts have in common comes first, and the others join what they are most like. */
    private List<Trait> find() {
        List<Holders> ordered = new ArrayList<>(holders.values());
        ordered.sort(Comparator.<Holders>comparingInt(some -> -some.values().size())
                .thenComparingInt(some -> -some.count()));
        List<Trait> traits = new ArrayList<>();
        for (Holders some : ordered) {
            Trait nearest = nearest(some, traits);
            if (nearest == null) {
                nearest = new Trait(some.machines(), some.count());
                traits.add(nearest);
            }
            nearest.add(some.values());
        }
        return traits.stream().filter(Trait::isClear).toList();
    }

    private static @Nullable Trait nearest(Holders some, List<Trait> traits) {
        Trait nearest = null;
        double best = 0;
        for (Trait trait : traits) {
            double likeness = trait.likeness(some.machines(), some.count());
            if (likeness > 0 && likeness >= best) {
                nearest = trait;
                best = likeness;
            }
        }
        return nearest;
    }
}
