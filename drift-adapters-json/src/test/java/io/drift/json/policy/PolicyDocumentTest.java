package io.drift.json.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.policy.PolicyBase;
import io.drift.core.policy.RuleId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDocumentTest {

    private static final String WHOLE = """
            extends: exact   # the base
            volatile: false
            ignore: [running_processes, "network_interfaces.veth*"]
            only: ["installed_packages.*", "enabled_services.*"]
            unique:
              - fqdn
            rules:
              - {fact: system_memory, tolerate: 1%}
              - {fact: "yum_repos.*.gpgcheck", severity: high, weight: 5}
              - fact: dns.servers
                set: true
              - {fact: "*.mtu", normalise: [number, case, blanks]}
              - {fact: "installed_packages.*", version: auto}
              - {fact: last_boot_time, never_differs: true}
            """;

    private static PolicyDocument read(String text) throws IOException {
        return PolicyDocument.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_policy_says_all_that_it_can_say() throws IOException {
        PolicyDocument document = read(WHOLE);

        assertThat(document.policy().base()).isEqualTo(PolicyBase.EXACT);
        assertThat(document.policy().isVolatileLeftOut()).isFalse();
        assertThat(document.policy().entries())
                .extracting(entry -> document.lines().get(entry.id()) + " " + entry.id() + " " + entry.words())
                .containsExactly(
                        "3 ignore:1 ignore running_processes",
                        "3 ignore:2 ignore network_interfaces.veth*",
                        "4 only:1 only installed_packages.*",
                        "4 only:2 only enabled_services.*",
                        "6 unique:1 unique fqdn",
                        "8 rules:1 rule system_memory (tolerate: 1%)",
                        "9 rules:2 rule yum_repos.*.gpgcheck (severity: high, weight: 5)",
                        "10 rules:3 rule dns.servers (set: true)",
                        "12 rules:4 rule *.mtu (normalise: [number, case, blanks])",
                        "13 rules:5 rule installed_packages.* (version: auto)",
                        "14 rules:6 rule last_boot_time (never_differs: true)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "---\n", "# remark\n\n"})
    void may_begin_oddly(String beginning) throws IOException {
        assertThat(read(beginning + WHOLE).policy().entries()).hasSize(11);
    }

    @Test
    void may_have_the_line_ends_of_windows() throws IOException {
        PolicyDocument document = read(WHOLE.replace("\n", "\r\n"));

        assertThat(document.lines()).containsEntry(new RuleId(RuleId.Of.RULES, 6), 14);
    }

    @Test
    void may_be_json() throws IOException {
        assertThat(read("{\"ignore\": [\"*\"], \"rules\": [{\"fact\": \"a\", \"tolerate\": 5}]}")
                        .policy()
                        .entries())
                .extracting(entry -> entry.words())
                .containsExactly("ignore *", "rule a (tolerate: 5)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1:1: this policy is empty",
                "'# nothing' | 1:1: this policy is empty",
                "'null' | 1:1: a policy is an object with keys such as extends, but this is nothing",
                "'- a' | 1:1: a policy is an object with keys such as extends, but this is a list",
                "'extend: exact' | 1:1: unknown key 'extend'; did you mean 'extends'?",
                "'nonsense: 1' | 1:1: unknown key 'nonsense'; a policy has extends, volatile, ignore, only, unique or rules",
                "'extends: exakt' | 1:10: 'extends' is exact, archived or none, but this is 'exakt'; did you mean 'exact'?",
                "'volatile: yes' | 1:11: 'volatile' is true or false, but this is 'yes'",
                "'volatile: \"true\"' | 1:11: 'volatile' is true or false",
                "'ignore: a' | 1:9: 'ignore' is a list, as in 'ignore: [...]', but this is 'a'",
                "'ignore: []' | 1:9: 'ignore' has no items; leave it out",
                "'ignore:' | 1:8: 'ignore' is a list, as in 'ignore: [...]', but this is nothing",
                "'ignore: [a, [b]]' | 1:13: a pattern of 'ignore' is a text, but this is a list",
                "'ignore: [a, \"\"]' | 1:13: a pattern of 'ignore' is empty",
                "'ignore: [a]\nignore: [b]' | 2:1: 'ignore' stands here a second time",
                "'ignore: [*]' | 1:10: a * without quotes refers to another place in YAML; put the pattern into quotes",
                "'ignore: [*a]' | 1:10: a * without quotes refers to another place here; put the pattern into quotes",
                "'ignore: [&a b, *a]' | 1:10: a & names a place here",
                "'ignore: !!set {a, b}' | 1:9: a policy has no tags",
                "'ignore: [!x a]' | 1:10: a policy has no tags such as !x",
                "'ignore:\n\t- a' | 2:1: a tab cannot indent in YAML; use blanks",
                "'ignore: [a\nonly: [b]' | 2:5: ",
                "'ignore: [a]\n---\nignore: [b]' | 2:1: a second document begins here",
                "'rules: {fact: a}' | 1:8: 'rules' is a list",
                "'rules: [a]' | 1:9: a rule is an object with keys such as fact, but this is 'a'",
                "'rules:\n  - {tolerate: 5}' | 2:5: a rule needs 'fact'",
                "'rules:\n  - {fact: a}' | 2:5: this rule says nothing",
                "'rules:\n  - {fact: a, tolerance: 5}' | 2:15: unknown key 'tolerance'; did you mean 'tolerate'?",
                "'rules:\n  - {fact: a, tolerate: much}' | 2:25: 'tolerate' is a percentage, a number or a number of bytes",
                "'rules:\n  - {fact: a, tolerate: -1%}' | 2:25: 'tolerate' is a percentage",
                "'rules:\n  - {fact: a, weight: heavy}' | 2:23: 'weight' is a number from 0 to 1000, but this is 'heavy'",
                "'rules:\n  - {fact: a, weight: 1001}' | 2:23: 'weight' is a number from 0 to 1000",
                "'rules:\n  - {fact: a, severity: hihg}' | 2:25: 'severity' is low, medium, high or critical, but this is 'hihg'; did you mean 'high'?",
                "'rules:\n  - {fact: a, set: 1}' | 2:20: 'set' is true or false, but this is '1'",
                "'rules:\n  - {fact: a, normalise: case}' | 2:26: 'normalise' is a list",
                "'rules:\n  - {fact: a, normalise: [cases]}' | 2:27: 'normalise' is number, case or blanks",
                "'rules:\n  - {fact: a, version: deb}' | 2:24: 'version' is rpm, debian, apk or auto, but this is 'deb'; did you mean 'debian'?",
                "'rules:\n  - {fact: a, never_differs: {}}' | 2:30: 'never_differs' is true or false, but this is an object",
                "'ignore: [a]\nonly: [\u0000]' | 2:8: a policy cannot have the character U+0000"
            })
    void what_is_wrong_is_told_with_line_and_column(String text, String message) {
        assertThatThrownBy(() ->
                        read(text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0000", "\0")))
                .isInstanceOf(UnreadablePolicyException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void a_bomb_is_refused() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nignore: [*b, *b]\n";

        assertThatThrownBy(() -> read(bomb)).hasMessageStartingWith("1:4: a & names a place");
        assertThatThrownBy(() -> read("ignore: " + "[".repeat(10_000))).hasMessageContaining("deeper");
        assertThatThrownBy(() -> read("#".repeat(PolicyDocument.LONGEST + 1))).hasMessageContaining("longer");
        assertThatThrownBy(() -> read("ignore: [" + "a,".repeat(20_001) + "]")).hasMessageContaining("at most 20000");
        assertThatThrownBy(() -> read("ignore: [" + "a,".repeat(200_000) + "]")).hasMessageContaining("at most 100000");
    }

    @Test
    void other_encodings_are_refused() {
        assertThatThrownBy(() -> PolicyDocument.read(new ByteArrayInputStream(new byte[] {'a', (byte) 0xE9})))
                .hasMessage("1:1: this is not UTF-8; save it as UTF-8");
    }

    @Test
    void ten_thousand_rules_are_read() throws IOException {
        String rules = IntStream.range(0, 10_000)
                .mapToObj(number -> "  - {fact: \"*" + number + "*\", tolerate: 1%}\n")
                .collect(Collectors.joining());

        assertThat(read("rules:\n" + rules).policy().entries()).hasSize(10_000);
    }
}
