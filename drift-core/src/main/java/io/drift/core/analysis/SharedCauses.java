package io.drift.core.analysis;

import java.util.Arrays;

/**
 * Finds which deviations of a machine have one cause: packages with the same change, and facts that deviate on the same
 * machines, two or more. For one machine after the other.
 */
final class SharedCauses {

    private static final int NONE = -1;

    private final FleetDeviations deviations;
    /** Of the deviations of the machine, the first on each set of machines, and the first with each change. */
    private final int[] firstOnSet;

    private final int[] firstWithChange;

    SharedCauses(FleetDeviations deviations) {
        this.deviations = deviations;
        this.firstOnSet = new int[deviations.machineSets()];
        this.firstWithChange = new int[deviations.changes().size()];
        Arrays.fill(firstOnSet, NONE);
        Arrays.fill(firstWithChange, NONE);
    }

    /**
     * The causes.
     *
     * @param places the places of a machine's deviations
     * @param group the machine's group
     * @return for each of the places the index of the first with the same cause
     */
    int[] of(int[] places, int group) {
        int[] causes = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            causes[i] = i;
            join(i, firstWithChange, deviations.changes().number(group, places[i]), causes);
            join(i, firstOnSet, deviations.machineSet(places[i]), causes);
        }
        for (int i = 0; i < places.length; i++) {
            causes[i] = causeOf(i, causes);
            forget(firstWithChange, deviations.changes().number(group, places[i]));
            forget(firstOnSet, deviations.machineSet(places[i]));
        }
        return causes;
    }

    private static void join(int one, int[] firsts, int number, int[] causes) {
        if (number >= 0 && firsts[number] == NONE) {
            firsts[number] = one;
        } else if (number >= 0) {
            int first = causeOf(one, causes);
            int second = causeOf(firsts[number], causes);
            causes[Math.max(first, second)] = Math.min(first, second);
        }
    }

    private static void forget(int[] firsts, int number) {
        if (number >= 0) {
            firsts[number] = NONE;
        }
    }

    private static int causeOf(int one, int[] causes) {
        int cause = one;
        while (causes[cause] != cause) {
            causes[cause] = causes[causes[cause]];
            cause = causes[cause];
        }
        return cause;
    }
}
