package io.drift.core.comparison;

import static io.drift.core.Sources.facts;
import static io.drift.core.comparison.ComparisonState.DIFFERENT;
import static io.drift.core.comparison.ComparisonState.INCOMPLETE_DATA;
import static io.drift.core.comparison.ComparisonState.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.LookedAt;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A column says nothing of what its source did not look at. */
class NotLookedAtTest {

    private static final LookedAt PACKAGES = LookedAt.everything().withOnly(List.of("installed_packages"));

    private static FactSource system(String name, LookedAt lookedAt, Object... parts) {
        return system(name, Reading.EXACT, lookedAt, parts);
    }

    private static FactSource system(String name, Reading reading, LookedAt lookedAt, Object... parts) {
        Map<String, Object> profile = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            profile.put((String) parts[i], parts[i + 1]);
        }
        RecordedProfile recorded = new ProfileRecorder(reading).record(profile).withLookedAt(lookedAt);
        return InventorySystem.of(HostRecord.of(name), recorded, RecordedFacts.NONE);
    }

    private static FactSource whole(String name, Object... parts) {
        return system(name, LookedAt.everything(), parts);
    }

    private static FactSource packages(String name, String... packages) {
        return system(name, PACKAGES, "installed_packages", List.of(packages));
    }

    private static FactComparison fact(ComparisonReport report, String name) {
        return report.fact(name).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "installed_packages:epoch, a-1-1.noarch, a-2:1-1.noarch, true",
        "installed_packages:epoch, a-1-1.noarch, a-2:2-1.noarch, false",
        "installed_packages:epoch, a-1-1.noarch, a-2:1-1.x86_64, false",
        "installed_packages:arch, a-1-1, a-1-1.x86_64, true",
        "installed_packages:arch, a-1-1, a-1-1.2.x86_64, false",
        "installed_packages:arch, a-1-1, a-2:1-1.x86_64, false",
        "installed_packages:arch, a-1-1, b-1-1.x86_64, false",
    })
    void what_a_list_of_packages_cannot_tell_is_neither_different_nor_the_same(
            String untold, String poor, String rich, boolean open) {
        LookedAt lookedAt = PACKAGES.withExcept(List.of(untold));
        FactSource one = system("one", lookedAt, "installed_packages", List.of(poor));
        ComparisonReport report = Comparison.of(one, packages("two", rich)).report();
        if (open) {
            assertThat(report.fact("installed_packages.a")).isEmpty();
            assertThat(report.omissions().notLookedAt()).isNotEmpty();
        } else {
            assertThat(fact(report, "installed_packages.a").state()).isEqualTo(DIFFERENT);
        }
    }

    @Test
    void lists_that_tell_all_differ_whatever_a_third_one_cannot_tell() {
        LookedAt lookedAt = PACKAGES.withExcept(List.of(LookedAt.ARCHITECTURES));
        FactSource poor = system("0", lookedAt, "installed_packages", List.of("a-1-1", "b-1-1"));
        ComparisonReport report = Comparison.of(
                        poor,
                        packages("1", "a-1-1.x86_64", "b-1-1.noarch"),
                        packages("2", "a-1-2.x86_64", "b-1-1.noarch"))
                .report();
        assertThat(fact(report, "installed_packages.a").state()).isEqualTo(DIFFERENT);
        assertThat(fact(report, "installed_packages.b").state()).isEqualTo(SAME);
        assertThat(fact(report, "installed_packages.a").isLookedAt(0)).isFalse();
    }

    @Test
    void what_one_column_alone_looked_at_is_not_compared_but_counted() {
        ComparisonReport report = Comparison.of(
                        whole(
                                "a",
                                "arch",
                                "x86_64",
                                "os_release",
                                "9",
                                "installed_packages",
                                List.of("bash-5.1-1.x86_64")),
                        packages("b", "bash-5.1-1.x86_64"))
                .report();

        assertThat(report.comparisons())
                .extracting(FactComparison::toString)
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("installed_packages.bash SAME");
        assertThat(report.hasDifferences()).isFalse();
        assertThat(report.isComplete()).isFalse();
        assertThat(report.omissions().notComparable()).isEqualTo(2);
        assertThat(report.omissions().notLookedAt())
                .containsExactly(new NotLookedAt(report.columns().get(1), 2));
        assertThat(report.onlyDifferences().omissions()).isEqualTo(report.omissions());
    }

    @Test
    void what_a_column_looked_at_and_lacks_differs() {
        ComparisonReport report = Comparison.of(
                        packages("a", "bash-5.1-1.x86_64", "vim-9-1.x86_64"), packages("b", "bash-5.1-1.x86_64"))
                .report();

        assertThat(fact(report, "installed_packages.vim").state()).isEqualTo(DIFFERENT);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.omissions()).isEqualTo(new Omissions(0, List.of(), List.of()));
    }

    @Test
    void two_others_are_compared_and_the_third_takes_no_part() {
        ComparisonReport report = Comparison.of(
                        whole("a", "arch", "x86_64", "os_release", "9", "selinux_config_file", "enforcing"),
                        whole("b", "arch", "x86_64", "os_release", "10"),
                        packages("c"))
                .report();

        assertThat(fact(report, "arch").state()).isEqualTo(SAME);
        assertThat(fact(report, "arch").cells()).last().hasToString("c=?");
        assertThat(fact(report, "selinux_config_file").state()).isEqualTo(DIFFERENT);
        FactComparison release = fact(report, "os_release");
        assertThat(release.state()).isEqualTo(DIFFERENT);
        assertThat(release.isLookedAt(1)).isTrue();
        assertThat(release.isLookedAt(2)).isFalse();
        assertThat(release.isLookedAtByAll()).isFalse();
        assertThat(release.outliers()).extracting(FactSource::name).containsExactly("b");
        assertThat(release.valueGroups()).extracting(ValueGroup::toString).containsExactly("9: a", "10: b");
        assertThat(report.omissions())
                .isEqualTo(new Omissions(
                        0, List.of(new NotLookedAt(report.columns().get(2), 3)), List.of()));
    }

    @Test
    void a_group_that_others_agree_in_is_the_same() {
        ComparisonReport report = Comparison.of(
                        whole("a", "arch", "x86_64", "cpu_flags", List.of("fpu")),
                        whole("b", "arch", "x86_64", "cpu_flags", List.of("fpu")),
                        packages("c"))
                .report();

        assertThat(report.group("cpu_flags").orElseThrow().state()).isEqualTo(SAME);
    }

    @Test
    void a_value_that_is_there_counts_whatever_was_looked_at() {
        ComparisonReport report = Comparison.of(whole("a", "arch", "x86_64"), system("b", PACKAGES, "arch", "aarch64"))
                .report();

        assertThat(fact(report, "arch").state()).isEqualTo(DIFFERENT);
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void of_a_group_that_was_not_looked_at_to_its_end_what_is_there_counts() {
        LookedAt cut = LookedAt.everything().withExcept(List.of("sysctl"));
        ComparisonReport report = Comparison.of(
                        whole("a", "arch", "x", "sysctl", Map.of("vm.swappiness", "60", "vm.overcommit", "0")),
                        whole("b", "arch", "x", "sysctl", Map.of("vm.swappiness", "60", "vm.overcommit", "1")),
                        system("c", cut, "arch", "x", "sysctl", Map.of("vm.swappiness", "10")))
                .report();

        assertThat(fact(report, "sysctl.vm.swappiness").outliers())
                .extracting(FactSource::name)
                .containsExactly("c");
        assertThat(fact(report, "sysctl.vm.overcommit").isLookedAt(2)).isFalse();
    }

    @Test
    void what_should_be_unique_is_judged_without_those_who_did_not_look() {
        ComparisonReport report = Comparison.of(whole("a", "owner_id", "x"), whole("b", "owner_id", "y"), packages("c"))
                .report();
        assertThat(fact(report, "owner_id").state()).isEqualTo(SAME);

        ComparisonReport lacking = Comparison.of(whole("a", "owner_id", "x"), whole("b", "arch", "x"), packages("c"))
                .report();
        assertThat(fact(lacking, "owner_id").state()).isEqualTo(INCOMPLETE_DATA);
    }

    @Test
    void several_values_are_compared_without_those_who_did_not_look() {
        List<String> kernels = List.of("kernel-5-1.x86_64", "kernel-6-1.x86_64");
        Comparison comparison = Comparison.of(
                whole("a", "installed_packages", kernels),
                whole("b", "installed_packages", kernels),
                system("c", LookedAt.everything().withOnly(List.of("arch")), "arch", "x"));

        FactComparison kernel = fact(comparison.report(), "installed_packages.kernel");
        assertThat(kernel.isMultiValued()).isTrue();
        assertThat(kernel.state()).isEqualTo(SAME);
        assertThat(kernel.options()).hasSize(2).extracting(ValueOption::state).containsOnly(SAME);
        assertThat(fact(comparison.withReference("c").report(), "installed_packages.kernel")
                        .options())
                .extracting(option -> option.cellState(0))
                .containsOnly(SAME);
    }

    @Test
    void a_reference_that_did_not_look_is_no_reference() {
        Comparison comparison =
                Comparison.of(whole("a", "arch", "x86_64"), whole("b", "arch", "aarch64"), packages("c"));

        FactComparison arch = fact(comparison.withReference("c").report(), "arch");
        assertThat(arch.cells()).extracting(Cell::state).containsOnlyNulls();
        assertThat(arch.outliers()).extracting(FactSource::name).containsExactly("b");

        FactComparison against = fact(comparison.withReference("a").report(), "arch");
        assertThat(against.cells()).extracting(Cell::state).containsExactly(SAME, DIFFERENT, null);
    }

    @Test
    void a_baseline_answers_only_those_who_looked() {
        Baseline golden = new Baseline("g", "golden", null, facts("arch", "x86_64"));

        ComparisonReport one =
                Comparison.of(golden, packages("c")).withBaselineFactsOnly(true).report();
        assertThat(one.comparisons()).isEmpty();
        assertThat(one.isComplete()).isFalse();

        ComparisonReport two = Comparison.of(golden, packages("c"), whole("a", "arch", "x86_64"))
                .withBaselineFactsOnly(true)
                .report();
        assertThat(fact(two, "arch").state()).isEqualTo(SAME);
        assertThat(two.isWorthNotifying()).isFalse();
    }

    @Test
    void a_part_that_was_skipped_as_a_whole_was_not_looked_at() {
        ComparisonReport report = Comparison.of(
                        whole("a", "arch", "x", "yum_repos", List.of(Map.of("id", "base", "name", "Base"))),
                        whole("b", "arch", "x", "yum_repos", new Date()))
                .report();

        assertThat(report.comparisons()).extracting(FactComparison::name).containsExactly("arch");
        assertThat(report.notCompared()).hasSize(1);
        assertThat(report.isComplete()).isFalse();
        assertThat(report.omissions().notLookedAt())
                .extracting(NotLookedAt::source)
                .containsExactly(report.columns().get(1));
    }

    @Test
    void archived_rules_do_not_know_of_it_and_say_so() {
        ComparisonReport report = Comparison.of(
                        system("a", Reading.ARCHIVED, LookedAt.everything(), "arch", "x86_64"),
                        system("b", Reading.ARCHIVED, PACKAGES))
                .report();

        assertThat(fact(report, "arch").state()).isEqualTo(DIFFERENT);
        assertThat(report.notCompared()).extracting(NotCompared::part).containsExactly("looked_at");
    }

    /** A column that did not look at a fact does as little to its row as one that is not there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_row_is_that_of_the_columns_that_looked(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            List<FactSource> all = new ArrayList<>();
            List<FactSource> looking = new ArrayList<>();
            for (int column = 0; column < 2 + random.nextInt(4); column++) {
                boolean looks = random.nextInt(3) > 0;
                Object[] parts = looks ? randomParts(random) : new Object[] {"arch", "x"};
                LookedAt lookedAt =
                        looks ? LookedAt.everything() : LookedAt.everything().withOnly(List.of("arch"));
                FactSource source = system("host-" + column, lookedAt, parts);
                all.add(source);
                if (looks) {
                    looking.add(source);
                }
            }
            assertSameRows(Comparison.of(all).report(), Comparison.of(looking).report(), looking.size());
        }
    }

    private static Object[] randomParts(Random random) {
        List<Object> parts = new ArrayList<>(List.of("arch", "x"));
        for (String key : List.of("os_release", "owner_id", "os_kernel_version", "selinux_current_mode")) {
            if (random.nextInt(4) > 0) {
                parts.add(key);
                parts.add("v" + random.nextInt(3));
            }
        }
        parts.add("installed_packages");
        parts.add(List.of("kernel-1-1.x86_64", "kernel-" + random.nextInt(3) + "-1.x86_64"));
        return parts.toArray();
    }

    private static void assertSameRows(ComparisonReport report, ComparisonReport expected, int looking) {
        if (looking < 2) {
            assertThat(report.comparisons()).extracting(FactComparison::name).containsExactly("arch");
            return;
        }
        assertThat(report.comparisons()).hasSameSizeAs(expected.comparisons());
        for (FactComparison row : expected.comparisons()) {
            FactComparison other = fact(report, row.fact().toString());
            assertThat(other.state()).as(row.toString()).isEqualTo(row.state());
            assertThat(other.outliers()).as(row.toString()).isEqualTo(row.outliers());
            assertThat(other.valueGroups()).as(row.toString()).hasSameSizeAs(row.valueGroups());
        }
    }
}
