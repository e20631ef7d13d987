package io.drift.server.command;

import io.drift.cli.DriftCommandLine;
import io.drift.cli.Shell;
import io.drift.clowder.DriftSettings;
import io.drift.server.DriftService;
import io.drift.server.demo.DemoFolder;
import io.drift.server.demo.DemoMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a server over the samples until the process is told to stop, and leaves nothing behind. */
@Command(
        name = "demo",
        description = {
            "Starts a server of its own that has some sample machines, to be tried.",
            "It prints commands to try. Its data is in a temporary folder, which is removed",
            "when it ends."
        },
        footer = {
            "",
            "Exit codes: 0 ended as it was told; 2 could not start.",
            "",
            "Examples:",
            "  drift demo",
            "  drift demo --port 0"
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String ADDRESS = "127.0.0.1";

    private final Shell shell;
    private final Clock clock;
    private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    DemoCommand(Shell shell, Clock clock) {
        this.shell = shell;
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (DemoFolder folder = DemoFolder.create(temporary)) {
            sweep(folder);
            return new LocalServer(shell, ADDRESS, port, "warning").run(settings -> serve(settings, folder));
        } catch (IOException noFolder) {
            shell.complain("the temporary folder cannot be used (" + noFolder
                    + "): make room, or let -Djava.io.tmpdir=DIR name another one than " + temporary);
            return DriftCommandLine.FAILED;
        }
    }

    /** What others left is not worth to fail for. */
    private void sweep(DemoFolder folder) {
        try {
            folder.sweep().forEach(left -> shell.complain("removed what an earlier demo left: " + left));
        } catch (IOException inUse) {
            shell.complain("what an earlier demo left cannot be removed: " + inUse);
        }
    }

    private void serve(DriftSettings settings, DemoFolder folder) throws IOException, InterruptedException {
        DemoMode demo = new DemoMode(folder.path().resolve("data"), clock);
        DriftService server = DriftService.start(demo, settings, clock);
        GracefulEnd.closing(() -> end(server, folder));
        lines(demo, "http://" + ADDRESS + ":" + server.port(), folder.path()).forEach(shell.out()::println);
        shell.out().flush();
        Thread.currentThread().join();
    }

    private List<String> lines(DemoMode demo, String url, Path folder) {
        String drift = ProgramCall.of(shell.environment());
        return List.of(
                "Drift listens on " + url + ", for programs of this machine only.",
                "It has " + demo.systems() + " sample systems and " + demo.earlierStates()
                        + " earlier states of them, as if the",
                "newest were of now: all their dates are moved by the same time. They are in",
                folder + ", which is removed at the end.",
                "",
                "To try in another terminal" + (drift.equals("drift") ? ":" : ", in this folder:"),
                "",
                "  curl -s '" + url + "/api/inventory/v1/hosts?order_by=display_name'",
                "  " + drift + " compare --server " + url + " web-1 web-2 --only-different",
                "  " + drift + " compare --server " + url + " web-1 web-1@-7d --only-different",
                "",
                "Ctrl-C ends it.");
    }

    private void end(DriftService server, DemoFolder folder) throws IOException {
        try (folder) {
            server.close();
        }
        shell.out().println("The demo has ended, and " + folder.path() + " is removed.");
        shell.out().flush();
    }
}
