package io.drift.server.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.drift.clowder.DriftSettings;
import io.drift.clowder.InvalidSettingsException;
import io.drift.clowder.LoadedSettings;
import io.drift.clowder.SettingsLoader;
import io.drift.server.platform.PlatformServer;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Runs the server until the process is told to stop. */
@Command(
        name = "serve",
        description = "Starts the server. Its settings are environment variables; INVENTORY_SVC_URL is required.",
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
        try {
            LoadedSettings loaded = SettingsLoader.explain(environment);
            setLevel(loaded.settings().logLevel());
            loaded.warnings().forEach(LoggerFactory.getLogger(ServeCommand.class)::warn);
            serve(loaded.settings());
            return 0;
        } catch (InvalidSettingsException invalid) {
            invalid.faults().forEach(fault -> err.println("drift: " + fault));
        } catch (IOException cannotListen) {
            err.println("drift: " + cannotListen.getMessage() + ": is the port in use? PORT chooses another one");
        }
        return CANNOT_START;
    }

    private static void serve(DriftSettings settings) throws IOException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        PlatformServer server = PlatformServer.start(settings, Clock.systemUTC());
        Logger log = LoggerFactory.getLogger(ServeCommand.class);
        log.info("Drift listens on {}:{}", settings.listen().address(), server.port());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            log.info("Drift has stopped");
            stopped.countDown();
        }));
        stopped.await();
    }

    private static void setLevel(DriftSettings.LogLevel level) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.toLevel(level.name()));
        }
    }
}
