package io.drift.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.Sources;
import io.drift.core.comparison.Comparison;
import io.drift.core.source.FactSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClustersTest {

    private static List<GroupClusters> clusters(List<FactSource> sources) {
        return Clusters.of(Comparison.of(sources).report()).groups();
    }

    @Test
    void clusters_are_exact() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<FactSource> sources = new ArrayList<>();
            Map<String, List<Integer>> expected = new HashMap<>();
            int size = 2 + random.nextInt(30);
            for (int number = 0; number < size; number++) {
                Map<String, Object> facts = new TreeMap<>();
                for (int fact = 0; fact < 4; fact++) {
                    if (random.nextInt(3) > 0) {
                        facts.put("p.f" + fact, "v" + random.nextInt(2));
                    }
                }
                String key = facts.toString();
                facts.put("p.always", "x");
                expected.computeIfAbsent(key, any -> new ArrayList<>()).add(number);
                sources.add(FactSource.of("m" + (100 + number), Sources.factsOf(facts)));
            }
            List<Cluster> found = clusters(sources).get(0).clusters();
            assertThat(found).map(Cluster::columns).containsExactlyInAnyOrderElementsOf(expected.values());
            assertThat(found).map(Cluster::fingerprint).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_fingerprint_depends_on_the_machine_alone() {
        FactSource one = FactSource.of("a", Sources.facts("p.bash", "1", "p.ssl", List.of("2", "3")));
        FactSource same = FactSource.of("b", Sources.facts("p.ssl", List.of("3", "2"), "p.bash", "1"));
        FactSource more = FactSource.of("c", Sources.facts("p.bash", "1", "p.zsh", "4"));
        String alone = clusters(List.of(one, same)).get(0).clusters().get(0).fingerprint();
        Cluster largest = clusters(List.of(one, same, more)).get(0).clusters().get(0);
        assertThat(largest.columns()).containsExactly(0, 1);
        assertThat(largest.fingerprint()).isEqualTo(alone).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void what_names_a_machine_does_not_count_and_baselines_are_in_none() {
        List<GroupClusters> groups = clusters(List.of(
                Sources.baseline("z", "z", Sources.facts("network_interfaces.eth0.mtu", "1500")),
                FactSource.of(
                        "a",
                        Sources.facts(
                                "network_interfaces.eth0.mtu", "1500", "network_interfaces.eth0.mac_address", "1")),
                FactSource.of(
                        "b",
                        Sources.facts(
                                "network_interfaces.eth0.mtu", "1500", "network_interfaces.eth0.mac_address", "2"))));
        assertThat(groups.get(0).clusters())
                .singleElement()
                .satisfies(both -> assertThat(both.columns()).containsExactly(1, 2));
        assertThat(groups.get(0).unknown()).isEmpty();
    }
}
