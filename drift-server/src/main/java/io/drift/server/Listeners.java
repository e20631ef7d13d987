package io.drift.server;

import io.drift.clowder.DriftSettings;
import io.drift.server.observability.Readiness;
import io.drift.server.web.ManagementRoutes;
import io.drift.server.web.WebApi;
import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The ports of one server: that of the API, and perhaps one for management. The latter is opened first and closed last,
 * so that readiness can be asked for as long as there is anything to tell.
 */
final class Listeners implements AutoCloseable {

    private final DriftServer api;
    private final @Nullable DriftServer management;
    private final Readiness readiness;

    private Listeners(DriftServer api, @Nullable DriftServer management, Readiness readiness) {
        this.api = api;
        this.management = management;
        this.readiness = readiness;
    }

    /**
     * Starts to listen.
     *
     * @throws IOException if a port cannot be had; none is open then
     */
    static Listeners start(
            WebApi api,
            ManagementRoutes management,
            Readiness readiness,
            DriftSettings.Listen listen,
            ServerOptions options)
            throws IOException {
        DriftServer second = start(management, listen.address(), options);
        try {
            DriftServer first = DriftServer.start(api::register, listen.address(), listen.port(), options.grace());
            readiness.ready();
            return new Listeners(first, second, readiness);
        } catch (IOException | RuntimeException cannotListen) {
            if (second != null) {
                second.close();
            }
            throw cannotListen;
        }
    }

    private static @Nullable DriftServer start(ManagementRoutes management, String address, ServerOptions options)
            throws IOException {
        ServerOptions.MetricsPort metrics = options.metrics();
        return metrics == null
                ? null
                : DriftServer.start(
                        routes -> management.register(metrics.path(), routes),
                        address,
                        metrics.port(),
                        options.grace());
    }

    int port() {
        return api.port();
    }

    OptionalInt metricsPort() {
        return management == null ? OptionalInt.empty() : OptionalInt.of(management.port());
    }

    @Override
    public void close() {
        readiness.stopping();
        api.close();
        if (management != null) {
            management.close();
        }
    }
}
