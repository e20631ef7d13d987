package io.drift.server.command;

import io.drift.cli.DriftCommandLine;
import io.drift.cli.Shell;
import io.drift.clowder.DriftSettings;
import io.drift.clowder.InvalidSettingsException;
import io.drift.clowder.SettingsLoader;
import io.drift.registry.store.StoreFailureException;
import io.drift.server.observability.LogOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A server that needs no other service, and its start from a command.
 *
 * @param shell its environment may say how it logs and what it bears
 * @param address where it listens
 * @param port where it listens; 0 for any free one
 * @param logLevel how much it logs, unless the environment says so
 */
record LocalServer(Shell shell, String address, int port, String logLevel) {

    private static final int LARGEST_PORT = 65_535;

    /** What an environment may say of this mode; the rest is of the platform. */
    private static final Set<String> READ = Set.of(
            "LOG_LEVEL",
            "LOG_FORMAT",
            "DRIFT_REQUEST_TIMEOUT_SECONDS",
            "DRIFT_MOST_IDS",
            "DRIFT_POLICY",
            "DRIFT_SHUTDOWN_GRACE_SECONDS",
            "DRIFT_HISTORY_ALL_DAYS",
            "DRIFT_HISTORY_DAILY_DAYS",
            "DRIFT_HISTORY_WEEKLY_DAYS",
            "DRIFT_CULL_AFTER");

    /** Starts a server and waits until the process ends. */
    @FunctionalInterface
    interface Start {
        void with(DriftSettings settings) throws IOException, InterruptedException;
    }

    /**
     * Starts it.
     *
     * @return the exit code, after a line that says why it could not start
     */
    int run(Start start) throws InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            shell.complain("--port " + port + " is no port: give a number from 0 to " + LARGEST_PORT);
            return DriftCommandLine.FAILED;
        }
        try {
            DriftSettings settings = SettingsLoader.load(environment(), Set.of());
            LogOutput.set(settings.server().logging());
            start.with(settings);
            return 0;
        } catch (InvalidSettingsException invalid) {
            invalid.faults().forEach(shell::complain);
        } catch (StoreFailureException unusable) {
            shell.complain(String.valueOf(unusable.getMessage()));
        } catch (IOException cannotListen) {
            shell.complain(cannotListen.getMessage() + ": is the port in use? --port chooses another one");
        }
        return DriftCommandLine.FAILED;
    }

    private Map<String, String> environment() {
        Map<String, String> settings = new HashMap<>(shell.environment());
        settings.keySet().retainAll(READ);
        settings.putIfAbsent("LOG_LEVEL", logLevel);
        settings.put("PORT", String.valueOf(port));
        settings.put("DRIFT_LISTEN_ADDRESS", address);
        settings.put("DRIFT_EXCLUDED_OPERATING_SYSTEMS", "");
        settings.put("ENABLE_RBAC", "False");
        return settings;
    }
}
