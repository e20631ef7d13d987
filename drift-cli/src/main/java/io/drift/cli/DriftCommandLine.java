package io.drift.cli;

import io.drift.collector.source.SourceReader;
import io.drift.core.report.ReportWriter;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The command line of a program: what it does without a subcommand, and its subcommands, to which {@code help},
 * {@code version} and {@code completion} are added. Whatever goes wrong is one line on standard error and the exit code 2.
 */
public final class DriftCommandLine {

    /** The exit code of what could not be done, or was not understood. */
    public static final int FAILED = 2;

    private final Shell shell;
    private final Callable<Integer> root;
    private final List<Subcommand> subcommands;

    /** A subcommand that is made when it is needed: what picocli finds out about each takes time. */
    private record Subcommand(String name, Supplier<Object> command) {}

    private DriftCommandLine(Shell shell, Callable<Integer> root, List<Subcommand> subcommands) {
        this.shell = shell;
        this.root = root;
        this.subcommands = List.copyOf(subcommands);
    }

    /**
     * A command line without subcommands of its own.
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
        return withCompare(clock, formats, () -> collector(clock))
                .with("train", () -> new TrainCommand(shell, clock, formats));
    }

    /** The same with {@code compare} alone, which asks machines by a collector. */
    DriftCommandLine withCompare(Clock clock, List<ReportWriter> formats, Supplier<Collector> collector) {
        return with("compare", () -> compareCommand(clock, formats, collector));
    }

    /**
     * The same with {@code collect}.
     *
     * @param clock that the clocks of machines are compared with
     * @return another command line
     */
    public DriftCommandLine withCollect(Clock clock) {
        return withCollect(() -> collector(clock));
    }

    /** The same with {@code collect}, which asks machines by a collector. */
    DriftCommandLine withCollect(Supplier<Collector> collector) {
        return with("collect", () -> new CollectCommand(shell, collector.get()));
    }

    /**
     * The same with {@code policy}.
     *
     * @return another command line
     */
    public DriftCommandLine withPolicy() {
        return with("policy", () -> PolicyCommand.commandLine(shell));
    }

    /**
     * The same with {@code delta}.
     *
     * @return another command line
     */
    public DriftCommandLine withDelta() {
        return with(
                "delta", () -> new CommandLine(new DeltaCommand(shell)).registerConverter(FailOn.class, FailOn::of));
    }

    /**
     * The same with {@code baseline}.
     *
     * @param clock tells how old a profile is
     * @return another command line
     */
    public DriftCommandLine withBaseline(Clock clock) {
        return with("baseline", () -> BaselineCommand.commandLine(shell, clock, collector(clock)));
    }

    private Collector collector(Clock clock) {
        return new Collector(shell.environment(), clock, ProcessStarter.SYSTEM);
    }

    private CommandLine compareCommand(Clock clock, List<ReportWriter> formats, Supplier<Collector> collector) {
        OfferedFormats offered = new OfferedFormats(formats);
        CommandLine compare = CompareCommand.commandLine(
                shell,
                clock,
                offered,
                reading -> words -> new MachineSource(collector.get(), shell, reading).read(words));
        ShownParts.offer(compare.getCommandSpec(), OfferedFormats.LABEL, offered.names());
        ShownParts.offer(compare.getCommandSpec(), OfferedSources.LABEL, SourceReader.formats());
        return compare;
    }

    /**
     * The same with a subcommand more.
     *
     * @param command has the annotation of a picocli command, and returns the exit code
     * @return another command line
     */
    public DriftCommandLine withSubcommand(Callable<Integer> command) {
        return with(command.getClass().getAnnotation(Command.class).name(), () -> command);
    }

    private DriftCommandLine with(String name, Supplier<Object> command) {
        return new DriftCommandLine(
                shell,
                root,
                Stream.concat(subcommands.stream(), Stream.of(new Subcommand(name, command)))
                        .toList());
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
            return commands(arguments).execute(arguments);
        } catch (OutOfMemoryError tooLarge) {
            shell.complain("not enough memory for this; java -Xmx gives more");
            return FAILED;
        } finally {
            shell.out().flush();
            shell.err().flush();
        }
    }

    /**
     * Tells the same as the help of all commands, on one page.
     *
     * @return a manual page in the macros of man(7), for {@code man -l}
     */
    public String manualPage() {
        return ManualPage.of(allCommands().getCommandSpec());
    }

    /** Without a word no command is needed; if the first word is one, the others are not. */
    private CommandLine commands(String... arguments) {
        if (arguments.length == 0) {
            return prepared(new CommandLine(root));
        }
        List<Subcommand> asked = subcommands.stream()
                .filter(one -> one.name().equals(arguments[0]))
                .toList();
        return asked.isEmpty() ? allCommands() : prepared(withCommands(new CommandLine(root), asked));
    }

    private CommandLine allCommands() {
        CommandLine commands = withCommands(new CommandLine(root), subcommands);
        CommandLine help = new CommandLine(new HelpCommand(commands));
        Stream.of(help, new VersionCommand(shell, version()), new CompletionCommand(commands))
                .forEach(commands::addSubcommand);
        ShownParts.offer(
                help.getCommandSpec(),
                HelpCommand.LABEL,
                ShownParts.commands(commands.getCommandSpec()).stream()
                        .map(CommandSpec::name)
                        .toList());
        return prepared(commands);
    }

    private static CommandLine withCommands(CommandLine commands, List<Subcommand> subcommands) {
        subcommands.forEach(one -> commands.addSubcommand(one.command().get()));
        return commands;
    }

    private CommandLine prepared(CommandLine commands) {
        commands.setExpandAtFiles(false)
                .setOut(writer(shell.out()))
                .setErr(writer(shell.err()))
                .setColorScheme(new ColorScheme.Builder(Ansi.OFF).build())
                .setParameterExceptionHandler((wrong, arguments) -> misunderstood(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
        Stream.concat(Stream.of(commands), commands.getSubcommands().values().stream())
                .map(CommandLine::getCommandSpec)
                .forEach(command -> layOut(command.version(version())));
        return commands;
    }

    private String version() {
        return "drift " + versionOf(root.getClass());
    }

    /** Parts of the help have empty lines between them. */
    private static void layOut(CommandSpec command) {
        command.usageMessage()
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .commandListHeading("%nCommands:%n")
                .footer(Footer.of(command).lines());
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /**
     * The version of a program, not that of this module.
     *
     * @param program a class of it
     * @return what its jar says, else {@code development}
     */
    public static String versionOf(Class<?> program) {
        String packaged = program.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }

    private int misunderstood(ParameterException wrong) {
        shell.complain(Misunderstanding.explain(wrong));
        return FAILED;
    }

    private int failed(Exception failure) {
        shell.complain(failure instanceof CannotCompareException ? failure.getMessage() : "internal error: " + failure);
        return FAILED;
    }
}
