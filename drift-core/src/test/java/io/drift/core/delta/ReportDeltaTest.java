package io.drift.core.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.Sources;
import io.drift.core.comparison.Comparison;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactList;
import io.drift.core.comparison.FactRules;
import io.drift.core.fact.FactName;
import io.drift.core.profile.InsightsClient;
import io.drift.core.profile.LookedAt;
import io.drift.core.profile.ProfileHeader;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.profile.SkippedPart;
import io.drift.core.source.FactSource;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportDeltaTest {

    private static ComparisonReport report(FactSource... columns) {
        return report(List.of(columns));
    }

    private static ComparisonReport report(List<FactSource> columns) {
        return Comparison.of(columns).withRules(FactRules.exact()).report();
    }

    private static FactSource machine(String name, Object... facts) {
        return FactSource.of(name, Sources.facts(facts));
    }

    /** A machine that looked at some facts only, or of which a part was skipped. */
    private static FactSource partly(String name, LookedAt lookedAt, List<SkippedPart> skipped, Object... facts) {
        ProfileHeader header = new ProfileHeader(true, null, null, new InsightsClient(false, false));
        RecordedProfile profile =
                new RecordedProfile(Reading.EXACT, Sources.facts(facts), header, skipped).withLookedAt(lookedAt);
        return new InventorySystem(new HostRecord(name, name, null, null, null), profile, profile.facts());
    }

    private static ReportDelta delta(ComparisonReport before, ComparisonReport now) {
        return ReportDelta.between(KeptReport.of(before), KeptReport.of(now));
    }

    private static List<String> words(ReportDelta delta) {
        return delta.entries().stream()
                .map(entry -> entry.status() + " " + entry.fact() + " "
                        + entry.column().name() + " " + entry.valueNow())
                .toList();
    }

    @Test
    void a_difference_is_new_known_or_resolved() {
        ComparisonReport before = report(
                machine("a", "k", "1", "p", "1", "q", "1"),
                machine("b", "k", "1", "p", "1", "q", "2"),
                machine("c", "k", "2", "p", "1", "q", "1"));
        ComparisonReport now = report(
                machine("a", "k", "1", "p", "1", "q", "1"),
                machine("b", "k", "1", "p", "2", "q", "1"),
                machine("c", "k", "2", "p", "1", "q", "1"));
        ReportDelta delta = delta(before, now);
        assertThat(words(delta)).containsExactly("KNOWN k c 2", "NEW p b 2", "RESOLVED q b null");
        assertThat(delta.status(FactName.of("p"))).contains(DeltaStatus.NEW);
        assertThat(delta.status(FactName.of("r"))).isEmpty();
        assertThat(delta).hasToString("ReportDelta 1 new, 1 known, 1 resolved, 0 unseen");
    }

    @Test
    void another_value_is_new_and_the_same_value_stays_known_when_the_others_change() {
        ComparisonReport before = report(machine("a", "k", "1"), machine("b", "k", "1"), machine("c", "k", "0"));
        assertThat(words(delta(before, report(machine("a", "k", "1"), machine("b", "k", "1"), machine("c", "k", "2")))))
                .containsExactly("NEW k c 2");
        assertThat(words(delta(before, report(machine("a", "k", "3"), machine("b", "k", "3"), machine("c", "k", "0")))))
                .containsExactly("KNOWN k c 0");
    }

    @Test
    void where_no_value_is_usual_each_column_differs() {
        ComparisonReport before = report(machine("a", "k", "1"), machine("b", "k", "2"));
        ComparisonReport now = report(machine("a", "k", "3"), machine("b", "k", "2"));
        assertThat(words(delta(before, now))).containsExactly("NEW k a 3", "KNOWN k b 2");
    }

    @Test
    void what_nobody_has_any_more_is_resolved_if_all_looked() {
        ComparisonReport before =
                report(machine("a", "k", "1", "x", "1"), machine("b", "k", "1"), machine("c", "k", "1"));
        ComparisonReport now = report(machine("a", "k", "1"), machine("b", "k", "1"), machine("c", "k", "1"));
        assertThat(words(delta(before, now))).containsExactly("RESOLVED x a null");
    }

    @Test
    void what_was_not_looked_at_is_never_resolved() {
        ComparisonReport before = report(
                partly("a", LookedAt.everything(), List.of(), "g.k", "1", "h", "1"),
                partly("b", LookedAt.everything(), List.of(), "g.k", "1", "h", "1"),
                partly("c", LookedAt.everything(), List.of(), "g.k", "2", "h", "1"));
        ComparisonReport narrow = report(
                partly("a", LookedAt.everything(), List.of(), "h", "1"),
                partly("b", LookedAt.everything(), List.of(), "h", "1"),
                partly("c", LookedAt.everything().withExcept(List.of("g")), List.of(), "h", "1"));
        assertThat(words(delta(before, narrow))).containsExactly("UNSEEN g.k c null");
        ComparisonReport broken = report(
                partly("a", LookedAt.everything(), List.of(), "g.k", "1", "h", "1"),
                partly("b", LookedAt.everything(), List.of(), "g.k", "1", "h", "1"),
                partly("c", LookedAt.everything(), List.of(new SkippedPart("g", "broken")), "h", "1"));
        ReportDelta delta = delta(before, broken);
        assertThat(words(delta)).containsExactly("UNSEEN g.k c null");
        assertThat(delta.newlyNotCompared()).containsExactly(new KeptReport.SkippedOfColumn("c", "g"));
        assertThat(delta(broken, broken).newlyNotCompared()).isEmpty();
        assertThat(words(delta(narrow, before))).containsExactly("NEW g.k c 2");
    }

    @Test
    void a_machine_that_is_gone_has_resolved_nothing_and_a_new_one_is_new() {
        ComparisonReport three = report(machine("a", "k", "1"), machine("b", "k", "1"), machine("c", "k", "2"));
        ComparisonReport two = report(machine("a", "k", "1"), machine("b", "k", "1"));
        assertThat(words(delta(three, two))).containsExactly("UNSEEN k c null");
        assertThat(words(delta(two, three))).containsExactly("NEW k c 2");
    }

    @Test
    void columns_are_the_same_by_id_else_by_name() {
        ComparisonReport before = report(
                FactSource.of("1", "old name", Sources.facts("k", "2")),
                FactSource.of("yesterday/b", "b", Sources.facts("k", "1")),
                FactSource.of("yesterday/c", "c", Sources.facts("k", "1")));
        ComparisonReport now = report(
                FactSource.of("1", "new name", Sources.facts("k", "2")),
                FactSource.of("today/b", "b", Sources.facts("k", "1")),
                FactSource.of("today/c", "c", Sources.facts("k", "1")));
        assertThat(words(delta(before, now))).containsExactly("KNOWN k new name 2");
        assertThat(delta(before, now).columns()).hasSize(3);
    }

    @Test
    void a_shared_name_is_a_difference_of_those_who_share_it() {
        ComparisonReport before =
                report(machine("a", "fqdn", "x"), machine("b", "fqdn", "y"), machine("c", "fqdn", "z"));
        ComparisonReport now = report(machine("a", "fqdn", "x"), machine("b", "fqdn", "x"), machine("c", "fqdn", "z"));
        assertThat(words(delta(before, now))).containsExactly("NEW fqdn a x", "NEW fqdn b x");
    }

    @Test
    void reports_that_were_not_made_alike_are_refused() {
        FactSource a = machine("a", "k", "1");
        FactSource b = machine("b", "k", "2");
        KeptReport plain = KeptReport.of(report(a, b));
        KeptReport left = KeptReport.of(Comparison.of(a, b)
                .withRules(FactRules.exact().withLeftOut(FactList.volatileFacts()))
                .report());
        assertThatThrownBy(() -> ReportDelta.between(plain, left))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other rules (exact and exact+left_out volatile");
        KeptReport reference = KeptReport.of(Comparison.of(a, b)
                .withRules(FactRules.exact())
                .withReference("a")
                .report());
        assertThatThrownBy(() -> ReportDelta.between(plain, reference)).hasMessageContaining("references (none and a)");
        KeptReport custom = KeptReport.of(Comparison.of(a, b)
                .withRules(FactRules.exact().withUnique(fact -> false))
                .report());
        assertThatThrownBy(() -> ReportDelta.between(custom, custom)).hasMessageContaining("fingerprint");
    }

    @Test
    void the_other_way_round_it_is_the_mirror() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ComparisonReport one = report(randomFleet(random));
            ComparisonReport other = report(randomFleet(random));
            ReportDelta there = delta(one, other);
            ReportDelta back = delta(other, one);
            assertThat(mirrored(there)).isEqualTo(plain(back));
            assertThat(there.count(DeltaStatus.KNOWN)).isEqualTo(back.count(DeltaStatus.KNOWN));
            assertThat(back.entries())
                    .filteredOn(entry -> entry.status() == DeltaStatus.RESOLVED)
                    .allSatisfy(entry -> assertThat(there.of(entry.fact()))
                            .anySatisfy(mirror -> assertThat(mirror.status()).isEqualTo(DeltaStatus.NEW)));
        }
    }

    /** Nobody is resolved without being seen to agree, told by a second writing of what agrees. */
    @Test
    void only_who_looked_and_has_the_most_common_value_is_resolved() {
        int resolved = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ComparisonReport before = report(randomFleet(random));
            ComparisonReport now = report(randomFleet(random));
            for (DeltaEntry entry : delta(before, now).entries()) {
                if (entry.status() == DeltaStatus.RESOLVED) {
                    resolved++;
                    FactSource column = now.columns().get(entry.column().now());
                    assertThat(now.lookedAt(entry.column().now()).covers(entry.fact())
                                    || column.facts().asMap().containsKey(entry.fact()))
                            .isTrue();
                    assertThat(mostCommon(now, entry.fact())).isEqualTo(text(column, entry.fact()));
                }
            }
        }
        assertThat(resolved).isGreaterThan(200);
    }

    private static String text(FactSource column, FactName fact) {
        return String.valueOf(column.facts().asMap().get(fact));
    }

    private static String mostCommon(ComparisonReport report, FactName fact) {
        Map<String, Long> counts = new TreeMap<>();
        for (int column = 0; column < report.columns().size(); column++) {
            FactSource source = report.columns().get(column);
            if (report.lookedAt(column).covers(fact) || source.facts().asMap().containsKey(fact)) {
                counts.merge(text(source, fact), 1L, Long::sum);
            }
        }
        long most = counts.values().stream().max(Long::compare).orElseThrow();
        Set<String> all = counts.entrySet().stream()
                .filter(one -> one.getValue() == most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        return all.size() == 1 ? all.iterator().next() : "none of " + all;
    }

    private static Collection<String> plain(ReportDelta delta) {
        return sorted(delta.entries().stream()
                .map(entry -> entry.fact()
                        + entry.column().id()
                        + entry.before()
                        + entry.valueBefore()
                        + entry.now()
                        + entry.valueNow()));
    }

    private static Collection<String> mirrored(ReportDelta delta) {
        return sorted(delta.entries().stream()
                .map(entry -> entry.fact()
                        + entry.column().id()
                        + entry.now()
                        + entry.valueNow()
                        + entry.before()
                        + entry.valueBefore()));
    }

    private static Collection<String> sorted(Stream<String> texts) {
        return texts.collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<FactSource> randomFleet(Random random) {
        List<FactSource> fleet = new ArrayList<>();
        for (int number = 0; number < 9; number++) {
            if (random.nextInt(8) > 0) {
                List<Object> facts = new ArrayList<>();
                for (int fact = 0; fact < 8; fact++) {
                    if (random.nextInt(5) > 0) {
                        facts.addAll(List.of("g" + fact % 3 + ".f" + fact, "v" + random.nextInt(4) / 2));
                    }
                }
                LookedAt lookedAt = random.nextInt(4) > 0
                        ? LookedAt.everything()
                        : LookedAt.everything().withExcept(List.of("g" + random.nextInt(3)));
                fleet.add(partly("m" + number, lookedAt, List.of(), facts.toArray()));
            }
        }
        return fleet;
    }
}
