package io.drift.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.benchmarks.fleet.Fleet;
import io.drift.benchmarks.fleet.InventoryAnswers;
import io.drift.benchmarks.limit.PlainReport;
import io.drift.benchmarks.limit.Tokens;
import io.drift.benchmarks.pipeline.Pipeline;
import io.drift.core.comparison.ComparisonListener;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.ComparisonState;
import io.drift.core.comparison.FactComparison;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures mean something only if the input is what it claims to be, and the limit does the same work. */
class FleetTest {

    private static final int SYSTEMS = 41;

    private final Fleet fleet = Fleet.of(SYSTEMS, Fleet.SEED);
    private final Pipeline pipeline = new Pipeline();

    @Test
    void the_same_seed_gives_the_same_systems_however_many_there_are() {
        InventoryAnswers larger = Fleet.of(SYSTEMS + 3, Fleet.SEED).answer(fleet.ids());
        InventoryAnswers same = fleet.answer(fleet.ids());

        assertThat(larger.hosts()).isEqualTo(same.hosts());
        assertThat(larger.profiles()).isEqualTo(same.profiles());
        assertThat(larger.tags()).isEqualTo(same.tags());
        assertThat(Fleet.of(1, 7).ids()).doesNotContainAnyElementsOf(fleet.ids());
    }

    @Test
    void a_system_has_about_44_kilobytes_in_calls_of_40() {
        List<InventoryAnswers> answers = fleet.answers();

        assertThat(answers).hasSize(2);
        assertThat(answers.stream().mapToLong(InventoryAnswers::size).sum() / SYSTEMS)
                .isBetween(42_000L, 46_000L);
    }

    @Test
    void most_of_two_systems_is_alike_and_every_state_occurs() throws IOException {
        ComparisonReport two = report(fleet.ids().subList(0, 2));
        long alike = two.comparisons().stream()
                .filter(fact -> fact.state() == ComparisonState.SAME)
                .count();

        assertThat(100 * alike / two.comparisons().size()).isBetween(80L, 93L);
        ComparisonReport all = report(fleet.ids());
        assertThat(all.comparisons()).extracting(FactComparison::state).contains(ComparisonState.values());
        assertThat(all.comparisons()).anyMatch(FactComparison::isMultiValued);
        assertThat(all.facts())
                .extracting(entry -> entry.name())
                .containsAll(Set.of(
                        "ansible",
                        "cpu_flags",
                        "enabled_services",
                        "installed_packages",
                        "installed_services",
                        "kernel_modules",
                        "network_interfaces",
                        "running_processes",
                        "systemd",
                        "tags",
                        "yum_repos"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_limit_reads_all_tokens_and_writes_the_same_bytes(boolean textsEncoded) throws IOException {
        ComparisonReport report = report(fleet.ids());
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream drift = new ByteArrayOutputStream();
        new PlainReport(report, textsEncoded).write(plain);
        pipeline.run(fleet.answers(), drift);

        assertThat(plain.toByteArray()).isEqualTo(drift.toByteArray());
        assertThat(Tokens.count(fleet.answers())).isGreaterThan(SYSTEMS * 1000L);
    }

    private ComparisonReport report(List<String> ids) throws IOException {
        return pipeline.compare(pipeline.parse(List.of(fleet.answer(ids))), ComparisonListener.NONE);
    }
}
