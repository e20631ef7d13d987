package io.drift.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.Sources;
import io.drift.core.comparison.Cell;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.DifferenceReason;
import io.drift.core.comparison.FactComparison;
import io.drift.core.comparison.FactRules;
import io.drift.core.fact.FactValue;
import io.drift.core.source.FactSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueGroupsTest {

    private static ComparisonReport report(List<FactSource> columns) {
        return Comparison.of(columns).withRules(FactRules.exact()).report();
    }

    private static FactSource machine(String name, Object... facts) {
        return FactSource.of(name, Sources.facts(facts));
    }

    @Test
    void the_majority_comes_first_and_missing_is_a_value() {
        FactValues openssl = ValueGroups.of(report(List.of(
                        machine("a", "p.openssl", "2"),
                        machine("b", "p.openssl", "1"),
                        machine("c", "arch", "x"),
                        machine("d", "p.openssl", "1"))))
                .fact("p.openssl")
                .orElseThrow();
        assertThat(openssl.values())
                .map(SharedValue::toString)
                .containsExactly("1: {1, 3}", "2: {0}", "(missing): {2}");
        assertThat(openssl.values()).map(SharedValue::count).containsExactly(2, 1, 1);
        assertThat(openssl.reasons()).containsExactly(DifferenceReason.VALUE, DifferenceReason.MISSING);
    }

    @Test
    void what_is_the_same_has_no_reason() {
        FactValues arch = ValueGroups.of(report(List.of(machine("a", "arch", "x"), machine("b", "arch", "x"))))
                .facts()
                .get(0);
        assertThat(arch.values()).singleElement().hasToString("x: {0, 1}");
        assertThat(arch.reasons()).isEmpty();
    }

    /** As many facts as are looked at together, twice, and some more. */
    @Test
    void facts_of_many_machines_come_in_order_and_each_is_the_same_as_alone() {
        Random random = new Random(4);
        List<FactSource> machines = new ArrayList<>();
        for (int machine = 0; machine < 120; machine++) {
            List<Object> facts = new ArrayList<>();
            for (int fact = 0; fact < 150; fact++) {
                facts.addAll(List.of("p.f" + fact, "" + random.nextInt(3)));
            }
            machines.add(machine("m" + machine, facts.toArray()));
        }
        List<FactValues> facts = ValueGroups.of(report(machines)).facts();
        List<String> oneByOne = new ArrayList<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            oneByOne.add(facts.get(fact).toString());
        }
        List<String> inTurn = new ArrayList<>();
        for (FactValues fact : facts) {
            inTurn.add(fact.toString());
        }
        assertThat(inTurn).hasSize(150).isEqualTo(oneByOne);
    }

    @Test
    void a_name_that_two_machines_share_is_told() {
        ValueGroups groups = ValueGroups.of(
                report(List.of(machine("a", "fqdn", "x"), machine("b", "fqdn", "x"), machine("c", "fqdn", "y"))));
        assertThat(groups.facts().get(0).reasons()).containsExactly(DifferenceReason.SHARED_UNIQUE);
    }

    @Test
    void several_texts_are_a_set() {
        ValueGroups groups = ValueGroups.of(report(List.of(
                machine("a", "k", List.of("1", "2")),
                machine("b", "k", List.of("2", "1")),
                machine("c", "k", List.of("1")),
                machine("d", "k", "1"))));
        assertThat(groups.facts().get(0).values())
                .map(SharedValue::toString)
                .containsExactly("[1, 2]: {0, 1}", "[1]: {2, 3}");
    }

    @Test
    void a_baseline_has_the_value_that_it_fits() {
        ComparisonReport report = report(List.of(
                Sources.baseline("b", "b", Sources.facts("installed_packages.bash", "5.1")),
                machine("a", "installed_packages.bash", "0:5.1"),
                machine("c", "installed_packages.bash", "0:5.2")));
        assertThat(ValueGroups.of(report).facts().get(0).values())
                .map(SharedValue::toString)
                .containsExactly("0:5.1: {0, 1}", "0:5.2: {2}");
    }

    @Test
    void groups_say_the_same_as_cells() {
        for (int seed = 0; seed < 60; seed++) {
            ComparisonReport report = report(randomFleet(new Random(seed)));
            List<FactValues> facts = ValueGroups.of(report).facts();
            for (int row = 0; row < facts.size(); row++) {
                FactComparison fact = report.comparisons().get(row);
                assertThat(byText(facts.get(row))).isEqualTo(byText(fact));
                assertThat(facts.get(row).state()).isEqualTo(fact.state());
            }
        }
    }

    private static List<FactSource> randomFleet(Random random) {
        List<FactSource> fleet = new ArrayList<>();
        int size = 2 + random.nextInt(40);
        for (int number = 0; number < size; number++) {
            Map<String, Object> facts = new HashMap<>();
            for (int fact = 0; fact < 12; fact++) {
                if (random.nextInt(4) > 0) {
                    String text = "v" + random.nextInt(1 + fact * fact);
                    facts.put("g" + fact % 3 + ".f" + fact, random.nextInt(9) > 0 ? text : List.of("z", text));
                }
            }
            fleet.add(FactSource.of("m" + number, Sources.factsOf(facts)));
        }
        return fleet;
    }

    private static Map<String, TreeSet<Integer>> byText(FactValues values) {
        Map<String, TreeSet<Integer>> byText = new HashMap<>();
        for (SharedValue value : values.values()) {
            value.columns().stream()
                    .forEach(column -> byText.computeIfAbsent(text(value.value()), any -> new TreeSet<>())
                            .add(column));
            assertThat(value.count()).isEqualTo(value.columns().cardinality());
        }
        return byText;
    }

    private static Map<String, TreeSet<Integer>> byText(FactComparison fact) {
        Map<String, TreeSet<Integer>> byText = new HashMap<>();
        List<Cell> cells = fact.cells();
        for (int column = 0; column < cells.size(); column++) {
            byText.computeIfAbsent(text(cells.get(column).value()), any -> new TreeSet<>())
                    .add(column);
        }
        return byText;
    }

    private static String text(@Nullable FactValue value) {
        return value == null ? "(missing)" : new TreeSet<>(value.texts()).toString();
    }
}
