package io.drift.core.analysis;

import io.drift.core.comparison.FactComparison;
import io.drift.core.fact.DistinctValues;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int NONE = -1;

    private final int[] parts;
    /** How many columns are in parts, and how many of the parts have columns. */
    private int members;

    private int inhabited;
    /** How many parts have been numbered. */
    private int numbered = 1;

    /**
     * One part.
     *
     * @param columns how many columns there are
     * @param aside those that take no part
     */
    ClusterPartition(int columns, BitSet aside) {
        parts = new int[columns];
        aside.stream().forEach(column -> parts[column] = ASIDE);
        members = columns - aside.cardinality();
        inhabited = Math.min(1, members);
    }

    /** Where no two are the same, there is nothing more to split; a column may yet turn out to be unknown. */
    void split(DistinctValues values) {
        if (values.size() == 1 && values.count(0) == parts.length) {
            return;
        }
        boolean alone = inhabited == members;
        for (int column = 0; column < parts.length; column++) {
            if (parts[column] >= 0 && values.number(column) == DistinctValues.UNKNOWN) {
                parts[column] = UNKNOWN;
                members--;
            }
        }
        if (alone) {
            inhabited = members;
        } else {
            splitKnown(values);
        }
    }

    /** Columns of a part that have the value of its first column stay in it. */
    private void splitKnown(DistinctValues values) {
        int[] firsts = new int[numbered];
        Arrays.fill(firsts, NONE);
        inhabited = 0;
        Map<Long, Integer> others = new HashMap<>();
        for (int column = 0; column < parts.length; column++) {
            int part = parts[column];
            int value = values.number(column);
            if (part >= 0 && firsts[part] == NONE) {
                firsts[part] = value;
                inhabited++;
            } else if (part >= 0 && firsts[part] != value) {
                parts[column] =
                        others.computeIfAbsent((long) part * values.size() + value, any -> numbered + others.size());
            }
        }
        inhabited += others.size();
        numbered += others.size();
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
     * @param facts the facts that split them, again: fingerprints are made when somebody asks for them
     */
    List<Cluster> clusters(Supplier<Stream<FactComparison>> facts) {
        Map<Integer, List<Integer>> columns = new LinkedHashMap<>();
        for (int column = 0; column < parts.length; column++) {
            if (parts[column] >= 0) {
                columns.computeIfAbsent(parts[column], any -> new ArrayList<>()).add(column);
            }
        }
        List<List<Integer>> largestFirst = new ArrayList<>(columns.values());
        largestFirst.sort(Comparator.comparingInt(some -> -some.size()));
        int[] examples = largestFirst.stream().mapToInt(some -> some.get(0)).toArray();
        Fingerprints fingerprints = new Fingerprints(facts, examples);
        return IntStream.range(0, examples.length)
                .mapToObj(number -> new Cluster(fingerprints, number, largestFirst.get(number)))
                .toList();
    }
}
