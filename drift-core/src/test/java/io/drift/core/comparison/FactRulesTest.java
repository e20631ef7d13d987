package io.drift.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.FactName;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FactRulesTest {

    @Nested
    class Fingerprint {

        private static final FactList MINE = new FactList("mine", List.of("a*"), List.of());

        @Test
        void names_rules_without_additions() {
            assertThat(FactRules.archived().fingerprint()).isEqualTo("archived");
            assertThat(FactRules.exact().fingerprint()).isEqualTo("exact");
            assertThat(FactRules.none().fingerprint()).isEqualTo("none");
        }

        @Test
        void tells_which_lists_are_left_out_and_what_is_on_them() {
            String mine = FactRules.exact().withLeftOut(MINE).fingerprint();
            String others = FactRules.exact()
                    .withLeftOut(new FactList("mine", List.of("b*"), List.of()))
                    .fingerprint();

            assertThat(mine)
                    .matches("exact\\+left_out mine sha256:[0-9a-f]{16}")
                    .isNotEqualTo(others);
            assertThat(FactRules.exact().withLeftOut(MINE).isSameAs(mine)).isTrue();
            assertThat(FactRules.exact().isSameAs(mine)).isFalse();
        }

        @Test
        void of_rules_with_predicates_is_like_no_other() {
            FactRules hiding = FactRules.exact().withHidden(FactName.of("arch")::equals);

            assertThat(hiding.fingerprint()).isEqualTo("custom");
            assertThat(hiding.withLeftOut(MINE).fingerprint()).isEqualTo("custom");
            assertThat(hiding.isSameAs("custom")).isFalse();
            assertThat(FactRules.exact().withUnique(any -> true).isSameAs("exact"))
                    .isFalse();
            assertThat(FactRules.exact().withNeverDiffering(any -> true).isSameAs("exact"))
                    .isFalse();
        }

        @Test
        void is_in_the_report() {
            assertThat(Comparison.of()
                            .withRules(FactRules.none())
                            .report()
                            .rules()
                            .fingerprint())
                    .isEqualTo("none");
        }
    }
}
