package io.drift.registry.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.error.InvalidQueryException;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRecorder;
import io.drift.registry.baselines.ProfileFacts.Skipped;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileFactsTest {

    @Test
    void facts_of_a_group_become_a_category_and_lists_stay_lists() {
        FactRecorder recorder = new FactRecorder()
                .record(FactName.of("arch"), "x86_64")
                .record(FactName.of("packages", "kernel"), List.of("1", "2"))
                .record(FactName.of("packages", "bash"), "5");

        assertThat(ProfileFacts.of(recorder.end()))
                .isEqualTo(new ProfileFacts(
                        List.of(
                                FactDraft.of("arch", "x86_64"),
                                FactDraft.ofCategory(
                                        "packages",
                                        List.of(FactDraft.of("kernel", List.of("1", "2")), FactDraft.of("bash", "5")))),
                        List.of()));
    }

    @Test
    void what_cannot_be_kept_is_named_with_its_reason_and_what_has_no_value_is_not() {
        FactRecorder recorder = new FactRecorder()
                .record(FactName.of("arch"), "")
                .record(FactName.of("cpu", " model"), "x")
                .record(FactName.of(" group", "member"), "x")
                .record(FactName.of("unknown"), "N/A")
                .record(FactName.of("half"), "\ud800")
                .record(FactName.of("none"), (String) null);

        ProfileFacts facts = ProfileFacts.of(recorder.end());

        assertThat(facts.drafts()).isEmpty();
        assertThat(facts.skipped())
                .contains(
                        new Skipped("arch", "value for arch cannot be empty"),
                        new Skipped("cpu. model", "Fact name cannot have leading or trailing whitespace."),
                        new Skipped(" group.member", "Fact name cannot have leading or trailing whitespace."))
                .extracting(Skipped::name)
                .containsExactly("arch", "cpu. model", " group.member", "half");
    }

    @Test
    void a_name_is_a_name_of_a_baseline_or_nothing() {
        for (String wrong : List.of("", " x", "x\n", "x".repeat(201), "\ud800")) {
            assertThatThrownBy(() -> BaselineName.parse(wrong)).isInstanceOf(InvalidQueryException.class);
        }
        assertThat(BaselineName.parse("☃".repeat(200)).text()).hasSize(200);
    }
}
