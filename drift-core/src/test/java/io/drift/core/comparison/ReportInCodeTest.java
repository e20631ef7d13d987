package io.drift.core.comparison;

import static io.drift.core.Sources.baseline;
import static io.drift.core.Sources.facts;
import static io.drift.core.Sources.system;
import static io.drift.core.comparison.ComparisonState.DIFFERENT;
import static io.drift.core.comparison.ComparisonState.INCOMPLETE_DATA_OBFUSCATED;
import static io.drift.core.comparison.ComparisonState.SAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.FactValue;
import io.drift.core.source.FactSource;
import io.drift.core.source.InventorySystem;
import io.drift.core.source.SourceKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportInCodeTest {

    private static final Object[] OLD = {
        "arch", "x86_64", "cpu_flags.fpu", "enabled", "cpu_flags.vme", "enabled", "os", "9.3"
    };
    private static final Object[] NEW = {"arch", "x86_64", "cpu_flags.fpu", "enabled", "os", "9.4", "cpu_flags", "2"};

    private final ComparisonReport report = Comparison.of(
                    system("id-a", "a", facts(OLD)), system("id-b", "b", facts(NEW)), system("id-c", "c", facts(NEW)))
            .report();

    @Nested
    class A_report {

        @Test
        void finds_facts_by_name() {
            assertThat(report.fact("os"))
                    .hasValueSatisfying(fact -> assertThat(fact.state()).isEqualTo(DIFFERENT));
            assertThat(report.fact("cpu_flags.vme"))
                    .hasValueSatisfying(fact -> assertThat(fact.fact()).isEqualTo(FactName.of("cpu_flags", "vme")));
            assertThat(report.fact(FactName.of("cpu_flags"))).isPresent();
            assertThat(report.fact("cpu_flags.sse")).isEmpty();
            assertThat(report.fact("")).isEmpty();
            assertThat(report.fact("zzz")).isEmpty();
        }

        @Test
        void finds_every_fact_that_it_shows() {
            assertThat(report.comparisons())
                    .extracting(fact -> fact.fact().toString())
                    .containsExactly("arch", "cpu_flags", "cpu_flags.fpu", "cpu_flags.vme", "os")
                    .allSatisfy(name -> assertThat(report.fact(name)).isPresent());
        }

        @Test
        void finds_groups_and_their_facts() {
            FactGroup flags = report.group("cpu_flags").orElseThrow();

            assertThat(flags.state()).isEqualTo(DIFFERENT);
            assertThat(flags.fact("fpu"))
                    .hasValueSatisfying(fpu -> assertThat(fpu.state()).isEqualTo(SAME));
            assertThat(flags.fact("sse")).isEmpty();
            for (String noGroup : List.of("arch", "os", "zzz", "", "cpu", "cpu_flags.fpu")) {
                assertThat(report.group(noGroup)).as(noGroup).isEmpty();
            }
        }

        @Test
        void finds_a_group_whose_first_fact_has_an_empty_name() {
            ComparisonReport odd = Comparison.of(system("1", "a", facts("g.", "x", "g.b", "y", "h.c", "z")))
                    .report();

            assertThat(odd.group("g"))
                    .hasValueSatisfying(group -> assertThat(group.fact("")).isPresent());
            assertThat(odd.group("h")).isPresent();
        }

        @Test
        void can_be_filtered_by_state() {
            assertThat(report.only(Set.of(SAME)).comparisons())
                    .extracting(fact -> fact.fact().toString())
                    .containsExactly("arch", "cpu_flags.fpu");
            assertThat(report.only(Set.of(SAME)).group("cpu_flags"))
                    .hasValueSatisfying(group -> assertThat(group.state()).isEqualTo(DIFFERENT));
            assertThat(report.only(Set.of(SAME, DIFFERENT)).comparisons()).hasSize(5);
            assertThat(report.only(Set.of()).facts()).isEmpty();
            assertThat(report.onlyDifferences().fact("arch")).isEmpty();
            assertThat(report.onlyDifferences().fact("cpu_flags.vme")).isPresent();
        }

        @Test
        void has_views_that_cannot_be_changed() {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> report.comparisons().remove(0));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> report.comparisons().get(5));
        }
    }

    @Nested
    class A_comparison_of_a_fact {

        @Test
        void has_a_cell_for_each_source() {
            FactComparison os = report.fact("os").orElseThrow();

            assertThat(os.cell("ID-B"))
                    .hasValueSatisfying(cell -> assertThat(cell.value()).isEqualTo(new FactValue.Text("9.4")));
            assertThat(os.cell("b")).isEmpty();
        }

        @Test
        void has_cells_that_differ_from_the_reference() {
            FactComparison os = Comparison.of(report.columns())
                    .withReference("id-a")
                    .report()
                    .fact("os")
                    .orElseThrow();

            assertThat(os.cells()).extracting(Cell::differs).containsExactly(false, true, true);
            assertThat(report.fact("os").orElseThrow().cells()).noneMatch(Cell::differs);
        }

        @Test
        void groups_sources_by_value_with_the_most_common_first() {
            assertThat(report.fact("os").orElseThrow().valueGroups())
                    .extracting(ValueGroup::toString)
                    .containsExactly("9.4: b, c", "9.3: a");
        }

        @Test
        void counts_a_missing_value_as_a_value() {
            assertThat(report.fact("cpu_flags.vme").orElseThrow().valueGroups())
                    .extracting(ValueGroup::toString)
                    .containsExactly("(missing): b, c", "enabled: a");
        }

        @Test
        void keeps_the_order_of_the_columns_among_values_that_are_equally_common() {
            ComparisonReport all = Comparison.of(
                            system("1", "c", facts("os", "x")),
                            system("2", "b", facts("os", "y")),
                            baseline("3", "z", facts("os", "z")))
                    .report();

            assertThat(all.fact("os").orElseThrow().valueGroups())
                    .extracting(ValueGroup::toString)
                    .containsExactly("z: z", "y: b", "x: c");
        }

        @Test
        void can_leave_sources_out_of_the_groups() {
            ComparisonReport all = Comparison.of(
                            system("1", "a", facts("os", "x")), baseline("3", "z", facts("os", "z")))
                    .report();

            assertThat(all.fact("os").orElseThrow().valueGroups(source -> source.kind() == SourceKind.SYSTEM))
                    .extracting(ValueGroup::toString)
                    .containsExactly("x: a");
        }

        @Test
        void leaves_hidden_values_out_of_the_groups() {
            ComparisonReport hidden = Comparison.of(
                            system("1", "a", facts("fqdn", "host1")),
                            system("2", "b", facts("fqdn", "host1")),
                            system("3", "c", facts("fqdn", "c.example.com")))
                    .report();

            assertThat(hidden.fact("fqdn").orElseThrow().valueGroups())
                    .extracting(ValueGroup::toString)
                    .containsExactly("c.example.com: c");
        }

        @Test
        void groups_several_values_as_one() {
            FactRecorder recorder = new FactRecorder();
            FactSource both = FactSource.of(
                    "both", recorder.record("kernel", List.of("1", "2")).end());
            FactSource one =
                    FactSource.of("one", recorder.record("kernel", List.of("1")).end());

            assertThat(Comparison.of(both, one)
                            .report()
                            .fact("kernel")
                            .orElseThrow()
                            .valueGroups())
                    .extracting(ValueGroup::toString)
                    .containsExactly("[1, 2]: both", "[1]: one");
        }

        private static List<String> outliers(Comparison comparison, String fact) {
            return comparison.report().fact(fact).orElseThrow().outliers().stream()
                    .map(FactSource::name)
                    .toList();
        }

        @Test
        void names_who_has_another_value_than_most_or_lacks_it() {
            assertThat(outliers(Comparison.of(report.columns()), "os")).containsExactly("a");
            assertThat(outliers(Comparison.of(report.columns()), "cpu_flags.vme"))
                    .containsExactly("a");
            assertThat(outliers(Comparison.of(report.columns()), "arch")).isEmpty();
            assertThat(outliers(
                            Comparison.of(
                                    system("1", "a", facts("os", "x")),
                                    system("2", "b", facts("os", "x")),
                                    system("3", "c", facts())),
                            "os"))
                    .containsExactly("c");
        }

        @Test
        void names_who_has_another_value_than_the_reference() {
            assertThat(outliers(Comparison.of(report.columns()).withReference("id-a"), "os"))
                    .containsExactly("b", "c");
            assertThat(outliers(Comparison.of(report.columns()).withReference("left-out"), "os"))
                    .containsExactly("a");
        }

        @Test
        void knows_no_outlier_among_values_that_were_hidden() {
            Comparison hidden = Comparison.of(
                    system("1", "a", facts("fqdn", "host1")),
                    system("2", "b", facts("fqdn", "b.example.com")),
                    system("3", "c", facts("fqdn", "c.example.com")));

            assertThat(outliers(hidden, "fqdn")).containsExactly("c");
            assertThat(outliers(Comparison.of(system("1", "a", facts("fqdn", "host1"))), "fqdn"))
                    .isEmpty();
        }
    }

    @Nested
    class Facts_of_a_callers_own {

        private final FactRecorder recorder = new FactRecorder();

        private FactSource file(String name, String... facts) {
            for (int i = 0; i < facts.length; i += 2) {
                recorder.record(facts[i], facts[i + 1]);
            }
            return FactSource.of(name, recorder.end());
        }

        @Test
        void are_compared_as_they_are_under_no_rules() {
            String[] names = {
                "fqdn", "last_boot_time", "sap_system", "sap_version", "network_interfaces.eth0.mac_address"
            };
            for (String name : names) {
                FactSource a = file("a", name, "host1");
                FactSource b = file("b", name, "host2");

                FactComparison fact = Comparison.of(a, b)
                        .withRules(FactRules.none())
                        .report()
                        .fact(name)
                        .orElseThrow();

                assertThat(fact.state()).as(name).isEqualTo(DIFFERENT);
                assertThat(fact.isObfuscated(0)).as(name).isFalse();
            }
        }

        @Test
        void are_not_taken_for_hidden_ones() {
            String address = "network_interfaces.eth0.ipv4_addresses";
            Comparison files = Comparison.of(file("a", address, "10.230.230.1"), file("b", address, "10.230.230.1"));

            assertThat(files.report().fact(address).orElseThrow().state()).isEqualTo(INCOMPLETE_DATA_OBFUSCATED);
            assertThat(files.withRules(FactRules.none())
                            .report()
                            .fact(address)
                            .orElseThrow()
                            .state())
                    .isEqualTo(SAME);
        }

        @Test
        void may_have_rules_of_their_own() {
            FactRules rules = FactRules.none()
                    .withUnique(FactName.of("port")::equals)
                    .withHidden(FactName.of("comment")::equals)
                    .withNeverDiffering(FactName.of("started")::equals);
            ComparisonReport files = Comparison.of(
                            file("a", "port", "80", "comment", "x", "started", "1"),
                            file("b", "port", "80", "comment", "y", "started", "2"))
                    .withRules(rules)
                    .report();

            assertThat(files.fact("port").orElseThrow().state()).isEqualTo(DIFFERENT);
            assertThat(files.fact("comment")).isEmpty();
            assertThat(files.fact("started").orElseThrow().state()).isEqualTo(SAME);
        }

        @Test
        void are_named_in_the_header() {
            assertThat(Comparison.of(file("a", "port", "80")).report().systems())
                    .containsExactly(new SystemSummary("a", "a", true, null, false, false, false));
        }
    }

    @Test
    void a_profile_given_as_a_map_is_a_system() {
        InventorySystem system =
                InventorySystem.ofProfile("web-1", Map.of("os_release", "9.3", "fqdn", "web-1.example.com"));

        ComparisonReport compared = Comparison.of(List.of(system))
                .withMore(List.of(baseline("b", "b", facts())))
                .report();

        assertThat(compared.columns()).extracting(FactSource::id).containsExactly("b", "web-1");
        assertThat(system.name()).isEqualTo("web-1");
        assertThat(system.facts().asMap())
                .containsEntry(FactName.of("os_release"), new FactValue.Text("9.3"))
                .containsEntry(FactName.of("fqdn"), new FactValue.Text("web-1.example.com"));
    }

    @Test
    void a_comparison_and_its_report_say_what_they_are() {
        assertThat(Comparison.of(system("1", "a", facts())).withReference("1"))
                .hasToString("Comparison of [a] against 1");
        assertThat(report).hasToString("ComparisonReport of [a, b, c] {SAME=2, DIFFERENT=3}");
    }
}
