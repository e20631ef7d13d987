package io.drift.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.source.Baseline;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselinesTest {

    private final BaselineBuilder web = Baselines.baseline("web")
            .with("arch", "x86_64")
            .with("cpu_flags.fpu", "enabled")
            .with("cpu_flags.vme", "enabled")
            .with("installed_packages.kernel", List.of("1-1.x86_64", "2-1.x86_64"))
            .with("cloud_provider", (String) null);

    @Test
    void a_sentence_becomes_a_baseline() {
        Baseline baseline = web.updatedAt("2024-10-07T00:00:00Z").build();

        assertThat(baseline.name()).isEqualTo("web");
        assertThat(baseline.updated()).isEqualTo("2024-10-07T00:00:00Z");
        assertThat(baseline.facts().asMap())
                .containsEntry(FactName.of("arch"), new FactValue.Text("x86_64"))
                .containsEntry(FactName.of("cpu_flags", "fpu"), new FactValue.Text("enabled"))
                .containsEntry(FactName.of("cpu_flags", "vme"), new FactValue.Text("enabled"))
                .containsEntry(
                        FactName.of("installed_packages", "kernel"),
                        new FactValue.Several(List.of("1-1.x86_64", "2-1.x86_64")))
                .containsEntry(FactName.of("cloud_provider"), null)
                .hasSize(5);
    }

    @Test
    void members_of_a_group_stand_together_in_the_document() {
        assertThat(web.asJson())
                .contains("{\"name\":\"arch\",\"value\":\"x86_64\"}")
                .contains("[{\"name\":\"fpu\",\"value\":\"enabled\"},{\"name\":\"vme\",\"value\":\"enabled\"}]")
                .contains("\"fact_count\":4");
    }

    @Test
    void a_document_does_not_change_with_its_builder() {
        BaselineDocument before = web.document();
        web.with("cpu_flags.late", "enabled").with("late", "yes");

        assertThat(before.asJson()).doesNotContain("late");
    }
}
