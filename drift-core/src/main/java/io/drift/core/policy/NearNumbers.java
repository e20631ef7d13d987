package io.drift.core.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Numbers that are the same because they are near each other. */
final class NearNumbers {

    private final RuleSetting.Tolerate tolerance;
    private final List<Optional<Quantity>> quantities;

    /**
     * Numbers.
     *
     * @param texts the texts of each value; several are no number
     */
    NearNumbers(RuleSetting.Tolerate tolerance, List<List<String>> texts) {
        this.tolerance = tolerance;
        this.quantities = texts.stream()
                .map(some -> some.size() == 1 ? Quantity.parse(some.get(0)) : Optional.<Quantity>empty())
                .toList();
    }

    private Quantity at(int place) {
        return quantities.get(place).orElseThrow();
    }

    private boolean isNumber(int place) {
        return quantities.get(place).isPresent();
    }

    /** What is near the number of the reference is like it; of the others, each is near the largest of its class. */
    void mergeInto(int[] classes, int reference) {
        boolean known = reference >= 0 && isNumber(reference);
        int largest = -1;
        for (int place : falling()) {
            if (known && tolerance.covers(at(place), at(reference), at(reference))) {
                classes[place] = classes[reference];
            } else if (largest >= 0 && tolerance.covers(at(place), at(largest), larger(place, largest))) {
                classes[place] = classes[largest];
            } else {
                largest = place;
            }
        }
    }

    private List<Integer> falling() {
        return IntStream.range(0, quantities.size())
                .filter(this::isNumber)
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> at(place).bytes())
                        .thenComparing(place -> at(place).number())
                        .reversed())
                .toList();
    }

    private Quantity larger(int one, int other) {
        return at(one).number().abs().compareTo(at(other).number().abs()) > 0 ? at(one) : at(other);
    }
}
