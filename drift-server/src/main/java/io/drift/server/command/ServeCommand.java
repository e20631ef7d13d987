package io.drift.server.command;

import io.drift.cli.DriftCommandLine;
import io.drift.clowder.DriftSettings;
import io.drift.clowder.InvalidSettingsException;
import io.drift.clowder.LoadedSettings;
import io.drift.clowder.SettingsLoader;
import io.drift.server.DriftService;
import io.drift.server.observability.LogOutput;
import io.drift.server.platform.PlatformMode;
import io.drift.server.platform.Preloading;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the server until the process is told to stop. */
@Command(
        name = "serve",
        description = {"Starts the server.", "Its settings are environment variables; INVENTORY_SVC_URL is required."},
        mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {

    private static final int CANNOT_START = 2;

    private final Map<String, String> environment;
    private final PrintStream err;

    /**
     * A server with the settings of an environment.
     *
     * @param environment the variables of the process
     * @param err receives what keeps it from starting
     */
    public ServeCommand(Map<String, String> environment, PrintStream err) {
        this.environment = environment;
        this.err = err;
    }

    /**
     * Starts the server and waits until the process ends.
     *
     * @return 2 if it could not start
     */
    @Override
    public Integer call() throws InterruptedException {
        Preloading.begin();
        try {
            LoadedSettings loaded = SettingsLoader.explain(environment, PlatformMode.REQUIRED);
            LogOutput.set(loaded.settings().server().logging());
            loaded.warnings().forEach(LoggerFactory.getLogger(ServeCommand.class)::warn);
            serve(loaded);
            return 0;
        } catch (InvalidSettingsException invalid) {
            invalid.faults().forEach(fault -> err.println("drift: " + fault));
        } catch (IOException cannotListen) {
            err.println("drift: " + cannotListen.getMessage() + ": is the port in use? PORT chooses another one");
        }
        return CANNOT_START;
    }

    private static void serve(LoadedSettings loaded) throws IOException, InterruptedException {
        DriftSettings settings = loaded.settings();
        Clock clock = Clock.systemUTC();
        DriftService server = DriftService.start(new PlatformMode(settings, clock), settings, clock);
        GracefulEnd.closing(server);
        LoggerFactory.getLogger(ServeCommand.class)
                .info(
                        "Drift listens on {}:{}{}: version {}, mode {}, {}",
                        settings.server().listen().address(),
                        server.port(),
                        server.metricsPort().isEmpty()
                                ? ""
                                : ", for metrics on " + server.metricsPort().getAsInt(),
                        DriftCommandLine.versionOf(ServeCommand.class),
                        PlatformMode.NAME,
                        loaded.summary());
        Thread.currentThread().join();
    }
}
