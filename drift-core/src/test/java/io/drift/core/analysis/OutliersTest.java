package io.drift.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.drift.core.Sources;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.DifferenceReason;
import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import io.drift.core.profile.LookedAt;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.FactSource;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OutliersTest {

    private static final int MACHINES = 200;

    private static Outlier of(int machine, Outliers outliers) {
        return outliers.list().stream()
                .filter(outlier -> outlier.column() == machine)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> first(int count, Outlier outlier) {
        return outlier.reasons().stream()
                .limit(count)
                .map(reason -> reason.fact().toString())
                .collect(Collectors.toSet());
    }

    @Test
    void nine_machines_with_three_causes_each_lead_with_their_causes() {
        NoisyFleet fleet = new NoisyFleet(MACHINES, 7);
        List<Integer> odd = List.of(3, 20, 41, 66, 85, 110, 134, 160, 199);
        for (int i = 0; i < odd.size(); i++) {
            int machine = odd.get(i);
            fleet.remove(machine, "installed_packages.core" + i)
                    .put(machine, "sysctl.s" + (i + 9), "1")
                    .put(machine, "installed_packages.extra" + i, "1.2-3");
        }
        Outliers outliers = Outliers.of(fleet.report());
        assertThat(outliers.list().subList(0, 9)).map(Outlier::column).containsExactlyInAnyOrderElementsOf(odd);
        for (int i = 0; i < odd.size(); i++) {
            assertThat(first(3, of(odd.get(i), outliers)))
                    .containsExactlyInAnyOrder(
                            "installed_packages.core" + i, "sysctl.s" + (i + 9), "installed_packages.extra" + i);
        }
    }

    @Test
    void what_no_other_fact_of_its_category_does_stands_before_what_many_do() {
        NoisyFleet fleet = new NoisyFleet(MACHINES, 12);
        for (int number = 0; number < MACHINES; number++) {
            for (int nic = 0; nic < 5; nic++) {
                fleet.put(number, "nic.eth" + nic, number % 10 == nic ? "DOWN" : "UP");
            }
            for (int module = 0; module < 3 && number < 100; module++) {
                String name = "kernel_modules.m" + (3 * number + module);
                for (int machine = 0; machine < MACHINES; machine++) {
                    fleet.put(machine, name, machine == number ? "no" : "yes");
                }
            }
        }
        fleet.put(50, "nic.eth0", "odd");
        OutlierReason odd = of(50, Outliers.of(fleet.report())).reasons().get(0);
        assertThat(odd.fact()).hasToString("nic.eth0");
        assertThat(odd.odd().score())
                .as("the module deviates in fewer ways, but so do a hundred others")
                .isEqualTo(Math.log(202 / 3.0) / Math.log(2) + 1.25, offset(1e-9));
    }

    @Test
    void what_a_role_has_is_usual_for_it_and_odd_for_others() {
        NoisyFleet fleet = new NoisyFleet(MACHINES, 8)
                .put(1, "installed_packages.web5", "web5")
                .put(3, "installed_packages.web6", "0.1")
                .remove(7, "installed_packages.db4");
        Outliers outliers = Outliers.of(fleet.report());
        assertThat(outliers.groups()).map(group -> group.columns().size()).containsExactly(114, 67, 19);
        assertThat(outliers.groups().get(1).facts()).hasSize(NoisyFleet.ROLE_PACKAGES);
        assertThat(first(1, of(1, outliers))).containsExactly("installed_packages.web5");
        assertThat(first(1, of(3, outliers))).containsExactly("installed_packages.web6");
        OutlierReason absent = of(7, outliers).reasons().get(0);
        assertThat(absent.fact()).hasToString("installed_packages.db4");
        assertThat(absent.sentence())
                .isEqualTo("is absent; 18 of the 19 machines of its group have db4; no other of the 200 deviates so");
        assertThat(absent.usual()).isEqualTo(new Usual(new FactValue.Text("db4"), 18, 19));
    }

    @Test
    void packages_with_the_same_change_are_one_reason() {
        NoisyFleet fleet = new NoisyFleet(MACHINES, 9);
        for (int number = 0; number < MACHINES; number++) {
            for (int part = 0; part < 12; part++) {
                fleet.put(number, "installed_packages.suite" + part, number == 50 ? "1.0" : "2.0");
            }
        }
        fleet.put(50, "sysctl.s0", "1");
        Outlier odd = of(50, Outliers.of(fleet.report()));
        assertThat(odd.rank()).isEqualTo(1);
        assertThat(odd.reasons().get(1).also()).hasSize(11);
        assertThat(first(2, odd)).containsExactlyInAnyOrder("sysctl.s0", "installed_packages.suite0");
    }

    @Test
    void facts_that_deviate_on_the_same_machines_are_one_reason_unless_it_is_one_machine() {
        NoisyFleet fleet = new NoisyFleet(MACHINES, 10)
                .put(10, "sysctl.s1", "1")
                .put(11, "sysctl.s1", "1")
                .put(10, "enabled_services.new", "enabled")
                .put(11, "enabled_services.new", "enabled")
                .put(12, "sysctl.s3", "1")
                .put(12, "sysctl.s4", "2");
        Outliers outliers = Outliers.of(fleet.report());
        OutlierReason both = of(10, outliers).reasons().get(0);
        assertThat(both.also()).hasSize(1);
        assertThat(both.odd().sharedBy()).isEqualTo(1);
        assertThat(of(12, outliers).reasons().subList(0, 2))
                .allSatisfy(reason -> assertThat(reason.also()).isEmpty())
                .allSatisfy(reason -> assertThat(reason.rank()).isEqualTo(1));
    }

    @Test
    void what_was_not_looked_at_makes_no_machine_odd() {
        List<FactSource> sources = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            boolean looked = number != 5;
            List<Object> facts = new ArrayList<>(List.of("arch", number == 9 ? "arm" : "x86_64"));
            for (int fact = 0; looked && fact < 50; fact++) {
                facts.addAll(List.of("installed_packages.p" + fact, "1"));
            }
            RecordedProfile whole = new RecordedProfile(
                    Reading.EXACT,
                    Sources.facts(facts.toArray()),
                    Sources.profile(Sources.facts(), null).header(),
                    List.of());
            RecordedProfile profile =
                    looked ? whole : whole.withLookedAt(LookedAt.everything().withExcept(Set.of("installed_packages")));
            String name = String.format("m%02d", number);
            sources.add(new InventorySystem(new HostRecord(name, name, null, null, null), profile, profile.facts()));
        }
        ComparisonReport report = Comparison.of(sources).report();
        Outliers outliers = Outliers.of(report);
        assertThat(outliers.list().get(0).column()).isEqualTo(9);
        assertThat(of(5, outliers).reasons()).isEmpty();
        assertThat(ValueGroups.of(report)
                        .fact("installed_packages.p1")
                        .orElseThrow()
                        .reasons())
                .containsExactly(DifferenceReason.NOT_LOOKED_AT);
        GroupClusters packages = Clusters.of(report).groups().get(0);
        assertThat(packages.clusters())
                .singleElement()
                .satisfies(all -> assertThat(all.columns()).hasSize(39));
        assertThat(packages.unknown()).containsExactly(5);
    }

    @Test
    void the_order_of_files_counts_for_nothing() {
        List<FactSource> sources =
                new NoisyFleet(60, 11).put(4, "sysctl.s1", "1").sources();
        List<FactSource> shuffled = new ArrayList<>(sources);
        Collections.shuffle(shuffled, new Random(1));
        Outliers one = Outliers.of(Comparison.of(sources).report());
        Outliers other = Outliers.of(Comparison.of(shuffled).report());
        assertThat(other.list()).isEqualTo(one.list());
        assertThat(other.groups()).isEqualTo(one.groups());
    }

    @Test
    void few_machines_have_no_outliers_but_a_reason_why() {
        Outliers outliers = Outliers.of(new NoisyFleet(19, 12).report());
        assertThat(outliers.list()).isEmpty();
        assertThat(outliers.groups()).isEmpty();
        assertThat(outliers.whyNone().orElseThrow()).startsWith("there are 19 machines");
        assertThat(Outliers.of(new NoisyFleet(20, 12).report()).whyNone()).isEmpty();
    }

    @Test
    void machines_without_any_difference_are_all_tied() {
        List<FactSource> sources = new ArrayList<>();
        for (int number = 0; number < 25; number++) {
            sources.add(FactSource.of("m" + (10 + number), Sources.facts("arch", "x")));
        }
        assertThat(Outliers.of(Comparison.of(sources).report()).list())
                .allSatisfy(outlier -> assertThat(outlier.rank()).isEqualTo(1))
                .allSatisfy(outlier -> assertThat(outlier.score()).isZero());
    }

    @Test
    void a_machine_is_held_against_the_same_facts_by_name() {
        Outliers outliers =
                Outliers.of(new NoisyFleet(30, 13).put(2, "sysctl.s1", "1").report());
        OutlierReason first = of(2, outliers).reasons().get(0);
        assertThat(first.fact()).isEqualTo(FactName.of("sysctl.s1"));
        assertThat(first.weight()).isBetween(0.0, 1.0);
    }
}
