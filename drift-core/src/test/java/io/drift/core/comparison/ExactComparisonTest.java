package io.drift.core.comparison;

import static io.drift.core.Sources.facts;
import static io.drift.core.comparison.ComparisonState.DIFFERENT;
import static io.drift.core.comparison.ComparisonState.INCOMPLETE_DATA;
import static io.drift.core.comparison.ComparisonState.INCOMPLETE_DATA_OBFUSCATED;
import static io.drift.core.comparison.ComparisonState.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Q37 to Q43, as far as they are about comparing, sentence by sentence. */
class ExactComparisonTest {

    private static FactSource system(String name, Object... parts) {
        return InventorySystem.ofProfile(name, profile(parts));
    }

    private static FactSource history(String name, String systemId, Object... parts) {
        return new HistoricalProfile(name, name, systemId, null, new ProfileRecorder().record(profile(parts)));
    }

    private static Map<String, Object> profile(Object... parts) {
        Map<String, Object> profile = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            profile.put((String) parts[i], parts[i + 1]);
        }
        profile.putIfAbsent("arch", "x86_64");
        return profile;
    }

    private static FactSource withoutProfile(String name, String fqdn) {
        return InventorySystem.of(
                new HostRecord(name, name, fqdn, null, null),
                new ProfileRecorder().record(Map.of()),
                RecordedFacts.NONE);
    }

    private static ComparisonState state(String fact, FactSource... sources) {
        return Comparison.of(sources).report().fact(fact).orElseThrow().state();
    }

    @Nested
    class What_names_a_machine {

        @Test
        void is_the_same_in_all_columns_of_a_machine() {
            assertThat(state("owner_id", system("a", "owner_id", "x"), history("h", "A", "owner_id", "x")))
                    .isEqualTo(SAME);
            assertThat(state("owner_id", system("a", "owner_id", "x"), history("h", "a", "owner_id", "y")))
                    .isEqualTo(DIFFERENT);
            assertThat(state("owner_id", system("a", "owner_id", "x"), history("h", "a")))
                    .isEqualTo(DIFFERENT);
            assertThat(state("owner_id", history("h", "z", "owner_id", "x"), history("i", "z", "owner_id", "y")))
                    .isEqualTo(DIFFERENT);
        }

        @Test
        void is_another_one_for_each_machine() {
            assertThat(state("owner_id", system("a", "owner_id", "x"), system("b", "owner_id", "y")))
                    .isEqualTo(SAME);
            assertThat(state("owner_id", system("a", "owner_id", "x"), system("b", "owner_id", "x")))
                    .isEqualTo(DIFFERENT);
            assertThat(state("owner_id", system("a", "owner_id", "x"), history("h", "b", "owner_id", "x")))
                    .isEqualTo(DIFFERENT);
            assertThat(state("owner_id", system("a", "owner_id", "x"), history("h", null, "owner_id", "y")))
                    .isEqualTo(SAME);
        }

        @Test
        void is_incomplete_if_a_machine_lacks_it_in_all_columns() {
            assertThat(state("owner_id", system("a", "owner_id", "x"), system("b")))
                    .isEqualTo(INCOMPLETE_DATA);
            assertThat(state("owner_id", system("a", "owner_id", "x"), system("b"), history("h", "b")))
                    .isEqualTo(INCOMPLETE_DATA);
            assertThat(state("owner_id", system("a", "owner_id", "x"), system("b"), system("c", "owner_id", "x")))
                    .isEqualTo(DIFFERENT);
        }

        @Test
        void is_compared_with_each_baseline_that_has_it() {
            FactSource one = system("a", "owner_id", "x");
            assertThat(state("owner_id", one, Baseline.of("g", facts("owner_id", "x"))))
                    .isEqualTo(SAME);
            assertThat(state("owner_id", one, Baseline.of("g", facts("owner_id", "y"))))
                    .isEqualTo(DIFFERENT);
            assertThat(state("owner_id", one, Baseline.of("g", facts("arch", "x"))))
                    .isEqualTo(SAME);
            assertThat(state("owner_id", one, Baseline.of("g", facts("owner_id", null))))
                    .isEqualTo(SAME);
            assertThat(state("owner_id", one, system("b"), Baseline.of("g", facts("owner_id", "x"))))
                    .isEqualTo(DIFFERENT);
        }

        @Test
        void may_have_several_values_that_are_a_set() {
            RecordedFacts both = facts("fqdn", List.of("x", "y"));
            RecordedFacts turned = facts("fqdn", List.of("y", "x"));
            RecordedFacts one = facts("fqdn", List.of("x"));
            assertThat(state("fqdn", FactSource.of("a", both), FactSource.of("b", turned)))
                    .isEqualTo(DIFFERENT);
            assertThat(state("fqdn", FactSource.of("a", both), FactSource.of("b", one)))
                    .isEqualTo(SAME);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "fqdn",
                    "owner_id",
                    "rhc_client_id",
                    "public_dns",
                    "public_ipv4_addresses",
                    "third_party_services.crowdstrike.falcon_aid",
                    "workloads.crowdstrike.falcon_aid",
                    "network_interfaces.eth0.mac_address",
                    "network_interfaces.eth0.ipv6_addresses"
                })
        void is_one_of_these(String fact) {
            assertThat(state(fact, FactSource.of("a", facts(fact, "x")), FactSource.of("b", facts(fact, "x"))))
                    .isEqualTo(DIFFERENT);
        }

        @Test
        void is_not_that_of_the_loopback_interface() {
            String fact = "network_interfaces.lo.ipv4_addresses";
            assertThat(state(fact, FactSource.of("a", facts(fact, "x")), FactSource.of("b", facts(fact, "x"))))
                    .isEqualTo(SAME);
        }
    }

    @Test
    void machines_have_their_columns() {
        FactSource now = system("a");
        FactSource then = history("h", "A");
        FactSource other = history("i", "gone");
        FactSource before = history("j", "gone");
        FactSource alone = history("k", null);

        ComparisonReport report = Comparison.of(now, then, other, before, alone, Baseline.of("g", facts("arch", "x")))
                .report();

        assertThat(report.machines())
                .extracting(Machine::columns)
                .containsExactly(List.of(now, then), List.of(other, before), List.of(alone));
        assertThat(report.machines()).extracting(Machine::id).containsExactly("a", "gone", "k");
    }

    @ParameterizedTest
    @CsvSource({
        "host1.example.com, true",
        "host0042.example.com, true",
        "0123456789ab.example.com, true",
        "host1.example.com., false",
        "my.host1.example.com, false",
        "host.example.com, false",
        "hostess.example.org, false",
        "host1, false",
        "0123456789abc.example.com, false",
        "0123456789AG.example.com, false"
    })
    void a_name_is_hidden_only_if_it_looks_like_nothing_else(String fqdn, boolean hidden) {
        assertThat(state("fqdn", system("a", "fqdn", fqdn), system("b", "fqdn", "b.example.org")))
                .isEqualTo(hidden ? INCOMPLETE_DATA_OBFUSCATED : SAME);
    }

    @ParameterizedTest
    @CsvSource({
        "10.230.230.7, true",
        "10.230.230.123, true",
        "10.230.230.1234, false",
        "110.230.230.1, false",
        "10.230.230., false"
    })
    void an_address_is_hidden_only_as_a_whole(String address, boolean hidden) {
        List<?> nics = List.of(Map.of("name", "e", "ipv4_addresses", List.of("192.0.2.1", address)));
        assertThat(state(
                        "network_interfaces.e.ipv4_addresses",
                        system("a", "network_interfaces", nics),
                        system(
                                "b",
                                "network_interfaces",
                                List.of(Map.of("name", "e", "ipv4_addresses", List.of("192.0.2.2"))))))
                .isEqualTo(hidden ? INCOMPLETE_DATA_OBFUSCATED : SAME);
    }

    @Nested
    class Packages_and_baselines {

        private final FactSource epoch = system("a", "installed_packages", List.of("bash-1:5.1-1.x86_64"));

        private ComparisonState bash(boolean notify, FactSource... sources) {
            return Comparison.of(sources)
                    .withBaselineFactsOnly(notify)
                    .report()
                    .fact("installed_packages.bash")
                    .orElseThrow()
                    .state();
        }

        private FactSource baseline(Object value) {
            return Baseline.of("g" + value, facts("installed_packages.bash", value));
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void match_any_epoch_if_the_baseline_has_none(boolean notify) {
            assertThat(bash(notify, epoch, baseline("5.1-1.x86_64"))).isEqualTo(SAME);
            assertThat(bash(notify, epoch, baseline("1:5.1-1.x86_64"))).isEqualTo(SAME);
            assertThat(bash(notify, epoch, baseline("2:5.1-1.x86_64"))).isEqualTo(DIFFERENT);
            assertThat(bash(notify, epoch, baseline("0:5.1-1.x86_64"))).isEqualTo(DIFFERENT);
            assertThat(bash(notify, epoch, baseline("5.2-1.x86_64"))).isEqualTo(DIFFERENT);
            assertThat(bash(notify, epoch, baseline(null))).isEqualTo(DIFFERENT);
            FactSource without = system("b", "installed_packages", List.of("bash-5.1-1.x86_64"));
            assertThat(bash(notify, without, baseline("0:5.1-1.x86_64"))).isEqualTo(SAME);
            assertThat(bash(notify, without, baseline("1:5.1-1.x86_64"))).isEqualTo(DIFFERENT);
            assertThat(bash(notify, without, epoch, baseline("5.1-1.x86_64"))).isEqualTo(DIFFERENT);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void differ_in_versions_that_the_baseline_does_not_list(boolean notify) {
            FactSource two = system("b", "installed_packages", List.of("bash-1:5.1-1.src", "bash-5.2-1.src"));
            assertThat(bash(notify, two, baseline(List.of("5.1-1.src")))).isEqualTo(DIFFERENT);
            assertThat(bash(notify, two, baseline("5.1-1.src"))).isEqualTo(DIFFERENT);
            assertThat(bash(notify, two, baseline(List.of("5.2-1.src", "5.1-1.src"))))
                    .isEqualTo(SAME);
            assertThat(bash(notify, two, baseline(List.of("5.2-1.src", "5.1-1.src", "6-1.src"))))
                    .isEqualTo(DIFFERENT);
        }

        @Test
        void have_to_fit_each_of_several_baselines() {
            assertThat(bash(false, epoch, baseline("5.1-1.x86_64"), baseline("1:5.1-1.x86_64")))
                    .isEqualTo(SAME);
            assertThat(bash(false, epoch, baseline("5.1-1.x86_64"), baseline("5.2-1.x86_64")))
                    .isEqualTo(DIFFERENT);
        }

        @Test
        void may_be_of_debian() {
            FactSource debian =
                    system("d", "deb_packages", List.of(Map.of("name", "bash", "version", "1:5.2-2", "arch", "amd64")));
            assertThat(bash(false, debian, baseline("5.2-2.amd64"))).isEqualTo(SAME);
            assertThat(bash(false, debian, baseline("2:5.2-2.amd64"))).isEqualTo(DIFFERENT);
        }
    }

    @Nested
    class What_was_not_looked_at {

        @Test
        void is_told_with_source_part_and_reason() {
            FactSource date = system("a", "x", new Date(0));
            ComparisonReport report = Comparison.of(system("b"), date).report();

            assertThat(report.notCompared())
                    .containsExactly(new NotCompared(date, "x", "a value of the type java.util.Date cannot be read"));
            assertThat(report.isComplete()).isFalse();
            assertThat(report.hasDifferences()).isFalse();
            assertThat(report.onlyDifferences().isComplete()).isFalse();
        }

        @Test
        void is_nothing_where_everything_was() {
            ComparisonReport report = Comparison.of(system("a"), system("b")).report();

            assertThat(report.notCompared()).isEmpty();
            assertThat(report.isComplete()).isTrue();
        }

        @Test
        void is_a_host_without_profile_which_takes_no_part() {
            FactSource none = withoutProfile("n", "n.example.org");
            ComparisonReport report =
                    Comparison.of(system("a", "cpu_model", "c"), none).report();

            assertThat(report.columns()).contains(none);
            assertThat(report.hasDifferences()).isFalse();
            assertThat(report.notCompared()).extracting(NotCompared::source).containsExactly(none);
            assertThat(report.notCompared()).extracting(NotCompared::part).containsExactly("system_profile");
            assertThat(report.fact("fqdn")).isEmpty();
        }

        @Test
        void is_the_history_that_has_no_profile() {
            FactSource none = new HistoricalProfile("h", "h", "a", null, new ProfileRecorder().record(Map.of()));
            ComparisonReport report =
                    Comparison.of(system("a", "owner_id", "x"), none).report();

            assertThat(report.hasDifferences()).isFalse();
            assertThat(report.isComplete()).isFalse();
        }
    }

    @Test
    void rows_that_no_column_has_are_not_made() {
        ComparisonReport report = Comparison.of(
                        system("a"), system("b"), Baseline.of("g", facts("arch", "x86_64", "cpu_model", null)))
                .report();

        assertThat(report.comparisons()).extracting(FactComparison::toString).hasSize(1);
        assertThat(report.fact("arch")).isPresent();
    }

    @Test
    void sap_facts_are_shown_wherever_they_are() {
        assertThat(state("sap_version", system("a", "sap_version", "1"), system("b", "sap_system", false)))
                .isEqualTo(DIFFERENT);
    }
}
