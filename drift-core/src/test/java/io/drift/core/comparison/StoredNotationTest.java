package io.drift.core.comparison;

import static io.drift.core.Sources.baseline;
import static io.drift.core.Sources.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.source.InventorySystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Baselines of the platform are written as the archived service read profiles (Q39). */
class StoredNotationTest {

    private static final InventorySystem SYSTEM = InventorySystem.ofProfile(
            "web-1",
            Map.of(
                    "network_interfaces",
                    List.of(Map.of(
                            "name",
                            "eth0",
                            "ipv4_addresses",
                            List.of("192.0.2.2", "192.0.2.1"),
                            "mac_address",
                            "00:00:5E:00:53:01",
                            "state",
                            "UP")),
                    "systemd",
                    Map.of("failed_services", List.of("b.service", "a.service"), "state", "degraded")));

    private static ComparisonState state(String fact, String ofBaseline) {
        return Comparison.of(SYSTEM, baseline("b", "wanted", facts(fact, ofBaseline)))
                .withBaselineFactsOnly(true)
                .report()
                .fact(fact)
                .orElseThrow()
                .state();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network_interfaces.eth0.ipv4_addresses | 192.0.2.2, 192.0.2.1",
                "network_interfaces.eth0.ipv4_addresses | 192.0.2.1, 192.0.2.2",
                "network_interfaces.eth0.mac_address    | 00:00:5E:00:53:01",
                "systemd.failed_services                | ['b.service', 'a.service']",
            })
    void neither_order_nor_case_makes_a_stored_baseline_differ(String fact, String ofBaseline) {
        assertThat(state(fact, ofBaseline)).isEqualTo(ComparisonState.SAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network_interfaces.eth0.ipv4_addresses | 192.0.2.2",
                "network_interfaces.eth0.ipv4_addresses | 192.0.2.2, 192.0.2.2",
                "network_interfaces.eth0.state          | up",
                "systemd.failed_services                | ['b.service']",
                "systemd.failed_services                | b.service",
                "systemd.state                          | running",
            })
    void everything_else_does(String fact, String ofBaseline) {
        assertThat(state(fact, ofBaseline)).isEqualTo(ComparisonState.DIFFERENT);
    }

    @Test
    void a_baseline_that_is_the_reference_is_read_the_same_way() {
        FactComparison addresses = Comparison.of(
                        SYSTEM,
                        baseline(
                                "b", "wanted", facts("network_interfaces.eth0.ipv4_addresses", "192.0.2.2, 192.0.2.1")))
                .withReference("b")
                .report()
                .fact("network_interfaces.eth0.ipv4_addresses")
                .orElseThrow();

        assertThat(addresses.state()).isEqualTo(ComparisonState.SAME);
    }
}
