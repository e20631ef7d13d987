package io.drift.server.platform;

import io.drift.clowder.DriftSettings;
import io.drift.core.CompareSystems;
import io.drift.core.access.Entitlement;
import io.drift.core.access.Permission;
import io.drift.core.access.RequiredPermissions;
import io.drift.core.comparison.FactRules;
import io.drift.core.error.InvalidQueryException;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.BaselineStatistics;
import io.drift.core.port.HistoricalProfiles;
import io.drift.http.CallTimeouts;
import io.drift.http.PlatformClients;
import io.drift.json.ProfileReader;
import io.drift.server.observability.DriftMetrics;
import io.drift.server.observability.Readiness;
import io.drift.server.observability.RequestIdExecutor;
import io.drift.server.security.RequestGate;
import io.drift.server.web.ManagementRoutes;
import io.drift.server.web.WebApi;
import java.io.IOException;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drift inside the platform: systems, baselines, historical profiles and permissions come from its services. */
public final class PlatformServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformServer.class);

    private final PlatformClients clients;
    private final ExecutorService finds;
    private final Listeners listeners;

    private PlatformServer(PlatformClients clients, ExecutorService finds, Listeners listeners) {
        this.clients = clients;
        this.finds = finds;
        this.listeners = listeners;
    }

    /**
     * Starts the server.
     *
     * @param settings where it listens, and where the services are
     * @param clock tells which systems are stale
     * @return the server, listening
     * @throws IOException if it cannot listen there
     */
    public static PlatformServer start(DriftSettings settings, Clock clock) throws IOException {
        return start(settings, clock, ServerOptions.of(settings));
    }

    /**
     * Starts the server.
     *
     * @param settings where it listens, and where the services are
     * @param clock tells which systems are stale
     * @param options how it ends, and where its metrics are
     * @return the server, listening
     * @throws IOException if it cannot listen there
     */
    public static PlatformServer start(DriftSettings settings, Clock clock, ServerOptions options) throws IOException {
        DriftMetrics metrics = new DriftMetrics();
        FactRules rules = FactRules.drift();
        ProfileReader profiles = new ProfileReader(
                rules.packageDetail(), (part, reason) -> LOG.debug("left out of a profile: {}: {}", part, reason));
        PlatformClients clients = PlatformClients.of(
                ServicesOfSettings.endpoints(settings),
                ServicesOfSettings.proxies(settings),
                timeouts(settings),
                profiles,
                clock,
                metrics.calls());
        ExecutorService finds = Executors.newCachedThreadPool(PlatformServer::daemon);
        CompareSystems compareSystems = CompareSystems.of(clients.inventory())
                .withBaselines(baselines(settings, clients))
                .withHistoricalProfiles(historicalProfiles(settings, clients))
                .withExecutor(new RequestIdExecutor(finds))
                .withListener(metrics.comparisons())
                .withClock(clock)
                .withRules(rules)
                .withoutOperatingSystems(
                        settings.excludedOperatingSystems(),
                        (system, context) -> LOG.info(
                                "system {} is left out: it runs {}",
                                system.id(),
                                system.profile().operatingSystem()));
        DriftSettings.Listen listen = settings.listen();
        Readiness readiness = new Readiness();
        ManagementRoutes management = new ManagementRoutes(metrics, readiness);
        WebApi api = new WebApi(
                metrics.reports().counting(compareSystems),
                baselineStatistics(settings, clients),
                gate(settings, clients),
                listen.basePath(),
                management,
                metrics.reports());
        try {
            Listeners listeners = Listeners.start(api, management, readiness, listen, options);
            return new PlatformServer(clients, finds, listeners);
        } catch (IOException | RuntimeException cannotListen) {
            finds.shutdown();
            clients.close();
            throw cannotListen;
        }
    }

    private static CallTimeouts timeouts(DriftSettings settings) {
        DriftSettings.Timeouts timeouts = settings.timeouts();
        return new CallTimeouts(timeouts.connect(), timeouts.read(), timeouts.call());
    }

    private static BaselineCatalog baselines(DriftSettings settings, PlatformClients clients) {
        if (settings.services().baselines() != null) {
            return clients.baselines();
        }
        return (ids, context) -> {
            throw noBaselines();
        };
    }

    private static BaselineStatistics baselineStatistics(DriftSettings settings, PlatformClients clients) {
        if (settings.services().baselines() != null) {
            return clients.baselineStatistics();
        }
        return context -> {
            throw noBaselines();
        };
    }

    private static InvalidQueryException noBaselines() {
        return new InvalidQueryException("there are no baselines here: BASELINE_SVC_URL is not set");
    }

    private static HistoricalProfiles historicalProfiles(DriftSettings settings, PlatformClients clients) {
        if (settings.services().historicalProfiles() != null) {
            return clients.historicalProfiles();
        }
        return (ids, context) -> {
            throw new InvalidQueryException("there are no historical profiles here: HSP_SVC_URL is not set");
        };
    }

    private static RequestGate gate(DriftSettings settings, PlatformClients clients) {
        DriftSettings.Access access = settings.access();
        return new RequestGate(
                access.smartManagement() ? Entitlement.SMART_MANAGEMENT : Entitlement.INSIGHTS,
                access.rbacEnabled() ? clients.accessControl() : null,
                required(access),
                access.sharedSecret());
    }

    private static RequiredPermissions required(DriftSettings.Access access) {
        return new RequiredPermissions(access.requiredPermissions().stream()
                .map(all -> all.stream().map(Permission::new).toList())
                .toList());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "drift-find");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The port it listens on.
     *
     * @return never 0
     */
    public int port() {
        return listeners.port();
    }

    /**
     * The port where its metrics are, besides the port it listens on.
     *
     * @return never 0; empty if there is no such port
     */
    public OptionalInt metricsPort() {
        return listeners.metricsPort();
    }

    /**
     * Is not ready any more, stops listening, waits until the requests in flight are answered, but no longer than the
     * grace time, then gives up what still runs.
     */
    @Override
    public void close() {
        listeners.close();
        finds.shutdown();
        clients.close();
    }
}
