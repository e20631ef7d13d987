package io.drift.core.analysis;

import io.drift.core.fact.FactName;
import java.util.HashMap;
import java.util.Map;

/** Which part of the machines deviates in a fact of a category, such as packages, on the average of all its facts. */
final class CategoryRates {

    private static final String SINGLE = ".";

    private final Map<String, double[]> sumAndCount = new HashMap<>();
    private final int machines;

    CategoryRates(int machines) {
        this.machines = machines;
    }

    /** Counts a fact. */
    void add(FactName fact, double rate) {
        double[] category = sumAndCount.computeIfAbsent(categoryOf(fact), any -> new double[2]);
        category[0] += rate;
        category[1]++;
    }

    /** Half a deviation more than there were tells categories without any apart by how many facts they have. */
    double of(FactName fact) {
        double[] category = sumAndCount.getOrDefault(categoryOf(fact), new double[] {1, 1});
        return Math.min(1, (category[0] + 0.5 / machines) / category[1]);
    }

    /** What facts of a kind have in common; single facts are one category. */
    static String categoryOf(FactName fact) {
        return fact.isMember() ? fact.top() : SINGLE;
    }
}
