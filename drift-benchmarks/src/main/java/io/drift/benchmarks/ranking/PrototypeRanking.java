package io.drift.benchmarks.ranking;

import io.drift.core.analysis.MachineGroup;
import io.drift.core.analysis.Outliers;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.DistinctValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The prototype of the method, to be held against what became of it: each fact for itself, and among equals that of the category
 * which deviates less often. Nothing is merged. In these fleets each column is a machine that knows each fact.
 */
final class PrototypeRanking {

    private static final double TIE = 1e-4;
    private static final int NOTHING = -1;

    private record Suspects(DistinctValues values, int[] groups, int[] usual, int[] counts, int deviating) {

        boolean deviates(int machine) {
            return values.number(machine) != usual[groups[machine]];
        }

        double score(int machine) {
            int distinct = deviating < groups.length ? 1 : 0;
            for (int count : counts) {
                distinct += count > 0 ? 1 : 0;
            }
            return Math.log((groups.length - 1.0 + distinct) / ((double) distinct * counts[values.number(machine)]))
                    / Math.log(2);
        }
    }

    private final Map<String, Suspects> facts = new HashMap<>();
    private final Map<String, double[]> rates = new HashMap<>();
    private final int machines;

    PrototypeRanking(ComparisonReport report) {
        machines = report.columns().size();
        List<MachineGroup> groups = Outliers.of(report).groups();
        int[] groupOf = new int[machines];
        for (int group = 0; group < groups.size(); group++) {
            for (int machine : groups.get(group).columns()) {
                groupOf[machine] = group;
            }
        }
        for (FactComparison fact : report.comparisons()) {
            Suspects suspects = suspects(fact.distinctValues(), groupOf, groups.size());
            String name = fact.fact().toString();
            facts.put(name, suspects);
            double[] sumAndCount = rates.computeIfAbsent(category(name), any -> new double[2]);
            sumAndCount[0] += suspects.deviating() / (double) machines;
            sumAndCount[1]++;
        }
    }

    private static String category(String fact) {
        return fact.substring(0, Math.max(0, fact.indexOf('.')));
    }

    private static Suspects suspects(DistinctValues values, int[] groupOf, int groups) {
        int[][] tallies = new int[groups][values.size()];
        int[] sizes = new int[groups];
        for (int machine = 0; machine < groupOf.length; machine++) {
            tallies[groupOf[machine]][values.number(machine)]++;
            sizes[groupOf[machine]]++;
        }
        int[] usual = new int[groups];
        for (int group = 0; group < groups; group++) {
            usual[group] = usual(tallies[group], sizes[group]);
        }
        int[] counts = new int[values.size()];
        int deviating = 0;
        for (int machine = 0; machine < groupOf.length; machine++) {
            if (values.number(machine) != usual[groupOf[machine]]) {
                counts[values.number(machine)]++;
                deviating++;
            }
        }
        return new Suspects(values, groupOf, usual, counts, deviating);
    }

    private static int usual(int[] tally, int size) {
        int most = 0;
        for (int number = 1; number < tally.length; number++) {
            most = tally[number] > tally[most] ? number : most;
        }
        return 2 * tally[most] >= size && tally[most] > 1 ? most : NOTHING;
    }

    /** The place of a fact among the suspects of a machine; those that are tied with it stand before it. */
    int rank(int machine, String fact) {
        if (!facts.get(fact).deviates(machine)) {
            return Method.NOWHERE;
        }
        List<Double> scores = new ArrayList<>();
        facts.forEach((name, suspects) -> {
            if (suspects.deviates(machine)) {
                scores.add(score(name, machine));
            }
        });
        double own = score(fact, machine) - 1e-9;
        return (int) scores.stream().filter(score -> score >= own).count();
    }

    private double score(String fact, int machine) {
        double[] sumAndCount = rates.get(category(fact));
        double rate = (sumAndCount[0] + 0.5 / machines) / sumAndCount[1];
        return facts.get(fact).score(machine) - TIE * Math.min(1, rate);
    }
}
