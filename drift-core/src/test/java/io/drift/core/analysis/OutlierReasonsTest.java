package io.drift.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.drift.core.Sources;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.FactRules;
import io.drift.core.source.FactSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the list of a machine's reasons promises, whatever made them. */
class OutlierReasonsTest {

    private static Outliers outliers(Random random) {
        List<FactSource> fleet = new ArrayList<>();
        int machines = 20 + random.nextInt(40);
        for (int machine = 0; machine < machines; machine++) {
            Map<String, Object> facts = new TreeMap<>();
            for (int fact = 0; fact < 40; fact++) {
                String name = (fact < 20 ? "installed_packages.p" : "settings.s") + fact;
                if (random.nextInt(40) > 0) {
                    facts.put(name, random.nextInt(12) == 0 ? "odd" + random.nextInt(3) : "usual");
                }
            }
            fleet.add(FactSource.of("m" + (100 + machine), Sources.factsOf(facts)));
        }
        return Outliers.of(Comparison.of(fleet).withRules(FactRules.exact()).report());
    }

    @Test
    void the_oddest_come_first_and_those_that_are_as_odd_share_a_rank() {
        for (int seed = 0; seed < 20; seed++) {
            for (Outlier machine : outliers(new Random(seed)).list()) {
                List<OutlierReason> reasons = machine.reasons();
                for (int place = 0; place < reasons.size(); place++) {
                    OutlierReason reason = reasons.get(place);
                    assertThat(reason.odd().score()).isPositive();
                    assertThat(reason.weight()).isBetween(0.0, 1.0);
                    if (place == 0) {
                        assertThat(reason.rank()).isEqualTo(1);
                    } else {
                        OutlierReason before = reasons.get(place - 1);
                        assertThat(reason.odd().score())
                                .isLessThanOrEqualTo(before.odd().score());
                        assertThat(reason.rank()).isIn(before.rank(), place + 1);
                    }
                }
            }
        }
    }

    @Test
    void the_score_of_a_machine_is_the_sum_of_its_three_best() {
        for (Outlier machine : outliers(new Random(5)).list()) {
            double three = machine.reasons().stream()
                    .limit(3)
                    .mapToDouble(reason -> reason.odd().score())
                    .sum();
            assertThat(machine.score()).isCloseTo(three, within(1e-9));
        }
    }

    @Test
    void no_fact_is_told_twice_and_what_goes_along_is_in_order() {
        for (int seed = 0; seed < 20; seed++) {
            for (Outlier machine : outliers(new Random(seed)).list()) {
                List<Object> told = new ArrayList<>();
                for (OutlierReason reason : machine.reasons()) {
                    told.add(reason.fact());
                    told.addAll(reason.also());
                    assertThat(reason.also()).isSorted();
                }
                assertThat(told).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void a_reason_is_the_same_whenever_it_is_read_and_there_is_none_behind_the_last() {
        List<OutlierReason> reasons = outliers(new Random(3)).list().get(0).reasons();
        assertThat(reasons).isNotEmpty();
        assertThat(List.copyOf(reasons)).isEqualTo(reasons);
        assertThatThrownBy(() -> reasons.get(reasons.size())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> reasons.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }
}
