package io.drift.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.DistinctValues;
import io.drift.core.fact.FactValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClusterPartitionTest {

    private static final List<FactValue> VALUES =
            Stream.of("a", "b", "c").<FactValue>map(FactValue.Text::new).toList();

    @Test
    void columns_stay_together_while_all_is_known_and_the_same() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int columns = 1 + random.nextInt(8);
            BitSet aside = new BitSet();
            aside.set(columns - 1, random.nextInt(4) == 0);
            BitSet unknown = new BitSet();
            String[] seen = new String[columns];
            Arrays.fill(seen, "");
            ClusterPartition partition = new ClusterPartition(columns, aside);
            for (int fact = 0; fact < 5; fact++) {
                int[] numbers = new int[columns];
                for (int column = 0; column < columns; column++) {
                    numbers[column] = random.nextInt(12) == 0
                            ? DistinctValues.UNKNOWN
                            : random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
                    unknown.set(column, !aside.get(column) && (unknown.get(column) || numbers[column] < 0));
                    seen[column] += numbers[column];
                }
                partition.split(DistinctValues.of(numbers, VALUES));
            }
            Map<String, List<Integer>> expected = new TreeMap<>();
            for (int column = 0; column < columns; column++) {
                if (!aside.get(column) && !unknown.get(column)) {
                    expected.computeIfAbsent(seen[column], any -> new ArrayList<>())
                            .add(column);
                }
            }
            assertThat(partition.clusters(Stream::empty))
                    .as("seed %s", seed)
                    .map(Cluster::columns)
                    .containsExactlyInAnyOrderElementsOf(expected.values());
            assertThat(partition.unknown())
                    .containsExactlyElementsOf(unknown.stream().boxed().toList());
        }
    }
}
