package io.drift.core.comparison;

import static io.drift.core.Sources.baseline;
import static io.drift.core.Sources.facts;
import static io.drift.core.Sources.historicalProfile;
import static io.drift.core.Sources.system;
import static io.drift.core.comparison.ComparisonState.DIFFERENT;
import static io.drift.core.comparison.ComparisonState.INCOMPLETE_DATA;
import static io.drift.core.comparison.ComparisonState.INCOMPLETE_DATA_OBFUSCATED;
import static io.drift.core.comparison.ComparisonState.SAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.drift.core.Sources;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.InsightsClient;
import io.drift.core.profile.ProfileHeader;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    private static final Instant NOW = Instant.parse("2024-06-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /**
     * Sources with one fact, written as {@code S:x H:y B:-}: the kind (system, historical profile, baseline, other),
     * and the value, of which {@code -} is missing, {@code ''} the empty text. The ids are c0, c1, ...
     */
    private static List<FactSource> sources(String fact, String cells) {
        List<FactSource> sources = new ArrayList<>();
        for (String cell : cells.split(" ")) {
            String text = cell.substring(2);
            RecordedFacts facts = text.equals("-") ? facts() : facts(fact, text.equals("''") ? "" : text);
            String id = "c" + sources.size();
            sources.add(
                    switch (cell.charAt(0)) {
                        case 'S' -> system(id, id, facts);
                        case 'H' -> historicalProfile(id, id, null, facts);
                        case 'B' -> baseline(id, id, facts);
                        default -> FactSource.of(id, id, facts);
                    });
        }
        return sources;
    }

    private static FactComparison onlyFact(ComparisonReport report) {
        assertThat(report.facts()).hasSize(1);
        ReportEntry entry = report.facts().get(0);
        return entry instanceof FactGroup group ? group.comparisons().get(0) : (FactComparison) entry;
    }

    /** The states of the cells by id of their source, {@code -} where there is none. */
    private static String cellStates(FactComparison fact) {
        return fact.cells().stream()
                .sorted(Comparator.comparing(cell -> cell.source().id()))
                .map(cell -> cell.state() == null ? "-" : cell.state().toString())
                .collect(Collectors.joining(" "));
    }

    private static List<String> names(ComparisonReport report) {
        return report.facts().stream().map(ReportEntry::name).toList();
    }

    private static ComparisonReport report(FactSource... sources) {
        return Comparison.of(List.of(sources)).report(CLOCK);
    }

    @Nested
    class A_row_of_single_texts {

        @ParameterizedTest
        @CsvSource({
            "S:x S:x, SAME",
            "S:x S:x B:x H:x O:x, SAME",
            "S:x S:y, DIFFERENT",
            "S:x B:y, DIFFERENT",
            "S:x H:y, DIFFERENT",
            "S:x S:X, DIFFERENT",
            "S:x, SAME",
            "S:x S:-, DIFFERENT",
            "S:x S:N/A, DIFFERENT",
            "S:x S:'', DIFFERENT",
            "S:'' S:'', SAME",
            "S:'' S:-, DIFFERENT",
            "S:'' S:N/A, DIFFERENT"
        })
        void is_the_same_if_all_have_one_value(String cells, ComparisonState state) {
            assertThat(onlyFact(Comparison.of(sources("arch", cells)).report(CLOCK))
                            .state())
                    .isEqualTo(state);
        }

        @Test
        void is_the_same_if_nobody_has_a_value() {
            assertThat(onlyFact(report(
                                    system("1", "a", facts("arch", null)),
                                    system("2", "b", facts()),
                                    system("3", "c", facts("arch", "N/A"))))
                            .state())
                    .isEqualTo(SAME);
        }

        @ParameterizedTest
        @ValueSource(strings = {"S:x S:y", "S:x S:-", "S:x B:y", "S:x"})
        void never_differs_in_the_last_boot_time(String cells) {
            assertThat(onlyFact(Comparison.of(sources("last_boot_time", cells)).report(CLOCK))
                            .state())
                    .isEqualTo(SAME);
        }

        @Test
        void has_a_cell_for_each_column() {
            FactSource some = system("1", "b", facts("arch", "x"));
            FactSource none = system("2", "a", facts());
            FactComparison fact = onlyFact(report(some, none));

            assertThat(fact.columns()).isEqualTo(2);
            assertThat(fact.cells()).extracting(Cell::source).containsExactly(none, some);
            assertThat(fact.cells()).extracting(Cell::obfuscated).containsOnly(false);
            assertThat(fact.cells()).hasToString("[a=(missing), b=x]");
            assertThat(fact.isMultiValued()).isFalse();
            assertThat(fact.options()).isEmpty();
            assertThat(fact.hasDriftedFromBaseline()).isFalse();
            assertThat(fact).hasToString("arch DIFFERENT [a=(missing), b=x]");
        }
    }

    @Nested
    class A_fact_expected_to_be_unique {

        @ParameterizedTest
        @CsvSource({
            "S:a S:b, SAME",
            "S:a S:b S:c, SAME",
            "O:a O:b, SAME",
            "S:a S:b S:b, DIFFERENT",
            "S:a S:-, INCOMPLETE_DATA",
            "S:a S:'', SAME",
            "S:a S:a S:-, INCOMPLETE_DATA",
            "S:a, SAME",
            // what all share is the SAME after all
            "S:a S:a, SAME",
            // a baseline answers for one system
            "S:a B:a, SAME",
            "S:a B:b, DIFFERENT",
            "S:a S:b B:c, DIFFERENT",
            "S:a S:b S:c B:d, SAME",
            "S:a S:b S:c B:a, DIFFERENT",
            "S:a S:b B:-, DIFFERENT",
            "S:a S:b S:c B:-, INCOMPLETE_DATA",
            "S:a S:b S:c B:d B:e, DIFFERENT",
            // historical profiles do not count, but are compared
            "S:a H:b, DIFFERENT",
            "H:a H:b, DIFFERENT",
            "S:a S:b H:c, SAME",
            "S:a S:b H:b, DIFFERENT",
            "S:a S:b H:-, INCOMPLETE_DATA"
        })
        void is_the_same_if_several_systems_all_differ(String cells, ComparisonState state) {
            for (String fact : List.of("fqdn", "network_interfaces.eth0.mac_address")) {
                assertThat(onlyFact(Comparison.of(sources(fact, cells)).report(CLOCK))
                                .state())
                        .as(fact)
                        .isEqualTo(state);
            }
        }

        @ParameterizedTest
        @CsvSource({
            "fqdn, SAME",
            "fqdn_old, SAME",
            "fqdn.x, SAME",
            "network_interfaces.eth0.ipv4_addresses, SAME",
            "network_interfaces.eth0.ipv6_addresses, SAME",
            "network_interfaces.lo1.mac_address, SAME",
            "tags.any.ipv4_addresses, SAME",
            "network_interfaces.lo.mac_address, DIFFERENT",
            "network_interfaces.lo.ipv4_addresses, DIFFERENT",
            "network_interfaces.eth0.mtu, DIFFERENT",
            "mac_address, DIFFERENT",
            "my.fqdn, DIFFERENT",
            "arch, DIFFERENT"
        })
        void is_chosen_by_its_name(String fact, ComparisonState stateIfAllDiffer) {
            assertThat(onlyFact(Comparison.of(sources(fact, "S:a S:b")).report(CLOCK))
                            .state())
                    .isEqualTo(stateIfAllDiffer);
        }
    }

    @Nested
    class An_obfuscated_value {

        @ParameterizedTest
        @CsvSource({
            "fqdn, S:host1 S:b, 0",
            "fqdn, S:host1, 0",
            "fqdn, S:hostess.example.com S:b, 0",
            "fqdn, S:host S:host, 0 1",
            "fqdn, S:host1 S:b S:b, 0",
            "fqdn, S:b B:host1, 1",
            "fqdn, S:host1 S:-, 0",
            "network_interfaces.eth0.ipv4_addresses, S:10.230.230.5 S:10.0.0.1, 0",
            "network_interfaces.eth0.ipv4_addresses, 'S:10.0.0.1 S:10.0.0.2,10.230.230.123', 1",
            "network_interfaces.lo.ipv4_addresses, S:10.230.230.5 S:b, 0"
        })
        void makes_the_data_incomplete(String fact, String cells, String hidden) {
            FactComparison row = onlyFact(Comparison.of(sources(fact, cells)).report(CLOCK));

            assertThat(row.state()).isEqualTo(INCOMPLETE_DATA_OBFUSCATED);
            assertThat(row.cells().stream()
                            .filter(Cell::obfuscated)
                            .map(cell -> cell.source().id().substring(1))
                            .sorted())
                    .containsExactly(hidden.split(" "));
        }

        @ParameterizedTest
        @CsvSource({
            "fqdn, S:Host1 S:b, SAME",
            "fqdn, S:my-host S:b, SAME",
            "fqdn.x, S:host1 S:b, SAME",
            "fqdn_old, S:host1 S:b, SAME",
            "my.fqdn, S:host1 S:b, DIFFERENT",
            "network_interfaces.eth0.ipv4_addresses, S:10.230.231.5 S:10.0.0.1, SAME",
            "network_interfaces.eth0.ipv4_addresses, S:10.230.230. S:10.0.0.1, SAME",
            "network_interfaces.eth0.ipv6_addresses, S:10.230.230.5 S:b, SAME",
            "tags.x.ipv4_addresses, S:10.230.230.5 S:b, SAME",
            "arch, S:host1 S:b, DIFFERENT"
        })
        void is_looked_for_only_where_it_can_be(String fact, String cells, ComparisonState state) {
            FactComparison row = onlyFact(Comparison.of(sources(fact, cells)).report(CLOCK));

            assertThat(row.state()).isEqualTo(state);
            assertThat(row.cells()).extracting(Cell::obfuscated).containsOnly(false);
        }
    }

    @Nested
    class Against_a_reference {

        @ParameterizedTest
        @CsvSource({
            "arch, S:x S:y, c0, DIFFERENT, SAME DIFFERENT",
            "arch, S:x S:y, C1, DIFFERENT, DIFFERENT SAME",
            "arch, S:x S:y B:y H:x, c2, DIFFERENT, DIFFERENT SAME SAME DIFFERENT",
            "arch, S:x S:x, c0, SAME, - -",
            "arch, S:- S:'' S:x, c0, DIFFERENT, SAME SAME DIFFERENT",
            "arch, S:- S:'' S:x, c1, DIFFERENT, SAME SAME DIFFERENT",
            "arch, S:- S:'' S:x, c2, DIFFERENT, DIFFERENT DIFFERENT SAME",
            "last_boot_time, S:x S:y, c0, SAME, - -",
            "fqdn, S:a S:b, c0, SAME, - -",
            "fqdn, S:a S:-, c0, INCOMPLETE_DATA, SAME DIFFERENT",
            // step 6 changes the state of the row and leaves those of the cells
            "fqdn, S:a S:a, c0, SAME, SAME SAME",
            "fqdn, S:host1 S:b S:b, c1, INCOMPLETE_DATA_OBFUSCATED, - SAME SAME",
            "fqdn, S:host1 S:b S:c S:c, c1, INCOMPLETE_DATA_OBFUSCATED, - SAME DIFFERENT DIFFERENT",
            // an obfuscated baseline answers for no system
            "fqdn, S:a S:b B:host1, c0, INCOMPLETE_DATA_OBFUSCATED, - - -",
            // a reference that is not seen is like nothing
            "fqdn, S:host1 S:b S:b, c0, INCOMPLETE_DATA_OBFUSCATED, - DIFFERENT DIFFERENT",
            "fqdn, S:host1 S:host1, c0, INCOMPLETE_DATA_OBFUSCATED, - -",
            "arch, S:x S:y, left-out, DIFFERENT, DIFFERENT DIFFERENT",
            "arch, S:x S:x, left-out, SAME, - -"
        })
        void cells_of_a_row_that_differs_have_a_state(
                String fact, String cells, String reference, ComparisonState state, String states) {
            FactComparison row = onlyFact(
                    Comparison.of(sources(fact, cells)).withReference(reference).report(CLOCK));

            assertThat(row.state()).isEqualTo(state);
            assertThat(cellStates(row)).isEqualTo(states);
        }

        @Test
        void a_fact_that_all_lack_is_the_same_with_cell_states() {
            FactComparison row =
                    onlyFact(Comparison.of(List.of(system("1", "a", facts("arch", null)), system("2", "b", facts())))
                            .withReference("1")
                            .report(CLOCK));

            assertThat(row.state()).isEqualTo(SAME);
            assertThat(cellStates(row)).isEqualTo("SAME SAME");
            assertThat(row.cells().get(0)).hasToString("a=(missing) SAME");
        }

        @Test
        void that_is_null_cells_have_no_state() {
            assertThat(cellStates(onlyFact(Comparison.of(sources("arch", "S:x S:y"))
                            .withReference(null)
                            .report(CLOCK))))
                    .isEqualTo("- -");
        }
    }

    @Nested
    class The_sap_facts {

        private final RecordedFacts without = facts(
                "arch", "a", "sap_system", "False", "sap_sids", "A", "sap_instance_number", "1", "sap_version", "2");

        @Test
        void are_left_out_unless_some_source_runs_sap() {
            assertThat(names(report(system("1", "a", without), system("2", "b", facts("sap_system", "true")))))
                    .containsExactly("arch");
            assertThat(names(report(system("1", "a", without), system("2", "b", facts("sap_system", "True")))))
                    .containsExactly("arch", "sap_instance_number", "sap_sids", "sap_system", "sap_version");
            assertThat(names(report(system("1", "a", without), baseline("2", "b", facts("sap_system", "True")))))
                    .hasSize(5);
            assertThat(names(report(system("1", "a", facts("sap_other", "x", "sap_sids.a", "y")))))
                    .containsExactly("sap_other", "sap_sids");
        }

        @Test
        void are_shown_to_a_baseline_that_asks_for_them_if_a_system_runs_sap() {
            List<FactSource> sources = List.of(
                    system("1", "a", facts("sap_system", "True", "sap_version", "2")),
                    baseline("2", "b", facts("sap_version", "2")));

            assertThat(names(Comparison.of(sources).withBaselineFactsOnly(true).report(CLOCK)))
                    .containsExactly("sap_version");
        }
    }

    @Nested
    class A_multi_valued_row {

        private final FactSource baseline = baseline("b", "golden", facts("tags.n.k", List.of("x", "y")));
        private final FactSource one = system("1", "one", facts("tags.n.k", List.of("y", "x", "y", "z")));
        private final FactSource two = system("2", "two", facts("tags.n.k", "x"));
        private final FactSource three = system("3", "three", facts());

        private FactComparison row(Comparison comparison) {
            return onlyFact(comparison.report(CLOCK));
        }

        private List<String> shown(FactComparison row) {
            return row.options().stream()
                    .map(option -> Stream.iterate(0, column -> column < row.columns(), column -> column + 1)
                            .map(column -> (option.isIn(column) ? "has:" : "lacks:") + option.cellState(column))
                            .collect(Collectors.joining(" ", option.text() + " " + option.state() + " | ", "")))
                    .toList();
        }

        @Test
        void has_an_option_for_each_value_sorted() {
            FactComparison row = row(Comparison.of(List.of(one, two)));

            assertThat(row.state()).isEqualTo(DIFFERENT);
            assertThat(row.isMultiValued()).isTrue();
            assertThat(shown(row))
                    .containsExactly(
                            "x SAME | has:DIFFERENT has:DIFFERENT",
                            "y DIFFERENT | has:DIFFERENT lacks:DIFFERENT",
                            "z DIFFERENT | has:DIFFERENT lacks:DIFFERENT");
            assertThat(row.options().get(1)).hasToString("y DIFFERENT in columns {0}");
            assertThat(cellStates(row)).isEqualTo("- -");
        }

        @Test
        void is_the_same_if_all_have_all_values_in_any_order_and_number() {
            FactComparison row = row(Comparison.of(List.of(
                    baseline,
                    system("1", "a", facts("tags.n.k", List.of("y", "x", "y"))),
                    system("2", "b", facts("tags.n.k", List.of("y", "x"))))));

            assertThat(row.state()).isEqualTo(SAME);
            assertThat(shown(row))
                    .containsExactly("x SAME | has:SAME has:SAME has:SAME", "y SAME | has:SAME has:SAME has:SAME");
        }

        @Test
        void is_the_same_if_a_list_of_one_meets_that_text() {
            assertThat(row(Comparison.of(List.of(system("1", "a", facts("tags.n.k", List.of("x"))), two)))
                            .state())
                    .isEqualTo(SAME);
        }

        @Test
        void differs_if_a_source_has_no_value_at_all() {
            FactComparison row = row(Comparison.of(List.of(baseline, three)));

            assertThat(row.state()).isEqualTo(DIFFERENT);
            assertThat(shown(row))
                    .containsExactly(
                            "x DIFFERENT | has:DIFFERENT lacks:DIFFERENT",
                            "y DIFFERENT | has:DIFFERENT lacks:DIFFERENT");
        }

        @Test
        void compares_each_option_with_the_reference() {
            assertThat(shown(row(Comparison.of(List.of(baseline, one, two)).withReference("B"))))
                    .containsExactly(
                            "x SAME | has:SAME has:SAME has:SAME",
                            "y DIFFERENT | has:SAME has:SAME lacks:DIFFERENT",
                            "z DIFFERENT | lacks:SAME has:DIFFERENT lacks:SAME");
            assertThat(shown(row(Comparison.of(List.of(baseline, two)).withReference("left-out"))))
                    .containsExactly(
                            "x SAME | has:DIFFERENT has:DIFFERENT", "y DIFFERENT | has:DIFFERENT lacks:DIFFERENT");
        }

        @Test
        void with_an_empty_text_is_like_a_reference_that_lacks_it_as_shown() {
            FactSource empty = system("1", "a", facts("tags.n.k", List.of("", "x")));

            assertThat(shown(row(Comparison.of(List.of(empty, two)).withReference("2"))))
                    .containsExactly(" DIFFERENT | has:SAME lacks:SAME", "x SAME | has:SAME has:SAME");
        }

        @Test
        void in_notify_mode_differs_only_if_a_system_lacks_what_a_baseline_has() {
            FactComparison more = row(Comparison.of(List.of(baseline, one)).withBaselineFactsOnly(true));
            assertThat(more.state()).isEqualTo(SAME);
            assertThat(more.hasDriftedFromBaseline()).isFalse();
            assertThat(shown(more))
                    .containsExactly(
                            "x SAME | has:SAME has:SAME",
                            "y SAME | has:SAME has:SAME",
                            "z DIFFERENT | lacks:SAME has:SAME");

            FactComparison fewer =
                    row(Comparison.of(List.of(baseline, one, two)).withBaselineFactsOnly(true));
            assertThat(fewer.state()).isEqualTo(DIFFERENT);
            assertThat(fewer.hasDriftedFromBaseline()).isTrue();
        }

        @Test
        void is_not_tested_for_obfuscation_nor_uniqueness() {
            FactComparison row = row(Comparison.of(List.of(
                    system("1", "a", facts("fqdn", List.of("host1"))), system("2", "b", facts("fqdn", "host2")))));

            assertThat(row.state()).isEqualTo(DIFFERENT);
            assertThat(row.cells()).extracting(Cell::obfuscated).containsOnly(false);
        }
    }

    @Nested
    class Notify_mode {

        private final Baseline first = baseline("b1", "b1", facts("arch", "x", "cpu_flags.fpu", "enabled"));
        private final Baseline second = baseline("b2", "b2", facts("os_release", null));
        private final FactSource alike = system(
                "1", "a", facts("arch", "x", "cpu_flags.fpu", "enabled", "bios_vendor", "y", "cpu_flags.z", "1"));
        private final FactSource other = system("2", "b", facts("arch", "y"));

        @Test
        void keeps_the_facts_of_all_baselines_even_those_without_a_value() {
            ComparisonReport report = Comparison.of(List.of(first, second, alike))
                    .withBaselineFactsOnly(true)
                    .report(CLOCK);

            assertThat(names(report)).containsExactly("arch", "cpu_flags", "os_release");
            assertThat(((FactGroup) report.facts().get(1)).comparisons()).hasSize(1);
        }

        @Test
        void tells_whether_anything_drifted() {
            Comparison drifted = Comparison.of(List.of(first, alike, other));
            ComparisonReport report = drifted.withBaselineFactsOnly(true).report(CLOCK);

            assertThat(report.isWorthNotifying()).isTrue();
            assertThat(((FactComparison) report.facts().get(0)).hasDriftedFromBaseline())
                    .isTrue();
            assertThat(drifted.report(CLOCK).isWorthNotifying()).isFalse();
            assertThat(drifted.report(CLOCK).hasDifferences()).isTrue();
            assertThat(Comparison.of(List.of(first, alike))
                            .withBaselineFactsOnly(true)
                            .report(CLOCK)
                            .isWorthNotifying())
                    .isFalse();
        }

        @Test
        void does_not_notify_of_incomplete_data() {
            ComparisonReport report = Comparison.of(
                            List.of(baseline("b", "b", facts("fqdn", "x")), system("1", "a", facts("fqdn", "host1"))))
                    .withBaselineFactsOnly(true)
                    .report(CLOCK);

            assertThat(report.isWorthNotifying()).isFalse();
            assertThat(report.hasDifferences()).isTrue();
        }

        @Test
        void without_baselines_has_no_facts() {
            assertThat(Comparison.of(List.of(alike))
                            .withBaselineFactsOnly(true)
                            .report(CLOCK)
                            .facts())
                    .isEmpty();
        }
    }

    @Nested
    class A_group {

        @ParameterizedTest
        @CsvSource({
            "SAME, SAME",
            "DIFFERENT, DIFFERENT",
            "DIFFERENT SAME, DIFFERENT",
            "DIFFERENT SAME INCOMPLETE_DATA INCOMPLETE_DATA_OBFUSCATED, DIFFERENT",
            "INCOMPLETE_DATA, INCOMPLETE_DATA",
            "INCOMPLETE_DATA SAME, DIFFERENT",
            "INCOMPLETE_DATA SAME INCOMPLETE_DATA_OBFUSCATED, DIFFERENT",
            "INCOMPLETE_DATA INCOMPLETE_DATA_OBFUSCATED, INCOMPLETE_DATA",
            "INCOMPLETE_DATA_OBFUSCATED, INCOMPLETE_DATA",
            "INCOMPLETE_DATA_OBFUSCATED SAME, INCOMPLETE_DATA"
        })
        void has_one_state_for_all_its_members(String members, ComparisonState state) {
            Set<ComparisonState> states =
                    Stream.of(members.split(" ")).map(ComparisonState::valueOf).collect(Collectors.toSet());

            assertThat(ComparisonState.ofGroup(states)).isEqualTo(state);
        }

        @Test
        void collects_the_members_of_a_name_behind_a_single_fact_of_that_name() {
            ComparisonReport report = report(
                    system("1", "a", facts("g.b", "1", "g.a.x", "2", "z", "3", "g", "4", "h.x", "5")),
                    system("2", "b", facts("g.b", "1", "g.a.x", "9", "z", "3", "g", "4", "h.x", "5")));

            assertThat(report.facts())
                    .extracting(entry -> entry.getClass().getSimpleName() + " " + entry.name() + " " + entry.state())
                    .containsExactly(
                            "FactComparison g SAME",
                            "FactGroup g DIFFERENT",
                            "FactGroup h SAME",
                            "FactComparison z SAME");
            FactGroup group = (FactGroup) report.facts().get(1);
            assertThat(group.comparisons())
                    .extracting(FactComparison::name, FactComparison::state)
                    .containsExactly(tuple("a.x", DIFFERENT), tuple("b", SAME));
            assertThat(group.comparisons().get(0).fact()).hasToString("g.a.x");
            assertThat(group).hasToString("g DIFFERENT (2 facts)");
            assertThat(report).hasToString("ComparisonReport of [a, b] {SAME=4, DIFFERENT=1}");
        }

        @Test
        void of_interfaces_is_incomplete_where_an_address_is() {
            assertThat(report(
                                    system("1", "a", facts("network_interfaces.e.mac_address", "x")),
                                    system("2", "b", facts()))
                            .facts()
                            .get(0)
                            .state())
                    .isEqualTo(INCOMPLETE_DATA);
        }
    }

    @Nested
    class The_columns {

        @Test
        void are_baselines_first_then_by_name_and_kind() {
            List<FactSource> given = List.of(
                    baseline("b1", "m", facts()),
                    historicalProfile("h1", "m", null, facts()),
                    historicalProfile("h0", "m", null, facts()),
                    system("s1", "m", facts()),
                    FactSource.of("o1", "m", facts()),
                    baseline("b2", "a", facts()),
                    baseline("b3", "m", facts()),
                    system("s2", "\ud834\udd1e", facts()),
                    system("s3", "\ue000", facts()),
                    system("s4", "B", facts()),
                    system("s0", "m", facts()));

            assertThat(Comparison.of(given).report(CLOCK).columns())
                    .extracting(FactSource::id)
                    .containsExactly("b2", "b1", "b3", "s4", "s1", "s0", "o1", "h1", "h0", "s3", "s2");
        }

        @Test
        void may_be_none() {
            ComparisonReport report = report();

            assertThat(report.columns()).isEmpty();
            assertThat(report.facts()).isEmpty();
            assertThat(report.hasDifferences()).isFalse();
            assertThat(report).hasToString("ComparisonReport of [] {}");
        }

        @Test
        void share_an_object_for_equal_values() {
            ComparisonReport report = report(
                    system("1", "a", facts("arch", "x", "os", "x")), system("2", "b", facts("arch", "y", "os", null)));
            FactComparison arch = (FactComparison) report.facts().get(0);
            FactComparison os = (FactComparison) report.facts().get(1);

            assertThat(arch.value(0)).isSameAs(os.value(0)).isNotEqualTo(arch.value(1));
            assertThat(os.value(1)).isNull();
        }
    }

    @Nested
    class The_header {

        private InventorySystem system(String id, String name, String updated, String stale, RecordedProfile profile) {
            return InventorySystem.of(new HostRecord(id, name, null, updated, stale), profile, facts());
        }

        private RecordedProfile profile(String captured) {
            return new RecordedProfile(
                    Reading.ARCHIVED,
                    facts(),
                    new ProfileHeader(true, captured, null, new InsightsClient(true, false)),
                    List.of());
        }

        @Test
        void has_systems_by_name_baselines_as_returned_and_profiles_newest_first() {
            ComparisonReport report = report(
                    historicalProfile("h1", "x", "2020-01-01T00:00:00", facts()),
                    historicalProfile("h2", "x", "Wed, 01 Jan 2020 01:00:00 GMT", facts()),
                    historicalProfile("h3", "x", null, facts()),
                    historicalProfile("h4", "x", "2020-01-01T10:30:00+10:00", facts()),
                    historicalProfile("h5", "x", "2020-01-01T11:30:00+10:00", facts()),
                    historicalProfile("h6", "x", "2020-01-01 01:00:00", facts()),
                    historicalProfile("h7", "x", "once", facts()),
                    baseline("b1", "z", facts()),
                    baseline("b2", "a", facts()),
                    FactSource.of("o", "0", facts()),
                    Sources.system("s1", "\ud834\udd1e", facts()),
                    Sources.system("s2", "\ue000", facts()),
                    Sources.system("s3", "b", facts()));

            assertThat(report.systems()).extracting(SystemSummary::id).containsExactly("o", "s3", "s2", "s1");
            assertThat(report.baselines()).extracting(BaselineSummary::id).containsExactly("b1", "b2");
            assertThat(report.historicalProfiles())
                    .extracting(HistoricalProfileSummary::id)
                    .containsExactly("h5", "h2", "h6", "h4", "h1", "h3", "h7");
            assertThat(report.columnsInHeaderOrder())
                    .extracting(column -> report.columns().get(column).id())
                    .containsExactly("b1", "b2", "o", "s3", "s2", "s1", "h5", "h2", "h6", "h4", "h1", "h3", "h7");
        }

        @Test
        void shows_a_system() {
            assertThat(report(system("1", "a", "2020-02-02", "2025-01-01T00:00:00Z", profile("2020-01-01")))
                            .systems())
                    .containsExactly(new SystemSummary("1", "a", true, "2020-01-01", true, false, false));
            assertThat(report(system(
                                    "1",
                                    "a",
                                    "2020-02-02",
                                    null,
                                    new RecordedProfile(
                                            Reading.ARCHIVED,
                                            facts(),
                                            new ProfileHeader(false, null, null, new InsightsClient(false, true)),
                                            List.of())))
                            .systems())
                    .containsExactly(new SystemSummary("1", "a", false, "2020-02-02", false, true, false));
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "2024-06-01T11:59:59Z, true",
                    "2024-06-01T12:00:00Z, false",
                    "2024-06-01T12:00:01Z, false",
                    "2024-06-01T11:59:59, true",
                    "2024-06-01T12:00:01, false",
                    "2024-06-01T13:59:59+02:00, true",
                    "garbage, false",
                    "-, false"
                })
        void knows_from_the_clock_whether_a_system_is_stale(String staleWarning, boolean stale) {
            SystemSummary summary = report(system("1", "a", null, staleWarning, profile(null)))
                    .systems()
                    .get(0);

            assertThat(summary.stale()).isEqualTo(stale);
            assertThat(summary.lastUpdated()).isNull();
        }

        @Test
        void shows_baselines_and_historical_profiles() {
            ComparisonReport report = report(
                    new Baseline("b", "golden", "yesterday", facts()),
                    new HistoricalProfile("h", "a", "s", "2020", profile("2020")));

            assertThat(report.baselines()).containsExactly(new BaselineSummary("b", "golden", "yesterday"));
            assertThat(report.historicalProfiles())
                    .containsExactly(new HistoricalProfileSummary("h", "a", "2020", "s"));
        }
    }

    @Nested
    class Rules {

        private final List<FactSource> sources = List.of(
                system("1", "a", facts("arch", "x", "serial", "1", "g.a", "1", "g.b", "1")),
                system("2", "b", facts("arch", "y", "serial", "2", "g.a", "2", "g.b", "1")));

        private List<String> states(FactRules rules) {
            return Comparison.of(sources).withRules(rules).report(CLOCK).facts().stream()
                    .map(entry -> entry.name() + " " + entry.state())
                    .toList();
        }

        @Test
        void of_archived_profiles_are_the_archived_ones() {
            assertThat(states(FactRules.archived()))
                    .containsExactly("arch DIFFERENT", "g DIFFERENT", "serial DIFFERENT");
            assertThat(Comparison.of(sources).report(CLOCK).facts())
                    .hasToString(Comparison.of(sources)
                            .withRules(FactRules.archived())
                            .report(CLOCK)
                            .facts()
                            .toString());
        }

        @Test
        void can_hide_facts() {
            assertThat(states(FactRules.archived()
                            .withHidden(fact -> fact.toString().equals("g.a"))
                            .withHidden(fact -> fact.toString().equals("arch"))))
                    .containsExactly("g SAME", "serial DIFFERENT");
            assertThat(states(FactRules.archived().withHidden(fact -> fact.isMember())))
                    .hasSize(2);
        }

        @Test
        void can_say_that_facts_never_differ() {
            assertThat(states(FactRules.archived().withNeverDiffering(fact -> fact.isMember())))
                    .containsExactly("arch DIFFERENT", "g SAME", "serial DIFFERENT");
        }

        @Test
        void can_expect_facts_to_be_unique() {
            assertThat(states(FactRules.archived()
                            .withUnique(fact -> fact.toString().equals("serial"))))
                    .containsExactly("arch DIFFERENT", "g DIFFERENT", "serial SAME");
        }

        @Test
        void add_to_what_was_there_and_leave_it_as_it_is() {
            FactRules rules = FactRules.archived();
            FactRules changed = rules.withNeverDiffering(fact -> fact.toString().equals("arch"))
                    .withUnique(fact -> fact.toString().equals("serial"))
                    .withHidden(fact -> fact.isMember());

            assertThat(states(changed)).containsExactly("arch SAME", "serial SAME");
            assertThat(states(rules)).hasSize(3);
            assertThat(onlyFact(Comparison.of(sources("fqdn", "S:a S:b"))
                                    .withRules(changed)
                                    .report(CLOCK))
                            .state())
                    .isEqualTo(SAME);
            assertThat(onlyFact(Comparison.of(sources("last_boot_time", "S:a S:b"))
                                    .withRules(changed)
                                    .report(CLOCK))
                            .state())
                    .isEqualTo(SAME);
        }

        @Test
        void know_of_which_profiles_they_are_the_rules() {
            assertThat(FactRules.archived().reading()).isEqualTo(Reading.ARCHIVED);
            assertThat(FactRules.exact().withHidden(any -> false).reading()).isEqualTo(Reading.EXACT);
            assertThat(FactRules.none().reading()).isNull();
            for (Reading reading : Reading.values()) {
                assertThat(FactRules.of(reading).reading()).isEqualTo(reading);
            }
        }
    }

    @Nested
    class Readings {

        private final InventorySystem archived = system("1", "old", facts("arch", "x"));
        private final InventorySystem exact = InventorySystem.ofProfile("new", Map.of("arch", "x86_64"));
        private final Baseline baseline = baseline("3", "wanted", facts("arch", "x86_64"));
        private final FactSource document = FactSource.of("document", facts("arch", "x86_64"));

        @Test
        void of_two_kinds_are_refused_with_a_column_of_each() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Comparison.of(baseline, archived, exact).report(CLOCK))
                    .withMessage(
                            "the profile of old was read as ARCHIVED and that of new as EXACT: read all profiles of"
                                    + " a comparison in one way");
            assertThatIllegalStateException()
                    .isThrownBy(() -> Comparison.of(historicalProfile("4", "older", null, facts()))
                            .withMore(List.of(exact))
                            .withRules(FactRules.none())
                            .report(CLOCK))
                    .withMessageStartingWith("the profile of older was read as ARCHIVED and that of new as EXACT");
        }

        @Test
        void that_contradict_the_rules_are_refused() {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            Comparison.of(exact).withRules(FactRules.archived()).report(CLOCK))
                    .withMessage(
                            "the profile of new was read as EXACT, but the rules are for profiles that were read as"
                                    + " ARCHIVED: choose FactRules.of(Reading.EXACT)");
            assertThatIllegalStateException()
                    .isThrownBy(() -> Comparison.of(baseline, archived)
                            .withRules(FactRules.exact().withHidden(any -> true))
                            .report(CLOCK))
                    .withMessageStartingWith("the profile of old was read as ARCHIVED, but the rules");
        }

        @Test
        void do_not_matter_to_baselines_and_own_documents() {
            for (InventorySystem system : List.of(archived, exact)) {
                assertThat(Comparison.of(baseline, document, system)
                                .withRules(FactRules.of(system.reading()))
                                .report(CLOCK)
                                .columns())
                        .hasSize(3);
                assertThat(Comparison.of(document, baseline, system)
                                .withRules(FactRules.none())
                                .report(CLOCK)
                                .columns())
                        .hasSize(3);
            }
            for (FactRules rules : List.of(FactRules.archived(), FactRules.exact(), FactRules.none())) {
                assertThat(Comparison.of(baseline, document)
                                .withRules(rules)
                                .report(CLOCK)
                                .columns())
                        .hasSize(2);
            }
        }
    }
}
