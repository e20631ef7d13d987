package io.drift.core.analysis;

import io.drift.core.fact.FactName;
import java.util.HashMap;
import java.util.Map;

/**
 * How often machines deviate in the same way in facts of the same category, of how often the facts alone let expect it. A
 * package that one machine lacks says little where
 * many packages are lacking from one machine each; a version that one machine has says much where no other package has such
 * a one. Facts are alike if as many machines share the deviation, and as many other deviations stand beside it; the fact itself
 * does not count.
 */
final class Precedents {

    /** More would let one rare thing of a noisy category stand before a clear one of a calm category. */
    private static final double MOST_BITS = 1.25;

    /** What the fact alone tells counts as so much of a further fact. */
    private static final double WEIGHT_OF_ESTIMATE = 0.1;

    /** Less is chance; what no more than chance tells apart is told apart by {@link CategoryRates}. */
    private static final double STEP_OF_BITS = 0.25;

    /** How deviations of a kind stand: shared by so many others, beside so many other deviations. */
    private static final int SHARES = 34;

    private static final int BESIDES = 4;

    /** Of one category: how many machines deviate so, and how many would if the facts alone told. */
    private record Counts(double[] deviating, double[] expected) {}

    private final Map<String, Counts> categories = new HashMap<>();
    private final double weightOfEstimate;

    Precedents(int machines) {
        weightOfEstimate = WEIGHT_OF_ESTIMATE * machines;
    }

    /** Counts a fact that is the same on so many machines. */
    void addSame(FactName fact, int machines) {
        Counts counts = counts(fact);
        double expected = machines * Deviations.probability(1, 2, machines);
        counts.expected[place(DeviationKind.MISSING, 0, 0)] += expected;
        counts.expected[place(DeviationKind.OTHER, 0, 0)] += expected;
    }

    /** Counts a fact that may differ. */
    void add(Deviations fact) {
        Counts counts = counts(fact.fact().name());
        int machines = fact.fact().known();
        int deviations = fact.deviations();
        double ofNew = Deviations.probability(1, deviations + 2, machines);
        for (DeviationKind kind : DeviationKind.values()) {
            if (fact.mightBeNew(kind)) {
                counts.expected[place(kind, 0, deviations)] += machines * ofNew;
            }
        }
        for (int number = 0; number < fact.fact().values().size(); number++) {
            int count = fact.count(number);
            if (count > 0) {
                int place = place(fact, number);
                counts.deviating[place] += count;
                counts.expected[place] += count * fact.probability(number);
                double ofOneMore = Math.min(1, Deviations.probability(count + 1, fact.distinct(), machines));
                counts.expected[place(fact.kind(number), count, deviations)] += (machines - count) * ofOneMore;
            }
        }
    }

    /** How many bits a deviation is odder than the fact alone tells; negative if it is less odd. */
    double bits(Deviations fact, int number) {
        Counts counts = counts(fact.fact().name());
        int place = place(fact, number);
        int own = fact.count(number);
        double estimate = fact.probability(number);
        double beforehand = weightOfEstimate * estimate;
        double expected = Math.max(0, counts.expected[place] - own * estimate) + beforehand;
        double deviating = counts.deviating[place] - own + beforehand;
        double bits = Math.log(expected / deviating) / Math.log(2);
        double steps = STEP_OF_BITS * Math.rint(bits / STEP_OF_BITS);
        return Math.max(-MOST_BITS, Math.min(MOST_BITS, steps));
    }

    private Counts counts(FactName fact) {
        int places = DeviationKind.values().length * SHARES * BESIDES;
        return categories.computeIfAbsent(
                CategoryRates.categoryOf(fact), any -> new Counts(new double[places], new double[places]));
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
