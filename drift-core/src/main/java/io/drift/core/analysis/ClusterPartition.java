package io.drift.core.analysis;

import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns that have been the same in all facts so far: each further fact may split them. */
final class ClusterPartition {

    private static final int UNKNOWN = -1;
    private static final int ASIDE = -2;

    private final int[] parts;
    private int count = 1;

    /**
     * One part.
     *
     * @param columns how many columns there are
     * @param aside those that take no part
     */
    ClusterPartition(int columns, BitSet aside) {
        parts = new int[columns];
        aside.stream().forEach(column -> parts[column] = ASIDE);
    }

    /** Where no two are the same, there is nothing more to split; a column may yet turn out to be unknown. */
    void split(DistinctValues values) {
        if (values.size() == 1 && values.count(0) == parts.length) {
            return;
        }
        boolean alone = count == IntStream.of(parts).filter(part -> part >= 0).count();
        Map<Long, Integer> numbers = new HashMap<>();
        for (int column = 0; column < parts.length; column++) {
            int value = values.number(column);
            if (value == DistinctValues.UNKNOWN && parts[column] >= 0) {
                parts[column] = UNKNOWN;
                count -= alone ? 1 : 0;
            } else if (parts[column] >= 0 && !alone) {
                parts[column] =
                        numbers.computeIfAbsent((long) parts[column] * values.size() + value, any -> numbers.size());
            }
        }
        count = alone ? count : numbers.size();
    }

    List<Integer> unknown() {
        return IntStream.range(0, parts.length)
                .filter(column -> parts[column] == UNKNOWN)
                .boxed()
                .toList();
    }

    /**
     * The clusters.
     *
     * @param facts the facts that split them, again: a fingerprint is made for one column of each
     */
    List<Cluster> clusters(Supplier<Stream<FactComparison>> facts) {
        Map<Integer, List<Integer>> columns = new LinkedHashMap<>();
        for (int column = 0; column < parts.length; column++) {
            if (parts[column] >= 0) {
                columns.computeIfAbsent(parts[column], any -> new ArrayList<>(parts.length / Math.max(1, count)))
                        .add(column);
            }
        }
        List<List<Integer>> largestFirst = new ArrayList<>(columns.values());
        largestFirst.sort(Comparator.comparingInt(some -> -some.size()));
        Fingerprint[] fingerprints =
                largestFirst.stream().map(any -> new Fingerprint()).toArray(Fingerprint[]::new);
        facts.get().forEach(fact -> add(fact, largestFirst, fingerprints));
        return IntStream.range(0, fingerprints.length)
                .mapToObj(number -> new Cluster(fingerprints[number].end(), largestFirst.get(number)))
                .toList();
    }

    /** Each value is encoded once, however many clusters have it. */
    private static void add(FactComparison fact, List<List<Integer>> clusters, Fingerprint[] fingerprints) {
        DistinctValues values = fact.distinctValues();
        byte[][] encoded = new byte[values.size()][];
        for (int number = 0; number < encoded.length; number++) {
            FactValue value = values.value(number);
            encoded[number] = value == null ? new byte[0] : Fingerprint.encoded(fact.fact(), value);
        }
        for (int number = 0; number < fingerprints.length; number++) {
            fingerprints[number].add(encoded[values.number(clusters.get(number).get(0))]);
        }
    }
}
