package io.drift.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.FactRules;
import io.drift.core.policy.Policy;
import io.drift.core.policy.PolicyBase;
import io.drift.core.policy.PolicyRule;
import io.drift.core.policy.RuleSetting;
import io.drift.core.policy.Severity;
import io.drift.core.source.FactSource;
import io.drift.core.source.InventorySystem;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Weights and severities multiply how odd a difference makes a machine. */
class WeightedOutliersTest {

    /** Thirty machines, of which the first is odd in {@code x.a}, and the second in {@code x.b}. */
    private static final List<FactSource> FLEET = IntStream.range(0, 30)
            .<FactSource>mapToObj(number -> InventorySystem.ofProfile(
                    String.format("m%02d", number),
                    Map.of("x", Map.of("a", number == 0 ? "odd" : "usual", "b", number == 1 ? "odd" : "usual"))))
            .toList();

    private static List<Outlier> outliers(Policy policy) {
        return Outliers.of(Comparison.of(FLEET).withRules(FactRules.of(policy)).report())
                .list();
    }

    @Test
    void without_a_policy_both_are_as_odd() {
        List<Outlier> list = outliers(Policy.of(PolicyBase.EXACT));

        assertThat(list.get(0).score()).isEqualTo(list.get(1).score());
    }

    @Test
    void with_one_the_heavier_difference_leads() {
        List<Outlier> plain = outliers(Policy.of(PolicyBase.EXACT));
        List<Outlier> list = outliers(Policy.of(PolicyBase.EXACT)
                .withRule(PolicyRule.of("x.b")
                        .with(new RuleSetting.Weight(3))
                        .with(new RuleSetting.Severe(Severity.HIGH))));

        assertThat(list.get(0).column()).isEqualTo(1);
        assertThat(list.get(0).score()).isCloseTo(6 * plain.get(0).score(), within(1e-9));
        assertThat(list.get(1).score()).isEqualTo(plain.get(1).score());
    }

    @Test
    void without_weight_it_is_no_reason() {
        List<Outlier> list = outliers(
                Policy.of(PolicyBase.EXACT).withRule(PolicyRule.of("x.b").with(new RuleSetting.Weight(0))));

        assertThat(list.get(0).column()).isZero();
        assertThat(list.get(1).reasons()).isEmpty();
    }
}
