package io.drift.testkit.assertj;

import static io.drift.testkit.assertj.DriftAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.source.InventorySystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReportAssertTest {

    private final ComparisonReport report = Comparison.of(
                    InventorySystem.ofProfile(
                            "web-1", Map.of("os_release", "9.3", "cpu_flags", List.of("fpu", "vme"), "arch", "x86_64")),
                    InventorySystem.ofProfile(
                            "web-2", Map.of("os_release", "9.4", "cpu_flags", List.of("fpu"), "arch", "x86_64")))
            .report();

    private static void fails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessage(message);
    }

    @Test
    void what_is_so_passes() {
        assertThat(report)
                .hasColumns("web-2", "web-1")
                .differsOnlyIn("cpu_flags.vme", "os_release")
                .hasGroup("cpu_flags", ComparisonState.DIFFERENT)
                .doesNotShow("sap_system");
        assertThat(report).fact("os_release").isDifferent().hasValue("web-1", "9.3");
        assertThat(report).fact("cpu_flags.fpu").isSame();
        assertThat(report.fact("cpu_flags.vme").orElseThrow()).hasNoValue("web-2");
        assertThat(Comparison.of(report.columns().get(0)).report()).fact("arch").isInState(ComparisonState.SAME);
    }

    @Test
    void differences_that_nobody_expected_are_shown_with_who_has_what() {
        fails(() -> assertThat(report).differsOnlyIn("os_release"), """
                Expected differences only in [os_release], but there are others:
                  cpu_flags.vme  DIFFERENT  enabled: web-1 | (missing): web-2""");
        fails(() -> assertThat(report).hasNoDifferences(), """
                Expected no differences, but there are others:
                  cpu_flags.vme  DIFFERENT  enabled: web-1 | (missing): web-2
                  os_release     DIFFERENT  9.3: web-1 | 9.4: web-2""");
    }

    @Test
    void differences_that_are_missing_are_named() {
        fails(() -> assertThat(report).differsOnlyIn("os_release", "arch", "nothing", "cpu_flags.vme"), """
                Expected differences only in [arch, cpu_flags.vme, nothing, os_release], but these do not differ:
                  arch SAME x86_64: web-1, web-2
                  nothing is not in the report""");
        fails(() -> assertThat(report).differsOnlyIn("arch", "os_release"), """
                Expected differences only in [arch, os_release], but there are others:
                  cpu_flags.vme  DIFFERENT  enabled: web-1 | (missing): web-2
                and these do not differ:
                  arch SAME x86_64: web-1, web-2""");
    }

    @Test
    void a_long_list_is_cut_off() {
        Map<String, Object> many = new HashMap<>();
        many.put(
                "cpu_flags",
                java.util.stream.IntStream.range(0, 50).mapToObj(i -> "f" + i).toList());
        ComparisonReport differing = Comparison.of(
                        InventorySystem.ofProfile("a", many), InventorySystem.ofProfile("b", Map.of("arch", "x86_64")))
                .report();

        assertThatThrownBy(() -> assertThat(differing).hasNoDifferences())
                .hasMessageEndingWith("\n  ... and 31 more")
                .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(22));
    }

    @Test
    void other_columns_are_named() {
        fails(
                () -> assertThat(report).hasColumns("web-1", "web-3"),
                "Expected the columns [web-1, web-3], but the report has [web-1, web-2]");
    }

    @Test
    void a_fact_is_shown_as_it_is() {
        fails(
                () -> assertThat(report).fact("os_release").isSame(),
                "Expected os_release to be SAME, but:\n  os_release  DIFFERENT  9.3: web-1 | 9.4: web-2");
        fails(
                () -> assertThat(report).fact("os_release").hasValue("web-2", "9.3"),
                "Expected os_release of web-2 to be 9.3, but:\n  os_release  DIFFERENT  9.3: web-1 | 9.4: web-2");
        fails(
                () -> assertThat(report).fact("arch").hasNoValue("web-2"),
                "Expected arch of web-2 to be missing, but:\n  arch  SAME  x86_64: web-1, web-2");
        fails(
                () -> assertThat(report).fact("arch").hasValues("web-2", "x86_64"),
                "Expected arch of web-2 to be [x86_64], but:\n  arch  SAME  x86_64: web-1, web-2");
        fails(
                () -> assertThat(report).fact("arch").hasValue("web-3", "x86_64"),
                "Expected a column web-3, but there are [web-1, web-2]");
        fails(
                () -> assertThat(report).doesNotShow("arch"),
                "Expected no fact arch, but there is\n  arch  SAME  x86_64: web-1, web-2");
        assertThatThrownBy(() -> assertThat(report).fact("architecture"))
                .hasMessageStartingWith(
                        "Expected the fact architecture, but the report does not show it. It has:\n  arch");
    }

    @Test
    void a_group_is_shown_as_it_is() {
        fails(() -> assertThat(report).hasGroup("cpu_flags", ComparisonState.SAME), """
                Expected the group cpu_flags to be SAME, but it is DIFFERENT:
                  cpu_flags.fpu  SAME       enabled: web-1, web-2
                  cpu_flags.vme  DIFFERENT  enabled: web-1 | (missing): web-2""");
        fails(
                () -> assertThat(report).hasGroup("arch", ComparisonState.SAME),
                "Expected the group arch, but the report does not show it");
    }
}
