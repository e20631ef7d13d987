package io.drift.server.command;

import io.drift.cli.DriftCommandLine;
import io.drift.cli.Shell;
import io.drift.clowder.DriftSettings;
import io.drift.server.DriftService;
import io.drift.server.standalone.StandaloneMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the server over its own systems until the process is told to stop. */
@Command(
        name = "standalone",
        description = {
            "Starts a server of its own, which keeps systems and their history in a folder.",
            "It needs no other service, and listens to programs of this machine only, without a login."
        },
        footer = {
            "",
            "Exit codes: 0 ended as it was told; 2 could not start.",
            "",
            "Examples:",
            "  drift standalone",
            "  curl -s localhost:8080/collect.sh | sh | curl --data-binary @- \\",
            "    -H 'Content-Type: application/x-drift-collection' \\",
            "    localhost:8080/api/inventory/v1/hosts"
        },
        mixinStandardHelpOptions = true)
final class StandaloneCommand implements Callable<Integer> {

    private final Shell shell;
    private final Clock clock;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder for the database; made if it is not there, for its owner only."
                    + " Default: drift in $XDG_DATA_HOME, else in ~/.local/share.")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The loopback address to listen on. Default: ${DEFAULT-VALUE}.")
    private String address = "127.0.0.1";

    StandaloneCommand(Shell shell, Clock clock) {
        this.shell = shell;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!LoopbackAddress.is(address)) {
            shell.complain(
                    "--bind " + address + " is not a loopback address such as 127.0.0.1 or ::1: there is no login"
                            + " yet, so nobody else may reach this server");
            return DriftCommandLine.FAILED;
        }
        return new LocalServer(shell, address, port, "info").run(this::serve);
    }

    private void serve(DriftSettings settings) throws IOException, InterruptedException {
        Path folder = data == null ? UsualFolder.of(shell.environment()) : data;
        StandaloneMode mode = new StandaloneMode(folder, clock).withKeeping(settings.keeping());
        DriftService server = DriftService.start(mode, settings, clock);
        GracefulEnd.closing(server);
        LoggerFactory.getLogger(StandaloneCommand.class)
                .info(
                        "Drift listens on {}:{}: version {}, mode {}, data in {}",
                        address,
                        server.port(),
                        DriftCommandLine.versionOf(StandaloneCommand.class),
                        StandaloneMode.NAME,
                        folder.toAbsolutePath());
        Thread.currentThread().join();
    }
}
