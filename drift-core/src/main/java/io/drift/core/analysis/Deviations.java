package io.drift.core.analysis;

import java.util.Arrays;

/**
 * How the machines of a fleet deviate in a fact from what is usual in their groups. Usual in a group is its most common value,
 * if at least half of it has that, and more than one machine.
 */
final class Deviations {

    /** The number of a value that does not exist. */
    static final int NONE = -2;

    private final FleetFact fact;
    private final PeerGroups groups;
    private final int[] usual;
    /** How many machines of each group have the usual value, and of how many a value is known. */
    private final int[] usualCounts;

    private final int[] known;
    /** How many machines deviate to each value. */
    private final int[] counts;

    private final int distinct;
    private final int deviating;

    Deviations(FleetFact fact, PeerGroups groups) {
        this.fact = fact;
        this.groups = groups;
        this.usual = new int[groups.size()];
        this.usualCounts = new int[groups.size()];
        this.known = new int[groups.size()];
        this.counts = new int[fact.values().size()];
        findUsual();
        int all = 0;
        for (int machine = 0; machine < fact.machines(); machine++) {
            if (deviates(machine)) {
                counts[fact.number(machine)]++;
                all++;
            }
        }
        deviating = all;
        distinct = (int) Arrays.stream(counts).filter(count -> count > 0).count() + (all < fact.known() ? 1 : 0);
    }

    private void findUsual() {
        int[] tally = new int[counts.length];
        for (int group = 0; group < usual.length; group++) {
            int most = NONE;
            for (int machine = next(group, 0); machine >= 0; machine = next(group, machine + 1)) {
                int number = fact.number(machine);
                if (number != FleetFact.UNKNOWN) {
                    tally[number]++;
                    known[group]++;
                }
            }
            for (int machine = next(group, 0); machine >= 0; machine = next(group, machine + 1)) {
                int number = fact.number(machine);
                if (number != FleetFact.UNKNOWN && tally[number] > usualCounts[group]) {
                    most = number;
                    usualCounts[group] = tally[number];
                }
            }
            boolean isUsual = 2 * usualCounts[group] >= known[group] && usualCounts[group] > 1;
            usual[group] = isUsual ? most : NONE;
            for (int machine = next(group, 0); machine >= 0; machine = next(group, machine + 1)) {
                if (fact.number(machine) != FleetFact.UNKNOWN) {
                    tally[fact.number(machine)] = 0;
                }
            }
        }
    }

    private int next(int group, int from) {
        return groups.members(group).nextSetBit(from);
    }

    FleetFact fact() {
        return fact;
    }

    boolean deviates(int machine) {
        int number = fact.number(machine);
        return number != FleetFact.UNKNOWN && number != usual[groups.groupOf(machine)];
    }

    /** The number of the usual value of a group, or {@link #NONE}. */
    int usual(int group) {
        return usual[group];
    }

    int usualCount(int group) {
        return usualCounts[group];
    }

    int known(int group) {
        return known[group];
    }

    /** How many machines deviate to a value. */
    int count(int number) {
        return counts[number];
    }

    /** Which part of the machines deviates. */
    double rate() {
        return fact.known() == 0 ? 0 : deviating / (double) fact.known();
    }

    /** How odd it is to deviate to a value, in bits, times the weight of the fact. */
    double score(int number) {
        double others = fact.known() - 1.0;
        return fact.weight() * Math.log((others + distinct) / ((double) distinct * counts[number])) / Math.log(2);
    }
}
