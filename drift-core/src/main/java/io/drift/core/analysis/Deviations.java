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

    private final DeviationKind[] kinds;
    private final int deviations;
    private final int distinct;
    private final int deviating;

    Deviations(FleetFact fact, PeerGroups groups) {
        this.fact = fact;
        this.groups = groups;
        this.usual = new int[groups.size()];
        this.usualCounts = new int[groups.size()];
        this.known = new int[groups.size()];
        this.counts = new int[fact.values().size()];
        this.kinds = new DeviationKind[counts.length];
        int[] numbers = fact.numbers();
        findUsual(numbers);
        int all = 0;
        for (int machine = 0; machine < numbers.length; machine++) {
            int instead = usual[groups.groupOf(machine)];
            if (numbers[machine] != FleetFact.UNKNOWN && numbers[machine] != instead) {
                count(numbers[machine], instead);
                all++;
            }
        }
        deviating = all;
        deviations = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        distinct = deviations + (all < fact.known() ? 1 : 0);
    }

    /** A value to which machines of several groups deviate in different ways is of the clearest kind. */
    private void count(int number, int instead) {
        DeviationKind kind = kindOfNew(instead);
        if (kind != DeviationKind.ANY && fact.isMissing(number)) {
            kind = DeviationKind.MISSING;
        }
        if (counts[number]++ == 0 || kind.compareTo(kinds[number]) < 0) {
            kinds[number] = kind;
        }
    }

    private DeviationKind kindOfNew(int instead) {
        if (instead == NONE) {
            return DeviationKind.ANY;
        }
        return fact.isMissing(instead) ? DeviationKind.EXTRA : DeviationKind.OTHER;
    }

    private void findUsual(int[] numbers) {
        int[] tally = new int[counts.length];
        for (int group = 0; group < usual.length; group++) {
            int[] machines = groups.machinesOf(group);
            int most = NONE;
            for (int machine : machines) {
                int number = numbers[machine];
                if (number != FleetFact.UNKNOWN) {
                    tally[number]++;
                    known[group]++;
                }
            }
            for (int machine : machines) {
                int number = numbers[machine];
                if (number != FleetFact.UNKNOWN && tally[number] > usualCounts[group]) {
                    most = number;
                    usualCounts[group] = tally[number];
                }
            }
            boolean isUsual = 2 * usualCounts[group] >= known[group] && usualCounts[group] > 1;
            usual[group] = isUsual ? most : NONE;
            for (int machine : machines) {
                if (numbers[machine] != FleetFact.UNKNOWN) {
                    tally[numbers[machine]] = 0;
                }
            }
        }
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

    /** How many values somebody deviates to. */
    int deviations() {
        return deviations;
    }

    /** In which way machines deviate to a value. */
    DeviationKind kind(int number) {
        return kinds[number];
    }

    /** Whether a machine might deviate in this way as no other does. */
    boolean mightBeNew(DeviationKind kind) {
        if (kind == DeviationKind.MISSING) {
            return !Arrays.asList(kinds).contains(DeviationKind.MISSING) && usuallyIs(DeviationKind.OTHER);
        }
        return usuallyIs(kind);
    }

    /** Whether in a group of machines, which know the fact, a new value would be of a kind. */
    private boolean usuallyIs(DeviationKind kind) {
        for (int group = 0; group < usual.length; group++) {
            if (known[group] > 0 && kindOfNew(usual[group]) == kind) {
                return true;
            }
        }
        return false;
    }

    /** Which part of the machines deviates. */
    double rate() {
        return fact.known() == 0 ? 0 : deviating / (double) fact.known();
    }

    /** How probable it is to deviate to a value, as far as the fact alone tells. */
    double probability(int number) {
        return probability(counts[number], distinct, fact.known());
    }

    /** The same where so many of the machines that are known deviate to the value, in a fact with so many different ones. */
    static double probability(int count, int distinct, int known) {
        return (double) distinct * count / (known - 1.0 + distinct);
    }

    /** How many different ways there are to stand to what is usual, to have it among them. */
    int distinct() {
        return distinct;
    }

    /** How odd it is to deviate to a value, in bits. */
    double score(int number) {
        return -Math.log(probability(number)) / Math.log(2);
    }
}
