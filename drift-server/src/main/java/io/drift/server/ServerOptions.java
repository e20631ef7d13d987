package io.drift.server;

import io.drift.clowder.DriftSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a server ends, and where its metrics are besides {@code /mgmt/v0/metrics}.
 *
 * @param grace how long requests in flight may still take once the server is told to stop
 * @param metrics a port for management only; null for none
 */
public record ServerOptions(Duration grace, @Nullable MetricsPort metrics) {

    /** The options that the settings ask for. */
    static ServerOptions of(DriftSettings settings) {
        DriftSettings.Metrics metrics = settings.server().metrics();
        Duration wanted = settings.server().shutdownGrace();
        Duration grace = wanted.isZero() ? Duration.ofMillis(1) : wanted;
        return new ServerOptions(
                grace, metrics.port() == null ? null : new MetricsPort(metrics.port(), metrics.path()));
    }

    /**
     * Where metrics are expected.
     *
     * @param port from 1 to 65535, or 0 for any free one
     * @param path such as {@code /metrics}
     */
    public record MetricsPort(int port, String path) {}

    /** Checks the grace time: if it is zero, Jetty does not wait for requests in flight at all. */
    public ServerOptions {
        if (grace.isNegative() || grace.isZero()) {
            throw new IllegalArgumentException("the grace time must be positive: " + grace);
        }
    }
}
