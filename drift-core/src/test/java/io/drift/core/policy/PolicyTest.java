package io.drift.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.fact.FactName;
import io.drift.core.version.VersionOrder;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static final Policy EXACT = Policy.of(PolicyBase.EXACT);

    private static FactTreatment treatment(Policy policy, String fact) {
        return policy.treatmentOf(FactName.of(fact));
    }

    @ParameterizedTest
    @CsvSource({
        "arch, arch, true",
        "arch, Arch, false",
        "arch, arch.x, true",
        "arch, archs, false",
        "running_processes, running_processes.sh, true",
        "net*, network_interfaces.eth0.mtu, true",
        "*work, network, true",
        "*work, network.eth0, true",
        "network_interfaces.veth*, network_interfaces.veth0.mtu, true",
        "network_interfaces.veth*, network_interfaces.eth0.mtu, false",
        "network_interfaces.*.mtu, network_interfaces.a.b.mtu, true",
        "network_interfaces.*.mtu, network_interfaces.mtu, false",
        "*.mtu, network_interfaces.eth0.mtu, true",
        "*, anything.at.all, true",
        "a.b, a.b.c, false",
        "a?, ab, false",
        "a**b, ab, true",
        "*a*b*, xxaxxbxx, true",
        "*a*b, xbxa, false"
    })
    void a_pattern_chooses(String pattern, String fact, boolean chosen) {
        assertThat(treatment(EXACT.withIgnored(pattern), fact).hiddenBy().isPresent())
                .isEqualTo(chosen);
    }

    @Test
    void the_index_finds_what_trying_each_pattern_finds() {
        Random random = new Random(15);
        String[] parts = {"a", "b", "ab", "*", ".", ".", "a*", "B"};
        for (int round = 0; round < 2_000; round++) {
            List<String> patterns =
                    IntStream.range(0, 5).mapToObj(any -> text(parts, random)).toList();
            FactName fact = FactName.of(text(new String[] {"a", "b", ".", "B"}, random));
            List<Integer> expected = IntStream.range(0, 5)
                    .filter(number -> chooses(patterns.get(number), fact))
                    .boxed()
                    .toList();

            Policy policy = EXACT.withIgnored(patterns.toArray(new String[0]));

            assertThat(policy.choosing(fact).stream().boxed())
                    .as(patterns + " " + fact)
                    .isEqualTo(expected);
        }
    }

    private static String text(String[] parts, Random random) {
        return random.ints(1 + random.nextInt(5), 0, parts.length)
                .mapToObj(number -> parts[number])
                .collect(Collectors.joining());
    }

    private static boolean chooses(String pattern, FactName fact) {
        Pattern regex = Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
        return regex.matcher(fact.toString()).matches()
                || pattern.indexOf('.') < 0
                        && fact.isMember()
                        && regex.matcher(fact.top()).matches();
    }

    @Test
    void of_several_rules_the_last_one_that_says_a_thing_decides_it() {
        Policy policy = EXACT.withRule(PolicyRule.of("*")
                        .with(new RuleSetting.Severe(Severity.LOW))
                        .with(new RuleSetting.Normalise(Set.of(Notation.BLANKS))))
                .withRule(PolicyRule.of("system_memory")
                        .with(RuleSetting.Tolerate.percent("1"))
                        .with(new RuleSetting.Severe(Severity.CRITICAL)))
                .withRule(PolicyRule.of("system_*").with(RuleSetting.Tolerate.percent("5")));

        FactTreatment memory = treatment(policy, "system_memory");

        assertThat(memory.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(memory.decisions())
                .extracting(decision -> decision.rule() + " " + decision.setting())
                .containsExactly("rules:1 normalise: [blanks]", "rules:2 severity: critical", "rules:3 tolerate: 5%");
        assertThat(treatment(policy, "arch").severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void the_last_pattern_that_ignores_a_fact_counts_it() {
        Policy policy = EXACT.withIgnored("running_processes", "*.sh");

        assertThat(treatment(policy, "running_processes.sh").hiddenBy()).contains(new RuleId(RuleId.Of.IGNORE, 2));
        assertThat(treatment(policy, "running_processes.vi").hiddenBy()).contains(new RuleId(RuleId.Of.IGNORE, 1));
    }

    @Test
    void what_only_does_not_choose_is_hidden_by_the_list() {
        Policy policy = EXACT.withOnly("installed_packages").withIgnored("*.kernel");

        assertThat(treatment(policy, "installed_packages.bash").hiddenBy()).isEmpty();
        assertThat(treatment(policy, "installed_packages.kernel").hiddenBy()).contains(new RuleId(RuleId.Of.IGNORE, 1));
        assertThat(treatment(policy, "arch").hiddenBy()).hasToString("Optional[only]");
        assertThat(treatment(EXACT.withOnly(), "arch").hiddenBy()).isEmpty();
    }

    @Test
    void weight_and_severity_multiply() {
        Policy policy = EXACT.withRule(
                PolicyRule.of("a").with(new RuleSetting.Weight(5)).with(new RuleSetting.Severe(Severity.HIGH)));

        assertThat(treatment(policy, "a").weight()).isEqualTo(10);
        assertThat(treatment(policy, "b").weight()).isEqualTo(1);
    }

    @Test
    void text_of_differences_has_no_weights() {
        Policy policy = EXACT.withRule(PolicyRule.of("a")
                .with(new RuleSetting.AsVersion(VersionOrder.RPM))
                .with(new RuleSetting.Weight(5)));

        assertThat(policy.textOfDifferences()).isEqualTo("exact\nrule a (version: rpm)");
        assertThat(policy.withRule(PolicyRule.of("b").with(new RuleSetting.Weight(2)))
                        .textOfDifferences())
                .isEqualTo(policy.textOfDifferences());
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> new RuleSetting.Weight(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleSetting.Weight(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RuleSetting.Tolerate.percent("-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new PolicyRule("a", List.of(new RuleSetting.AsSet(true), new RuleSetting.AsSet(false))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1500, 1500",
        "01500.0, 1500",
        "-0.50, -0.5",
        "1 GiB, 1073741824 B",
        "1024.00 MiB, 1073741824 B",
        "1 kB, 1000 B",
        "100.00 Byte, 100 B",
        "0.0, 0"
    })
    void a_quantity_is_written_in_one_way(String text, String written) {
        assertThat(Quantity.parse(text)).hasToString("Optional[" + written + "]");
    }

    @ParameterizedTest
    @CsvSource({"1.50, 1.5", "0.0, 0", "-0, 0", "10, 10.00", "1 KiB, 1024 B"})
    void quantities_that_are_written_alike_are_equal(String one, String other) {
        assertThat(Quantity.parse(one)).isEqualTo(Quantity.parse(other));
        assertThat(Quantity.parse(one).hashCode())
                .isEqualTo(Quantity.parse(other).hashCode());
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "1e9", "0x10", "1.2.3", "1 GHz", "1GiB x"})
    void other_texts_are_no_quantities(String text) {
        assertThat(Quantity.parse(text)).isEmpty();
    }
}
