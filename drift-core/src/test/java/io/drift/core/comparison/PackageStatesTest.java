package io.drift.core.comparison;

import static io.drift.core.Sources.facts;
import static io.drift.core.version.PackageState.EXTRA;
import static io.drift.core.version.PackageState.MISSING;
import static io.drift.core.version.PackageState.MIXED;
import static io.drift.core.version.PackageState.NEWER;
import static io.drift.core.version.PackageState.OLDER;
import static io.drift.core.version.PackageState.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.LookedAt;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import io.drift.core.version.PackageState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PackageStatesTest {

    private static final String KERNEL = "installed_packages.kernel";

    /** A system whose kernels are some versions; its name is the first thing that is told. */
    private static InventorySystem system(String name, String... versions) {
        return on(name, "RHEL", "kernel", versions);
    }

    private static InventorySystem on(String name, String distribution, String installed, String... versions) {
        List<String> packages =
                Stream.of(versions).map(version -> installed + "-" + version).toList();
        return InventorySystem.ofProfile(
                name, Map.of("operating_system", Map.of("name", distribution), "installed_packages", packages));
    }

    private static List<@Nullable PackageState> states(@Nullable String reference, FactSource... sources) {
        ComparisonReport report =
                Comparison.of(sources).withReference(reference).report();
        return PackageStates.of(report).of(report.fact(KERNEL).orElseThrow());
    }

    @Nested
    class Without_a_reference {

        @Test
        void a_package_is_compared_with_the_newest_one() {
            assertThat(states(null, system("a", "5.9-1.x86_64"), system("b", "5.14-1.x86_64"), system("c")))
                    .containsExactly(OLDER, SAME, MISSING);
        }

        @Test
        void an_epoch_counts_before_all_else() {
            assertThat(states(null, system("a", "9-1.x86_64"), system("b", "1:5-1.x86_64")))
                    .containsExactly(OLDER, SAME);
        }

        @Test
        void several_versions_are_mixed() {
            assertThat(states(
                            null,
                            system("a", "1-1.x86_64", "2-1.x86_64"),
                            system("b", "2-1.x86_64"),
                            system("c", "1-1.x86_64")))
                    .containsExactly(MIXED, SAME, OLDER);
        }

        @Test
        void architectures_do_not_count_and_neither_does_how_often_it_is_installed() {
            assertThat(states(
                            null,
                            system("a", "2-1.x86_64", "2-1.i686"),
                            system("b", "2-1.x86_64", "2-1.x86_64"),
                            system("c", "1-1.x86_64", "1-1.i686")))
                    .containsExactly(SAME, SAME, OLDER);
        }
    }

    @Nested
    class With_a_reference {

        @Test
        void a_package_is_compared_with_that_of_the_reference() {
            FactSource[] sources = {
                system("a", "5.9-1.x86_64"), system("b", "5.14-1.x86_64"), system("c", "6-1.x86_64"), system("d")
            };
            assertThat(states("b", sources)).containsExactly(OLDER, SAME, NEWER, MISSING);
            assertThat(states("d", sources)).containsExactly(EXTRA, EXTRA, EXTRA, SAME);
        }

        @Test
        void the_newest_of_several_is_not_all_of_them() {
            assertThat(states(
                            "a",
                            system("a", "1-1.x86_64", "2-1.x86_64"),
                            system("b", "2-1.x86_64"),
                            system("c", "1-1.x86_64"),
                            system("d", "3-1.x86_64"),
                            system("e", "2-1.x86_64", "1-1.x86_64"),
                            system("f", "2-1.x86_64", "3-1.x86_64")))
                    .containsExactly(SAME, MIXED, OLDER, NEWER, SAME, MIXED);
        }

        @Test
        void a_baseline_without_an_epoch_means_any() {
            Baseline baseline = Baseline.of("golden", facts(KERNEL, "3-2.x86_64"));
            assertThat(states(
                            "golden",
                            baseline,
                            system("a", "1:3-2.x86_64"),
                            system("b", "1:3-1.x86_64"),
                            system("c", "2:3-2.x86_64")))
                    .containsExactly(SAME, SAME, OLDER, SAME);
        }

        @Test
        void an_epoch_of_a_baseline_counts() {
            Baseline baseline = Baseline.of("golden", facts(KERNEL, "1:3-2.x86_64"));
            assertThat(states("golden", baseline, system("a", "2:3-1.x86_64"), system("b", "3-9.x86_64")))
                    .containsExactly(SAME, NEWER, OLDER);
        }
    }

    @Nested
    class What_takes_no_part {

        private final InventorySystem without = InventorySystem.of(
                new HostRecord("x", "x", null, null, null), new ProfileRecorder().record(Map.of()), RecordedFacts.NONE);

        private FactSource ofServices() {
            InventorySystem one = system("y");
            return new InventorySystem(
                    one.host(),
                    one.profile().withLookedAt(LookedAt.everything().withExcept(Set.of("installed_packages"))),
                    one.facts());
        }

        @Test
        void has_no_state() {
            assertThat(states(null, system("a", "2-1.x86_64"), system("b", "1-1.x86_64"), without, ofServices()))
                    .containsExactly(SAME, OLDER, null, null);
        }

        @Test
        void is_no_reference() {
            FactSource[] sources = {system("a", "2-1.x86_64"), system("b", "1-1.x86_64"), without, ofServices()};
            assertThat(states("x", sources)).containsOnlyNulls().hasSize(4);
            assertThat(states("y", sources)).containsOnlyNulls();
            assertThat(states("z", sources)).containsOnlyNulls();
        }
    }

    @Test
    void other_facts_have_no_versions() {
        ComparisonReport report = Comparison.of(system("a", "1-1.x86_64"), on("b", "Debian", "bash", "1"))
                .report();
        assertThat(PackageStates.of(report)
                        .of(report.fact("operating_system.name").orElseThrow()))
                .isEmpty();
    }

    @Test
    void the_distribution_chooses_the_order() {
        String[] alpine = {"1.0_rc1-r0", "1.0-r0"};
        for (String name : List.of("Alpine Linux", "unknown")) {
            assertThat(states(null, on("a", name, "kernel", alpine[0]), on("b", name, "kernel", alpine[1])))
                    .as(name)
                    .containsExactly(OLDER, SAME);
        }
        assertThat(states(null, on("a", "RHEL", "kernel", alpine[0]), on("b", "Fedora", "kernel", alpine[1])))
                .containsExactly(SAME, OLDER);
        assertThat(states(null, on("a", "RHEL", "kernel", alpine[0]), on("b", "Alpine", "kernel", alpine[1])))
                .containsExactly(OLDER, SAME);
    }

    @Test
    void facts_of_a_report_can_be_chosen() {
        ComparisonReport report = Comparison.of(system("a", "1-1.x86_64"), system("b", "2-1.x86_64"))
                .report();
        PackageStates states = PackageStates.of(report);

        ComparisonReport older = report.onlyFacts(fact -> states.of(fact).contains(OLDER));

        assertThat(older.comparisons())
                .extracting(fact -> fact.fact().toString())
                .containsExactly(KERNEL);
        assertThat(older.group("installed_packages").orElseThrow().state()).isEqualTo(ComparisonState.DIFFERENT);
        assertThat(older.columns()).isEqualTo(report.columns());
    }

    @Test
    void columns_in_another_order_have_the_same_states() {
        List<FactSource> sources =
                new ArrayList<>(List.of(system("a", "1-1.x86_64"), system("b", "2-1.x86_64"), system("c")));
        List<@Nullable PackageState> states = states(null, sources.toArray(FactSource[]::new));
        Collections.reverse(sources);
        assertThat(states(null, sources.toArray(FactSource[]::new))).isEqualTo(states);
    }
}
