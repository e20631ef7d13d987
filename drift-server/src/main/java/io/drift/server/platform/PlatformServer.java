package io.drift.server.platform;

import io.drift.clowder.DriftSettings;
import io.drift.core.CompareSystems;
import io.drift.core.access.Entitlement;
import io.drift.core.comparison.FactRules;
import io.drift.core.error.InvalidQueryException;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.HistoricalProfiles;
import io.drift.http.CallTimeouts;
import io.drift.http.PlatformClients;
import io.drift.json.ProfileReader;
import io.drift.server.DriftServer;
import io.drift.server.security.RequestGate;
import io.drift.server.web.WebApi;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drift inside the platform: systems, baselines, historical profiles and permissions come from its services. */
public final class PlatformServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformServer.class);

    private final PlatformClients clients;
    private final ExecutorService finds;
    private final DriftServer server;

    private PlatformServer(PlatformClients clients, ExecutorService finds, DriftServer server) {
        this.clients = clients;
        this.finds = finds;
        this.server = server;
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
        FactRules rules = FactRules.drift();
        ProfileReader profiles = new ProfileReader(
                rules.packageDetail(), (part, reason) -> LOG.debug("left out of a profile: {}: {}", part, reason));
        PlatformClients clients = PlatformClients.of(
                ServicesOfSettings.endpoints(settings),
                ServicesOfSettings.proxies(settings),
                timeouts(settings),
                profiles,
                clock);
        ExecutorService finds = Executors.newCachedThreadPool(PlatformServer::daemon);
        CompareSystems compareSystems = CompareSystems.of(
                        clients.inventory(), baselines(settings, clients), historicalProfiles(settings, clients))
                .withExecutor(finds)
                .withClock(clock)
                .withRules(rules)
                .withoutOperatingSystems(
                        settings.excludedOperatingSystems(),
                        (system, context) -> LOG.info(
                                "system {} is left out: it runs {}",
                                system.id(),
                                system.profile().operatingSystem()));
        DriftSettings.Listen listen = settings.listen();
        WebApi api = new WebApi(compareSystems, gate(settings, clients), listen.basePath());
        try {
            return new PlatformServer(clients, finds, DriftServer.start(api, listen.address(), listen.port()));
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
            throw new InvalidQueryException("there are no baselines here: BASELINE_SVC_URL is not set");
        };
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
                access.sharedSecret());
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
        return server.port();
    }

    /** Stops listening, then gives up what still runs. */
    @Override
    public void close() {
        server.close();
        finds.shutdown();
        clients.close();
    }
}
