package io.drift.core.comparison;

import static io.drift.core.comparison.ComparisonState.DIFFERENT;
import static io.drift.core.comparison.ComparisonState.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactRecorder;
import io.drift.core.policy.Notation;
import io.drift.core.policy.Policy;
import io.drift.core.policy.PolicyBase;
import io.drift.core.policy.PolicyRule;
import io.drift.core.policy.RuleId;
import io.drift.core.policy.RuleSetting;
import io.drift.core.policy.Severity;
import io.drift.core.source.Baseline;
import io.drift.core.source.FactSource;
import io.drift.core.source.InventorySystem;
import io.drift.core.version.VersionOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of differences under a policy. */
class PolicyComparisonTest {

    private static final Policy EXACT = Policy.of(PolicyBase.EXACT);

    private static Policy rule(String pattern, RuleSetting setting) {
        return EXACT.withRule(PolicyRule.of(pattern).with(setting));
    }

    /** Systems that have one value each in one fact. */
    private static List<FactSource> systems(String fact, String... values) {
        List<FactSource> systems = new ArrayList<>();
        for (String value : values) {
            systems.add(InventorySystem.ofProfile("s" + systems.size(), Map.of("x", Map.of(fact, value))));
        }
        return systems;
    }

    private static ComparisonReport report(Policy policy, List<? extends FactSource> sources) {
        return Comparison.of(sources).withRules(FactRules.of(policy)).report();
    }

    private static FactComparison x(Policy policy, String... values) {
        return report(policy, systems("y", values)).fact("x.y").orElseThrow();
    }

    @Nested
    class Values {

        @ParameterizedTest
        @CsvSource({
            "1, 100, 101, SAME",
            "1, 100, 101.02, DIFFERENT",
            "1, -100, -101, SAME",
            "0, 100, 100.0, SAME",
            "1, 15.48 GiB, 15.60 GiB, SAME",
            "1, 15.48 GiB, 15.70 GiB, DIFFERENT",
            "1, 1 GiB, 1024 MiB, SAME",
            "1, 1073741824, 1 GiB, DIFFERENT",
            "50, x86, x87, DIFFERENT"
        })
        void are_near_by_percent(String percent, String one, String other, ComparisonState state) {
            assertThat(x(rule("x.y", RuleSetting.Tolerate.percent(percent)), one, other)
                            .state())
                    .isEqualTo(state);
        }

        @Test
        void are_near_only_if_all_are_near_each_other() {
            Policy policy = rule("x.y", RuleSetting.Tolerate.percent("1"));
            FactComparison three = x(policy, "100", "101", "102");

            assertThat(three.state()).isEqualTo(DIFFERENT);
            assertThat(three.distinctValues().size()).isEqualTo(2);
        }

        @Test
        void are_near_the_reference() {
            List<FactSource> sources = systems("y", "100", "101", "102", "110");
            FactComparison fact = Comparison.of(sources)
                    .withRules(FactRules.of(rule("x", RuleSetting.Tolerate.percent("1"))))
                    .withReference(sources.get(1).id())
                    .report()
                    .fact("x.y")
                    .orElseThrow();

            assertThat(fact.cells()).extracting(Cell::state).containsExactly(SAME, SAME, SAME, DIFFERENT);
            assertThat(fact.cells())
                    .extracting(cell -> String.valueOf(cell.value()))
                    .containsExactly("100", "101", "102", "110");
        }

        @ParameterizedTest
        @CsvSource({
            "'8.8.8.8, 1.1.1.1', '1.1.1.1, 8.8.8.8', SAME",
            "'a b', 'b a a', SAME",
            "'[a, b]', 'b,a', SAME",
            "'a, b', 'a', DIFFERENT"
        })
        void are_sets(String one, String other, ComparisonState state) {
            assertThat(x(rule("x", new RuleSetting.AsSet(true)), one, other).state())
                    .isEqualTo(state);
        }

        @ParameterizedTest
        @CsvSource({
            "NUMBER, 1500, 1500.0, SAME",
            "NUMBER, 1500, 1501, DIFFERENT",
            "CASE, Yes, yES, SAME",
            "CASE, ISTANBUL, istanbul, SAME",
            "BLANKS, ' a  b', a b, SAME",
            "BLANKS, ab, a b, DIFFERENT",
            "CASE, a b, 'A  B', DIFFERENT"
        })
        void are_normalised(Notation notation, String one, String other, ComparisonState state) {
            assertThat(x(rule("x", new RuleSetting.Normalise(Set.of(notation))), one, other)
                            .state())
                    .isEqualTo(state);
        }

        @ParameterizedTest
        @CsvSource({
            "RPM, 1.0-1, 1.00-1, SAME",
            "RPM, 1.0-1, 1.0-2, DIFFERENT",
            "DEBIAN, 1.0-1, 0:1.0-1, SAME",
            "AUTO, 1.0-1.x86_64, 1.00-1.x86_64, SAME"
        })
        void are_versions(VersionOrder order, String one, String other, ComparisonState state) {
            assertThat(x(rule("x", new RuleSetting.AsVersion(order)), one, other)
                            .state())
                    .isEqualTo(state);
        }

        @Test
        void of_several_versions_are_compared_as_versions() {
            List<FactSource> machines = List.of(
                    InventorySystem.ofProfile(
                            "a", Map.of("installed_packages", List.of("k-0:1.0-1.x86_64", "k-0:2.0-1.x86_64"))),
                    InventorySystem.ofProfile(
                            "b", Map.of("installed_packages", List.of("k-0:2.00-1.x86_64", "k-0:1.0-1.x86_64"))));
            FactComparison kernel = report(rule("*", new RuleSetting.AsVersion(VersionOrder.AUTO)), machines)
                    .fact("installed_packages.k")
                    .orElseThrow();

            assertThat(kernel.state()).isEqualTo(SAME);
            assertThat(kernel.options()).hasSize(3).allMatch(option -> option.cellState(0) == SAME);
            assertThat(report(EXACT, machines)
                            .fact("installed_packages.k")
                            .orElseThrow()
                            .state())
                    .isEqualTo(DIFFERENT);
        }

        @Test
        void never_differ_or_differ_after_all() {
            assertThat(x(rule("x", new RuleSetting.NeverDiffers(true)), "a", "b")
                            .state())
                    .isEqualTo(SAME);

            Policy all =
                    rule("last_boot_time", new RuleSetting.NeverDiffers(false)).withVolatileLeftOut(false);
            List<FactSource> booted = List.of(
                    InventorySystem.ofProfile("a", Map.of("last_boot_time", "1")),
                    InventorySystem.ofProfile("b", Map.of("last_boot_time", "2")));
            assertThat(report(all, booted).fact("last_boot_time").orElseThrow().state())
                    .isEqualTo(DIFFERENT);
        }

        @Test
        void are_expected_to_be_unique() {
            Policy policy = EXACT.withUnique("x.*");

            assertThat(x(policy, "a", "b").state()).isEqualTo(SAME);
            assertThat(x(policy, "a", "b").changedBy()).contains(new RuleId(RuleId.Of.UNIQUE, 1));
            assertThat(x(policy, "a", "a").state()).isEqualTo(DIFFERENT);
        }

        @Test
        void that_are_missing_are_like_no_other() {
            List<FactSource> one = new ArrayList<>(systems("y", "1"));
            one.add(InventorySystem.ofProfile("z", Map.of("x", Map.of("z", "1"))));
            FactComparison fact = report(rule("*", RuleSetting.Tolerate.percent("100")), one)
                    .fact("x.y")
                    .orElseThrow();

            assertThat(fact.state()).isEqualTo(DIFFERENT);
        }

        @Test
        void are_compared_as_archived_too() {
            Policy policy =
                    Policy.of(PolicyBase.NONE).withRule(PolicyRule.of("x.y").with(new RuleSetting.AsSet(true)));

            assertThat(x(policy, "a, b", "b, a").state()).isEqualTo(SAME);
            assertThat(FactRules.of(policy).fingerprint()).startsWith("none+policy sha256:");
        }
    }

    @Nested
    class Counting {

        @Test
        void names_what_each_rule_hides() {
            Policy policy = EXACT.withIgnored("a", "b*", "nothing")
                    .withRule(PolicyRule.of("c.*").with(RuleSetting.Tolerate.percent("10")));
            List<FactSource> machines = List.of(
                    InventorySystem.ofProfile(
                            "1", Map.of("a", Map.of("x", "1", "y", "1"), "b", "1", "c", Map.of("n", "100"))),
                    InventorySystem.ofProfile(
                            "2", Map.of("a", Map.of("x", "1", "y", "2"), "b", "1", "c", Map.of("n", "101"))));
            ComparisonReport report = report(policy, machines);

            assertThat(report.hasDifferences()).isFalse();
            assertThat(report.comparisons())
                    .extracting(fact -> fact.fact().toString())
                    .containsExactly("c.n");
            assertThat(report.omissions().byRules())
                    .extracting(effect ->
                            effect.rule().id() + " " + effect.chosen() + " " + effect.facts() + " " + effect.notSame())
                    .containsExactly("ignore:1 2 2 [a.y]", "ignore:2 1 1 []", "ignore:3 0 0 []", "rules:1 1 1 [c.n]");
        }

        @Test
        void names_the_rule_that_does_it_alone() {
            Policy policy = rule("x", new RuleSetting.AsSet(true))
                    .withRule(PolicyRule.of("x.*").with(new RuleSetting.Normalise(Set.of(Notation.CASE))));

            assertThat(x(policy, "a, b", "b, a").changedBy()).contains(new RuleId(RuleId.Of.RULES, 1));
            assertThat(x(policy, "a", "A").changedBy()).contains(new RuleId(RuleId.Of.RULES, 2));
            assertThat(x(policy, "a, b", "B, A").changedBy()).contains(new RuleId(RuleId.Of.RULES, 2));
            assertThat(x(policy, "a, b", "C").changedBy()).isEmpty();
        }

        @Test
        void severities_are_those_of_the_last_rule() {
            Policy policy = rule("x", new RuleSetting.Severe(Severity.HIGH));

            assertThat(x(policy, "a", "b").severity()).isEqualTo(Severity.HIGH);
            assertThat(x(EXACT, "a", "b").severity()).isEqualTo(Severity.MEDIUM);
        }
    }

    /** Over invented tables and policies: what differs without the policy, differs with it or is counted, once. */
    @Test
    void a_policy_never_hides_what_it_does_not_count() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<FactSource> sources = sources(random);
            Policy policy = policy(random);
            String reference = random.nextBoolean() ? sources.get(0).id() : null;
            Function<FactRules, ComparisonReport> compare = rules -> Comparison.of(sources)
                    .withRules(rules)
                    .withReference(reference)
                    .report();
            ComparisonReport without =
                    compare.apply(FactRules.of(Policy.of(policy.base()).withVolatileLeftOut(false)));
            ComparisonReport with = compare.apply(FactRules.of(policy));

            Map<FactName, ComparisonState> before = states(without);
            Map<FactName, ComparisonState> after = states(with);
            List<FactName> counted = with.omissions().byRules().stream()
                    .flatMap(effect -> effect.notSame().stream())
                    .toList();
            Set<FactName> expected = new HashSet<>(before.keySet());
            expected.removeIf(fact -> before.get(fact) == SAME || after.getOrDefault(fact, SAME) != SAME);
            long hidden = with.omissions().byRules().stream()
                    .filter(effect -> effect.rule().id().compareTo(new RuleId(RuleId.Of.UNIQUE, 0)) < 0)
                    .mapToLong(RuleEffect::facts)
                    .sum();

            assertThat(counted).as("seed " + seed).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(hidden).as("seed " + seed).isEqualTo(before.size() - after.size());
            with.comparisons()
                    .forEach(fact -> assertThat(fact.changedBy().isPresent())
                            .as("seed %s %s", policy, fact)
                            .isEqualTo(before.get(fact.fact()) != fact.state()));
        }
    }

    private static Map<FactName, ComparisonState> states(ComparisonReport report) {
        return report.comparisons().stream()
                .collect(Collectors.toMap(FactComparison::fact, FactComparison::state, (a, b) -> a, TreeMap::new));
    }

    private static List<FactSource> sources(Random random) {
        List<FactSource> sources = new ArrayList<>();
        String[] values = {"1", "1.0", "2", "a, b", "b,a", "A", "a", "1 GiB", "1024 MiB", " a", "host1.example.com"};
        for (int number = 0; number < 2 + random.nextInt(4); number++) {
            Map<String, Object> profile = new TreeMap<>();
            for (String top : List.of("a", "b", "fqdn")) {
                profile.put(top, values[random.nextInt(values.length)]);
            }
            Map<String, Object> group = new TreeMap<>();
            for (String member : List.of("a", "b", "c", "mac_address")) {
                if (random.nextInt(5) > 0) {
                    group.put(member, values[random.nextInt(values.length)]);
                }
            }
            profile.put("g", group);
            profile.put("installed_packages", List.of("k-0:1.0-1.x86_64", "k-0:" + random.nextInt(3) + "-1.x86_64"));
            sources.add(InventorySystem.ofProfile("s" + number, profile));
        }
        if (random.nextBoolean()) {
            sources.add(Baseline.of("b", new FactRecorder().record("a", "1").end()));
        }
        return sources;
    }

    private static Policy policy(Random random) {
        String[] patterns = {"*", "a", "g", "g.*", "*a*", "fqdn", "installed_packages", "g.c", "b"};
        List<RuleSetting> settings = List.of(
                RuleSetting.Tolerate.percent("100"),
                new RuleSetting.AsSet(true),
                new RuleSetting.AsSet(false),
                new RuleSetting.Normalise(Set.of(Notation.values())),
                new RuleSetting.AsVersion(VersionOrder.AUTO),
                new RuleSetting.NeverDiffers(true),
                new RuleSetting.NeverDiffers(false),
                new RuleSetting.Severe(Severity.HIGH));
        Policy policy = Policy.of(random.nextInt(4) == 0 ? PolicyBase.NONE : PolicyBase.EXACT)
                .withVolatileLeftOut(false);
        for (int rules = random.nextInt(5); rules > 0; rules--) {
            String pattern = patterns[random.nextInt(patterns.length)];
            policy = switch (random.nextInt(8)) {
                case 0 -> policy.withIgnored(pattern);
                case 1 -> policy.withOnly(pattern);
                case 2 -> policy.withUnique(pattern);
                default -> policy.withRule(PolicyRule.of(pattern).with(settings.get(random.nextInt(settings.size()))));
            };
        }
        return policy;
    }
}
