package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies at the command line. */
class PolicyTest {

    @TempDir
    private Path folder;

    private String one;
    private String other;

    @BeforeEach
    void write_two_systems() throws IOException {
        one = file(
                "one.json",
                "{\"arch\":\"x86_64\",\"x\":{\"a\":\"100\",\"b\":\"1\"},\"sysctl\":{\"fs.file-nr\":\"1\"}}");
        other = file(
                "other.json",
                "{\"arch\":\"x86_64\",\"x\":{\"a\":\"101\",\"b\":\"2\"},\"sysctl\":{\"fs.file-nr\":\"2\"}}");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String policy(String content) throws IOException {
        return file("policy.yaml", content);
    }

    private CommandRun.Result compare(String... more) {
        return new CommandRun()
                .compare(Stream.concat(Stream.of(one, other), Stream.of(more)).toArray(String[]::new));
    }

    private static CommandRun.Result run(String... words) {
        return new CommandRun().run(words);
    }

    private static CommandRun.Result with(String policy, String... words) {
        return new CommandRun().with("DRIFT_POLICY", policy).compare(words);
    }

    @Test
    void hidden_differences_are_counted_and_leave_the_exit_code_0() throws IOException {
        CommandRun.Result run =
                compare("--policy", policy("ignore: [x.b]\nrules:\n  - {fact: x.a, tolerate: 1%}\n"), "--verbose");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("nothing differs in 2 facts.")
                .contains(
                        "By the policy: ignore x.b: 1 fact, which differs; rule x.a (tolerate: 1%): 1 fact, which differs.");
        assertThat(run.err())
                .contains("x.b differs, which the policy hides: ignore:1 (ignore x.b)")
                .contains("x.a differs, which the policy hides: rules:1 (rule x.a (tolerate: 1%))");
    }

    @Test
    void what_is_left_leaves_the_exit_code_1() throws IOException {
        assertThat(compare("--policy", policy("ignore: [x.b]")).code()).isEqualTo(1);
    }

    @Test
    void where_a_policy_hides_all_nothing_was_compared() throws IOException {
        CommandRun.Result result = compare("--policy", policy("ignore: ['*']"));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("nothing was compared: the policy hides all facts");
    }

    @Test
    void the_environment_names_a_policy_and_none_shows_everything() throws IOException {
        String policy = policy("ignore: [x]");
        CommandRun.Result byVariable = with(policy, one, other);
        CommandRun.Result none = with(policy, one, other, "--policy", "none");

        assertThat(byVariable.code()).isZero();
        assertThat(byVariable.out()).contains("ignore x: 2 facts, 2 of them differ");
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.out()).contains("3 of 4 facts differ.").doesNotContain("policy");
    }

    @Test
    void a_rule_that_chooses_nothing_is_told() throws IOException {
        CommandRun.Result run = compare("--policy", policy("ignore: [nothing]"));

        assertThat(run.err()).contains("policy: ignore:1 (ignore nothing) chooses no fact of this comparison");
    }

    @Test
    void what_is_wrong_is_told_with_line_and_column() throws IOException {
        String policy = policy("ignore: [x]\nrule: []\n");
        CommandRun.Result run = compare("--policy", policy);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(policy + ":2:1: unknown key 'rule'; did you mean 'rules'?");
        assertThat(with("/nowhere", one, other).err()).contains("there is no policy /nowhere (from DRIFT_POLICY)");
    }

    @Test
    void json_tells_what_is_hidden_and_which_rule_made_a_fact_the_same() throws IOException {
        String policy = policy("ignore: [x.b]\nrules:\n  - {fact: x.a, tolerate: 1%, severity: high}\n");

        assertThat(compare("--policy", policy, "--format", "json", "--view", "groups")
                        .out())
                .contains("\"reasons\":[\"RULE:1\"],\"severity\":\"high\"")
                .contains(
                        "\"hidden\":[{\"rule\":\"ignore:1\",\"facts\":1,\"differ\":1,\"not_same\":[\"x.b\"]},{\"rule\":\"rules:1\",\"facts\":1,\"differ\":1,\"not_same\":[\"x.a\"]}");
        assertThat(compare("--policy", policy, "--format", "json").out())
                .contains("\"hidden\":[{\"rule\":\"ignore:1\",\"facts\":1,\"not_same\":[\"x.b\"]}");
    }

    @Test
    void profiles_are_read_as_the_base_says() throws IOException {
        CommandRun.Result run = compare("--policy", policy("extends: archived"));

        assertThat(run.out()).contains("nothing differs in").doesNotContain("x.a");
    }

    @Test
    void explain_says_which_rule_decides_by_which_line() throws IOException {
        String policy = policy("ignore: [x.b]\nrules:\n  - {fact: x, tolerate: 1%}\n  - {fact: x.a, tolerate: 2%}\n");

        CommandRun.Result run = run("policy", "explain", policy, "x.a", "x.b", "arch");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("""
                        x.a: compared
                          line 4, rules:2 (x.a): tolerate: 2%
                          line 3, rules:1 (x): decides nothing, since later rules do
                        x.b: hidden and counted
                          line 1, ignore:1 (x.b): hides it
                          line 3, rules:1 (x): tolerate: 1%
                        arch: no rule; compared as exact does
                        """);
    }

    @Test
    void check_reads_the_policy_alone() throws IOException {
        String policy = policy("ignore: [x.b]");

        assertThat(run("policy", "check", policy).out()).isEqualTo(policy + ": extends exact, 1 rule\n");
        assertThat(run("policy", "check", policy(":")).code()).isEqualTo(2);
        assertThat(run("policy", "guess", policy).err()).contains("give check or explain");
        assertThat(run("policy", "explain", policy).err()).contains("explain needs the name of a fact");
    }
}
