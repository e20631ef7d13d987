package io.drift.cli;

import io.drift.core.error.Choice;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Prints what a shell needs to complete the words of this command line. */
@Command(
        name = "completion",
        description = {
            "Prints a completion script for a shell.",
            "It completes commands, options, their values and names of files."
        },
        footer = {
            "",
            "Examples:",
            "  drift completion bash > ~/.local/share/bash-completion/completions/drift",
            "  drift completion zsh > \"$fpath[1]/_drift\"",
            "  drift completion fish > ~/.config/fish/completions/drift.fish"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

    private final CommandLine program;

    @Parameters(paramLabel = "SHELL", completionCandidates = Shells.class, description = "bash, zsh or fish.")
    private String shell = "";

    /** The shells that there is a script for. */
    static final class Shells implements Iterable<String> {

        static final List<String> NAMES = List.of("bash", "zsh", "fish");

        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }

    CompletionCommand(CommandLine program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        program.getOut().print(script());
        program.getOut().flush();
        return 0;
    }

    private String script() {
        return switch (shell) {
            case "bash" -> BashCompletion.script(program.getCommandSpec());
            case "zsh" -> ZshCompletion.script(program.getCommandSpec());
            case "fish" -> FishCompletion.script(program.getCommandSpec());
            default ->
                throw new ParameterException(
                        program.getSubcommands().get("completion"),
                        "there is no completion for '" + shell + "'; choose " + new Choice(Shells.NAMES).inWords());
        };
    }
}
