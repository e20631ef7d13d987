package io.drift.server.command;

import io.drift.cli.DriftCommandLine;
import io.drift.cli.Shell;
import io.drift.core.report.ReportWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * The program {@code drift}: the subcommands {@code compare}, {@code delta}, {@code collect}, {@code policy}, {@code serve},
 * {@code standalone} and {@code settings}; without a subcommand it
 * starts the server.
 */
@Command(
        name = "drift",
        description = "Compares systems, baselines and historical profiles, fact by fact.",
        footer = {
            "",
            "Without a command it starts the server. 'drift help COMMAND' tells more about",
            "one. 'drift' stands for: java -jar drift-server.jar",
            "",
            "Exit codes: 0 done; 2 not understood or not possible, and one line on standard",
            "error says why; 130 ended by Ctrl-C.",
            "",
            "Examples:",
            "  drift compare web-1.json web-2.json --only-different",
            "  drift compare web-1.json --baseline golden.json --format csv",
            "  drift collect ssh:web-1 ssh:web-2 -o before",
            "  drift standalone --data /var/lib/drift",
            "  ENABLE_RBAC=False INVENTORY_SVC_URL=http://localhost:8082 drift serve"
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
                .withDelta()
                .withBaseline(clock)
                .withCollect(clock)
                .withPolicy()
                .withSubcommand(serve)
                .withSubcommand(new StandaloneCommand(shell, clock))
                .withSubcommand(new SettingsCommand(shell));
    }

    @Override
    public Integer call() throws InterruptedException {
        return serve.call();
    }
}
