package io.drift.core.analysis;

import io.drift.core.fact.FactName;
import java.util.HashMap;
import java.util.Map;

/**
 * How often machines deviate in the same way in facts of the same category. A package that one machine lacks says little where
 * many packages are lacking from one machine each; a version that one machine has says much where no other package has such
 * a one. Facts are alike if as many machines share the deviation, and as many other deviations stand beside it; the fact itself
 * does not count.
 */
final class Precedents {

    /** More would let one rare thing of a noisy category stand before a clear one of a calm category. */
    private static final double MOST_BITS = 1.25;

    /** What the fact alone tells counts as so much of a further fact. */
    private static final double WEIGHT_OF_ESTIMATE = 0.1;

    /** How deviations of a kind stand: shared by so many others, beside so many other deviations. */
    private static final int SHARES = 34;

    private static final int BESIDES = 4;

    /** Of one category: how many machines deviate so, and how many might have. */
    private record Counts(long[] deviating, long[] chances) {}

    private final Map<String, Counts> categories = new HashMap<>();
    private final double weightOfEstimate;

    Precedents(int machines) {
        weightOfEstimate = WEIGHT_OF_ESTIMATE * machines;
    }

    /** Counts a fact that is the same on so many machines. */
    void addSame(FactName fact, int machines) {
        Counts counts = counts(fact);
        counts.chances[place(DeviationKind.MISSING, 0, 0)] += machines;
        counts.chances[place(DeviationKind.OTHER, 0, 0)] += machines;
    }

    /** Counts a fact that may differ. */
    void add(Deviations fact) {
        Counts counts = counts(fact.fact().name());
        int machines = fact.fact().known();
        int deviations = fact.deviations();
        for (DeviationKind kind : DeviationKind.values()) {
            if (fact.mightBeNew(kind)) {
                counts.chances[place(kind, 0, deviations)] += machines;
            }
        }
        for (int number = 0; number < fact.fact().values().size(); number++) {
            int count = fact.count(number);
            if (count > 0) {
                int place = place(fact, number);
                counts.deviating[place] += count;
                counts.chances[place] += count;
                counts.chances[place(fact.kind(number), count, deviations)] += machines - count;
            }
        }
    }

    /** How many bits a deviation is odder than the fact alone tells; negative if it is less odd. */
    double bits(Deviations fact, int number) {
        Counts counts = counts(fact.fact().name());
        int place = place(fact, number);
        int own = fact.count(number);
        double estimate = fact.probability(number);
        double probability = (counts.deviating[place] - own + weightOfEstimate * estimate)
                / (counts.chances[place] - own + weightOfEstimate);
        double bits = Math.log(estimate / probability) / Math.log(2);
        return Math.max(-MOST_BITS, Math.min(MOST_BITS, bits));
    }

    private Counts counts(FactName fact) {
        int places = DeviationKind.values().length * SHARES * BESIDES;
        return categories.computeIfAbsent(
                CategoryRates.categoryOf(fact), any -> new Counts(new long[places], new long[places]));
    }

    /** As one of the machines that deviate so sees it: without itself. */
    private static int place(Deviations fact, int number) {
        int count = fact.count(number);
        return place(fact.kind(number), count - 1, count == 1 ? fact.deviations() - 1 : fact.deviations());
    }

    private static int place(DeviationKind kind, int shared, int beside) {
        int step = shared < 3 ? shared : Integer.SIZE + 1 - Integer.numberOfLeadingZeros(shared);
        return (kind.ordinal() * SHARES + step) * BESIDES + Math.min(beside, BESIDES - 1);
    }
}
