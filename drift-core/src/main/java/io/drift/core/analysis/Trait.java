package io.drift.core.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Facts that nearly the same machines have, as the packages of a web server are: what makes these machines a group. */
final class Trait {

    private static final int FEWEST_FACTS = 8;
    private static final double ALIKE = 0.7;

    /** A value of a fact, which some machines have. */
    record Value(FleetFact fact, int number) {}

    private final long[] first;
    private final int size;
    private final List<Value> values = new ArrayList<>();

    /**
     * A trait.
     *
     * @param first the machines that have most of its facts, each a bit; not to be changed
     * @param size how many they are
     */
    Trait(long[] first, int size) {
        this.first = first;
        this.size = size;
    }

    void add(List<Value> more) {
        values.addAll(more);
    }

    List<Value> values() {
        return values;
    }

    boolean isClear() {
        return values.size() >= FEWEST_FACTS;
    }

    /** How many of the machines of both are machines of both (Jaccard); negative if too few for one trait. */
    double likeness(long[] machines, int count) {
        if (Math.min(size, count) < ALIKE * Math.max(size, count)) {
            return -1;
        }
        int common = 0;
        for (int word = Math.min(first.length, machines.length) - 1; word >= 0; word--) {
            common += Long.bitCount(first[word] & machines[word]);
        }
        double likeness = common / (double) (size + count - common);
        return likeness >= ALIKE ? likeness : -1;
    }

    /** The machines that have more than half of what is known of its facts. */
    BitSet owners(int machines) {
        int[] balance = new int[machines];
        for (Value value : values) {
            for (int machine = 0; machine < machines; machine++) {
                int number = value.fact().number(machine);
                if (number != FleetFact.UNKNOWN) {
                    balance[machine] += number == value.number() ? 1 : -1;
                }
            }
        }
        BitSet owners = new BitSet(machines);
        for (int machine = 0; machine < machines; machine++) {
            owners.set(machine, balance[machine] > 0);
        }
        return owners;
    }
}
