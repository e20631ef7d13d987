package io.drift.server.command;

import io.drift.cli.DriftCommandLine;
import io.drift.cli.Shell;
import io.drift.core.report.ReportWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * The program {@code drift}: the subcommands {@code compare}, {@code serve} and {@code settings}; without a subcommand it
 * starts the server.
 */
@Command(
        name = "drift",
        description = "Compares systems, baselines and historical profiles, fact by fact.",
        footer = {
            "",
            "Without a command it starts the server. 'drift COMMAND --help' tells more.",
            "'drift' stands for: java -jar drift-server.jar"
        },
        mixinStandardHelpOptions = true)
public final class DriftCommand implements Callable<Integer> {

    private final ServeCommand serve;

    private DriftCommand(ServeCommand serve) {
        this.serve = serve;
    }

    /**
     * The command line of the program.
     *
     * @param shell what it sees of its process
     * @param clock tells which systems are stale
     * @param formats in which a report can be asked for, beside the table
     * @return the command line, with all subcommands
     */
    public static DriftCommandLine commandLine(Shell shell, Clock clock, List<ReportWriter> formats) {
        ServeCommand serve = new ServeCommand(shell.environment(), shell.err());
        return DriftCommandLine.of(shell, new DriftCommand(serve))
                .withCompare(clock, formats)
                .withSubcommand(serve)
                .withSubcommand(new SettingsCommand(shell));
    }

    @Override
    public Integer call() throws InterruptedException {
        return serve.call();
    }
}
