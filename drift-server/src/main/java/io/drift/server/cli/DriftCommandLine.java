package io.drift.server.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.ParameterException;

/**
 * The command line {@code drift}: the subcommands {@code compare} and {@code settings}, and {@code serve}, which is also
 * what no subcommand means. Whatever goes wrong is one line on standard error and the exit code 2.
 */
public final class DriftCommandLine {

    /** The exit code of what could not be done, or was not understood. */
    static final int FAILED = 2;

    private final Shell shell;
    private final CommandLine commands;

    /**
     * A command line.
     *
     * @param shell what it sees of its process
     * @param clock tells which systems are stale
     */
    public DriftCommandLine(Shell shell, Clock clock) {
        this.shell = shell;
        ServeCommand serve = new ServeCommand(shell.environment(), shell.err());
        commands = new CommandLine(new Root(serve))
                .addSubcommand(new CompareCommand(shell, clock))
                .addSubcommand(serve)
                .addSubcommand(new SettingsCommand(shell));
        configure();
    }

    @Command(
            name = "drift",
            description = "Compares systems, baselines and historical profiles, fact by fact.",
            footer = {
                "",
                "Without a command it starts the server. 'drift COMMAND --help' tells more.",
                "'drift' stands for: java -jar drift-server.jar"
            },
            mixinStandardHelpOptions = true)
    private record Root(ServeCommand serve) implements Callable<Integer> {

        @Override
        public Integer call() throws InterruptedException {
            return serve.call();
        }
    }

    private void configure() {
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
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static String version() {
        String packaged = DriftCommandLine.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
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
            return commands.execute(arguments);
        } catch (OutOfMemoryError tooLarge) {
            shell.complain("not enough memory for this; java -Xmx gives more");
            return FAILED;
        } finally {
            shell.out().flush();
            shell.err().flush();
        }
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
