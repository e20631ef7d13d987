package io.drift.core.analysis;

import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactName;

/** A fact as the machines of a fleet have it: each machine has the number of a value, or none that anybody knows. */
final class FleetFact {

    static final int UNKNOWN = DistinctValues.UNKNOWN;

    private final FactName name;
    private final DistinctValues values;
    private final int[] columns;
    private final int[] counts;
    private final int known;
    private final double weight;
    /** The number of the missing value; negative if nobody lacks it. */
    private final int missing;

    /**
     * A fact.
     *
     * @param columns the column of each machine
     */
    FleetFact(FactComparison fact, int[] columns) {
        this.name = fact.fact();
        this.values = fact.distinctValues();
        this.columns = columns;
        this.weight = fact.weight();
        this.counts = new int[values.size()];
        int all = 0;
        for (int machine = 0; machine < columns.length; machine++) {
            int number = number(machine);
            if (number != UNKNOWN) {
                counts[number]++;
                all++;
            }
        }
        known = all;
        missing = numberOfMissing(values);
    }

    private static int numberOfMissing(DistinctValues values) {
        int number = values.size() - 1;
        while (number >= 0 && values.value(number) != null) {
            number--;
        }
        return number;
    }

    /** Whether a value is the missing one. */
    boolean isMissing(int number) {
        return number == missing;
    }

    FactName name() {
        return name;
    }

    /** What the score of a deviation in it is multiplied by. */
    double weight() {
        return weight;
    }

    DistinctValues values() {
        return values;
    }

    int machines() {
        return columns.length;
    }

    /** The number of each machine's value, for whoever goes through all machines several times. */
    int[] numbers() {
        int[] numbers = new int[columns.length];
        for (int machine = 0; machine < numbers.length; machine++) {
            numbers[machine] = number(machine);
        }
        return numbers;
    }

    int number(int machine) {
        return values.number(columns[machine]);
    }

    /** How many machines have a value. */
    int count(int number) {
        return counts[number];
    }

    /** Of how many machines the value is known. */
    int known() {
        return known;
    }

    /** Whether two machines are known to have different values. */
    boolean differs() {
        for (int count : counts) {
            if (count > 0 && count < known) {
                return true;
            }
        }
        return false;
    }
}
