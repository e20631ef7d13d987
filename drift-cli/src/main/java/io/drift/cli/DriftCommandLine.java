package io.drift.cli;

import io.drift.core.report.ReportWriter;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.ParameterException;

/**
 * The command line of a program: what it does without a subcommand, and its subcommands. Whatever goes wrong is one line
 * on standard error and the exit code 2.
 */
public final class DriftCommandLine {

    /** The exit code of what could not be done, or was not understood. */
    public static final int FAILED = 2;

    private final Shell shell;
    private final Callable<Integer> root;
    private final List<Object> subcommands;

    private DriftCommandLine(Shell shell, Callable<Integer> root, List<Object> subcommands) {
        this.shell = shell;
        this.root = root;
        this.subcommands = List.copyOf(subcommands);
    }

    /**
     * A command line without subcommands.
     *
     * @param shell what it sees of its process
     * @param root what it does without a subcommand; has the annotation of a picocli command, and returns the exit code
     * @return the command line
     */
    public static DriftCommandLine of(Shell shell, Callable<Integer> root) {
        return new DriftCommandLine(shell, root, List.of());
    }

    /**
     * The same with {@code compare}, and with the hidden {@code train}, which archives of its classes are made from.
     *
     * @param clock tells which systems are stale
     * @param formats what {@code --format} offers beside the table
     * @return another command line
     */
    public DriftCommandLine withCompare(Clock clock, List<ReportWriter> formats) {
        return with(CompareCommand.commandLine(shell, clock, new OfferedFormats(formats)))
                .with(new TrainCommand(shell, clock, formats));
    }

    /**
     * The same with a subcommand more.
     *
     * @param command has the annotation of a picocli command, and returns the exit code
     * @return another command line
     */
    public DriftCommandLine withSubcommand(Callable<Integer> command) {
        return with(command);
    }

    private DriftCommandLine with(Object subcommand) {
        return new DriftCommandLine(
                shell,
                root,
                Stream.concat(subcommands.stream(), Stream.of(subcommand)).toList());
    }

    /**
     * Runs a command.
     *
     * @param arguments its words
     * @return the exit code: of {@code compare} 0 if nothing differs, 1 if something differs or is incomplete; 2 if it
     *     could not be done
     */
    public int execute(String... arguments) {
        try {
            return commands().execute(arguments);
        } catch (OutOfMemoryError tooLarge) {
            shell.complain("not enough memory for this; java -Xmx gives more");
            return FAILED;
        } finally {
            shell.out().flush();
            shell.err().flush();
        }
    }

    private CommandLine commands() {
        CommandLine commands = new CommandLine(root);
        subcommands.forEach(commands::addSubcommand);
        commands.setExpandAtFiles(false)
                .setOut(writer(shell.out()))
                .setErr(writer(shell.err()))
                .setColorScheme(new ColorScheme.Builder(Ansi.OFF).build())
                .setParameterExceptionHandler((wrong, arguments) -> misunderstood(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
        commands.getCommandSpec().version("drift " + version());
        commands.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().version("drift " + version()));
        return commands;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** The version of the program, not that of this module. */
    private String version() {
        String packaged = root.getClass().getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }

    private int misunderstood(ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        shell.complain(oneLine(wrong.getMessage()) + " (see '" + command + " --help')");
        return FAILED;
    }

    private int failed(Exception failure) {
        shell.complain(failure instanceof CannotCompareException ? failure.getMessage() : "internal error: " + failure);
        return FAILED;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
