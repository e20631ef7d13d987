package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.cli.CommandRun.Result;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The texts; {@code .ci/completion} tries them in the shells. */
class CompletionTest {

    private static String script(String shell) {
        Result result = new CommandRun().run("completion", shell);
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        return result.out();
    }

    @Test
    void bash_is_told_words_and_where_files_stand() {
        assertThat(script("bash"))
                .contains(
                        "values='compare delta baseline collect policy help version completion'\n",
                        "                --baseline) files=yes options= ;;\n",
                        "                --format) values='table json csv html markdown' options= ;;\n",
                        "                *) files=yes ;;\n",
                        "        completion)\n            options='-h --help -V --version'\n"
                                + "            values='bash zsh fish'\n",
                        "        version)\n            options='-h --help -V --version'\n            ;;\n")
                .endsWith("complete -o default -F _drift drift\n");
    }

    @Test
    void zsh_is_told_the_texts_of_the_help_too() {
        assertThat(script("zsh"))
                .startsWith("#compdef drift\n")
                .contains(
                        "'compare:Compares systems and baselines from files, machines or a server'\n",
                        "'*--baseline=[A baseline, or only its baseline_facts]:FILE:_files'",
                        "[table (for people, the default), json, csv, html or markdown (as the API answers)]:FORMAT:(table json csv html markdown)'",
                        "'(--reference)--reference=[Compares every column with this one\\: its name,",
                        "'*:FILE:_files'\n",
                        "'1:SHELL:(bash zsh fish)'\n",
                        "'1:COMMAND:(compare delta baseline collect policy help version completion)'\n");
    }

    @Test
    void fish_is_told_the_texts_of_the_help_too() {
        assertThat(script("fish").lines())
                .contains(
                        "complete -c drift -f",
                        "complete -c drift -n \"__drift_is ''\" -a version -d 'Prints the version'",
                        "complete -c drift -n \"__drift_is 'compare'\" -l baseline -r -F"
                                + " -d 'A baseline, or only its baseline_facts'",
                        "complete -c drift -n \"__drift_is 'compare'\" -F",
                        "complete -c drift -n \"__drift_is 'completion'\" -f -a 'bash zsh fish'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void what_is_hidden_stays_hidden(String shell) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DriftCommandLine program = program(out);
        assertThat(program.execute("completion", shell)).isZero();
        assertThat(program.manualPage() + out.toString(StandardCharsets.UTF_8))
                .contains("plain")
                .doesNotContain("secretive", "concealed");
        assertThat(program.execute("secretive")).isZero();
    }

    private static DriftCommandLine program(OutputStream out) {
        Shell shell = new Shell(
                Map.of(),
                InputStream.nullInputStream(),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                () -> new Terminal(false, Terminal.UNLIMITED));
        return DriftCommandLine.of(shell, new Plain())
                .withSubcommand(new Plain())
                .withSubcommand(new Secretive());
    }

    @Command(name = "plain", description = "Does nothing.")
    private static final class Plain implements Callable<Integer> {
        @Option(names = "--concealed", hidden = true)
        private boolean concealed;

        @Override
        public Integer call() {
            return concealed ? 1 : 0;
        }
    }

    @Command(name = "secretive", hidden = true)
    private static final class Secretive implements Callable<Integer> {
        @Override
        public Integer call() {
            return 0;
        }
    }
}
