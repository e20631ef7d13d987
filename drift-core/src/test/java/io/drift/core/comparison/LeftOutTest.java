package io.drift.core.comparison;

import static io.drift.core.comparison.ComparisonState.DIFFERENT;
import static io.drift.core.comparison.ComparisonState.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.FactName;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.LookedAt;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.source.FactSource;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of facts that a report does not show, but counts; the list of what changes by itself above all. */
class LeftOutTest {

    private static final FactRules QUIET = FactRules.exact().withLeftOut(FactList.volatileFacts());

    private static FactSource system(String name, Object... parts) {
        Map<String, Object> profile = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            profile.put((String) parts[i], parts[i + 1]);
        }
        return InventorySystem.ofProfile(name, profile);
    }

    private static ComparisonReport quiet(FactSource... sources) {
        return Comparison.of(sources).withRules(QUIET).report();
    }

    @Test
    void is_counted_with_the_names_of_what_differs() {
        ComparisonReport report = quiet(
                system(
                        "a",
                        "arch",
                        "x86_64",
                        "sysctl",
                        Map.of("fs.file-nr", "1", "kernel.random.boot_id", "2", "vm.x", "3")),
                system(
                        "b",
                        "arch",
                        "x86_64",
                        "sysctl",
                        Map.of("fs.file-nr", "1", "kernel.random.boot_id", "9", "vm.x", "3")));

        assertThat(report.comparisons()).extracting(FactComparison::name).containsExactly("arch", "vm.x");
        assertThat(report.hasDifferences()).isFalse();
        assertThat(report.isComplete()).isTrue();
        assertThat(report.omissions().leftOut())
                .containsExactly(new LeftOut("volatile", 2, List.of(FactName.of("sysctl.kernel.random.boot_id"))));
    }

    @Test
    void is_shown_without_the_list_and_then_nothing_is_counted() {
        ComparisonReport report = Comparison.of(
                        system("a", "sysctl", Map.of("fs.file-nr", "1")),
                        system("b", "sysctl", Map.of("fs.file-nr", "2")))
                .report();

        assertThat(report.fact("sysctl.fs.file-nr").orElseThrow().state()).isEqualTo(DIFFERENT);
        assertThat(report.omissions().leftOut()).isEmpty();
    }

    @Test
    void a_list_that_has_nothing_to_leave_out_is_counted_with_nothing() {
        assertThat(quiet(system("a", "arch", "x"), system("b", "arch", "y"))
                        .omissions()
                        .leftOut())
                .containsExactly(new LeftOut("volatile", 0, List.of()));
    }

    @Test
    void how_many_of_a_process_there_are_does_not_count_but_whether_it_runs_does() {
        FactSource a = system("a", "running_processes", List.of("sshd", "sshd", "nginx", "crond"));
        FactSource b = system("b", "running_processes", List.of("sshd", "crond"));

        ComparisonReport report = quiet(a, b);

        assertThat(report.fact("running_processes.nginx").orElseThrow().state()).isEqualTo(DIFFERENT);
        assertThat(report.fact("running_processes.crond").orElseThrow().state()).isEqualTo(SAME);
        assertThat(report.fact("running_processes.sshd")).isEmpty();
        assertThat(report.omissions().leftOut())
                .containsExactly(new LeftOut("volatile", 1, List.of(FactName.of("running_processes.sshd"))));
    }

    @Test
    void a_fact_on_a_list_is_not_counted_as_not_looked_at() {
        FactSource list = InventorySystem.of(
                HostRecord.of("b"),
                new ProfileRecorder()
                        .record(Map.of("arch", "x"))
                        .withLookedAt(LookedAt.everything().withOnly(List.of("arch"))),
                RecordedFacts.NONE);

        Omissions omissions = quiet(
                        system("a", "arch", "x", "os_release", "9", "sysctl", Map.of("fs.file-nr", "1")), list)
                .omissions();

        assertThat(omissions.notComparable()).isEqualTo(1);
        assertThat(omissions.leftOut()).containsExactly(new LeftOut("volatile", 1, List.of()));
    }

    @Test
    void the_first_of_several_lists_has_a_fact_and_other_rules_stay() {
        FactRules rules = FactRules.exact()
                .withHidden(FactName.of("os_release")::equals)
                .withLeftOut(new FactList("mine", List.of("a*", "os_*"), List.of()))
                .withLeftOut(new FactList("yours", List.of("*"), List.of()));

        ComparisonReport report = Comparison.of(
                        system("a", "arch", "x", "os_release", "9", "bios_vendor", "v"), system("b", "arch", "y"))
                .withRules(rules)
                .report();

        assertThat(report.comparisons()).isEmpty();
        assertThat(report.omissions().leftOut())
                .containsExactly(
                        new LeftOut("mine", 1, List.of(FactName.of("arch"))),
                        new LeftOut("yours", 1, List.of(FactName.of("bios_vendor"))));
    }

    @ParameterizedTest
    @CsvSource({
        "a*, abc, true",
        "a*, b, false",
        "a.b?, a.bc, true",
        "a.b?, a.b, false",
        "*.state, network_interfaces.eth0.state, true",
        "a.[b](c), a.[b](c), true",
        "a.[b], a.b, false",
        "a+, aa, false",
        "a*z, az, true",
        "?, a, true"
    })
    void a_glob_stands_for_whole_names(String glob, String fact, boolean chosen) {
        assertThat(new FactList("some", List.of(glob), List.of()).chosen().test(FactName.of(fact)))
                .isEqualTo(chosen);
    }

    @Test
    void a_glob_takes_any_character_of_a_name() {
        FactList all = new FactList("some", List.of("a.*c"), List.of());

        assertThat(all.chosen().test(FactName.of("a.\n\u2028c"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last_boot_time",
                "sysctl.kernel.random.boot_id",
                "sysctl.fs.dentry-state",
                "sysctl.kernel.ns_last_pid",
                "sysctl.fs.file-nr",
                "sysctl.fs.inode-nr",
                "sysctl.net.ipv4.conf.veth12ab34c.rp_filter",
                "sysctl.net.ipv6.neigh.br-0123456789ab.gc_stale_time",
                "network_interfaces.veth12ab34c.mtu",
                "network_interfaces.docker0.ipv4_addresses",
                "network_interfaces.eth0.valid_lft",
                "running_processes.kworker/0:1-events"
            })
    void what_changes_by_itself_is_volatile(String fact) {
        assertThat(FactList.volatileFacts().chosen().test(FactName.of(fact))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arch",
                "sysctl.kernel.hostname",
                "sysctl.fs.file-max",
                "sysctl.fs.lease-break-time",
                "sysctl.vm.swappiness",
                "sysctl.net.ipv4.conf.eth0.rp_filter",
                "network_interfaces.eth0.mtu",
                "network_interfaces.br-lan.mtu",
                "running_processes.nginx",
                "installed_packages.docker-ce",
                "enabled_services.docker"
            })
    void what_somebody_changes_is_not(String fact) {
        assertThat(FactList.volatileFacts().chosen().test(FactName.of(fact))).isFalse();
    }
}
