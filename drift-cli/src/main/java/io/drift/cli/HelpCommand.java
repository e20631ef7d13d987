package io.drift.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints what {@code --help} prints. */
@Command(name = "help", description = "Shows the help of the program or of a command.", mixinStandardHelpOptions = true)
final class HelpCommand implements Callable<Integer> {

    /** What stands for the name of a command. */
    static final String LABEL = "COMMAND";

    private final CommandLine program;

    @Parameters(arity = "0..1", paramLabel = LABEL, description = "The command; without one, the program.")
    private @Nullable String command;

    HelpCommand(CommandLine program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        CommandLine asked = command == null ? program : program.getSubcommands().get(command);
        if (asked == null) {
            throw new UnmatchedArgumentException(program, List.of(command));
        }
        asked.usage(program.getOut());
        return 0;
    }
}
