package io.drift.server;

import io.drift.clowder.DriftSettings;
import io.drift.core.CompareSystems;
import io.drift.core.Comparisons;
import io.drift.core.ComparisonsByReading;
import io.drift.core.access.Entitlement;
import io.drift.core.access.RequiredPermissions;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactRules;
import io.drift.core.profile.Reading;
import io.drift.registry.Registry;
import io.drift.server.baselines.CopiedProfiles;
import io.drift.server.limits.RequestLimits;
import io.drift.server.observability.DriftMetrics;
import io.drift.server.observability.Readiness;
import io.drift.server.observability.RequestIdExecutor;
import io.drift.server.security.RequestGate;
import io.drift.server.web.ManagementRoutes;
import io.drift.server.web.ServedComparisons;
import io.drift.server.web.WebApi;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drift as a service: the use cases over the ports of one mode, and the servers that answer for them.
 *
 * <pre>{@code
 * DriftSettings settings = SettingsLoader.load(System.getenv(), PlatformMode.REQUIRED);
 * try (DriftService drift = DriftService.start(new PlatformMode(settings, clock), settings, clock)) {
 *     System.out.println("http://localhost:" + drift.port());
 * }
 * }</pre>
 */
public final class DriftService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DriftService.class);

    private static final int LOOK_MILLIS = 250;

    private final Ports ports;
    private final ExecutorService finds = Executors.newCachedThreadPool(DriftService::daemon);
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(DriftService::lookout);
    private final Readiness readiness = new Readiness();
    /** For management only; opened first and closed last, so that readiness can be asked for all the time. */
    private @Nullable DriftServer management;

    private @Nullable DriftServer api;
    private @Nullable RequestLimits limits;

    private DriftService(Ports ports) {
        this.ports = ports;
    }

    /**
     * Starts the service.
     *
     * @param mode where systems, baselines and permissions come from
     * @param settings where it listens and how it ends, and who may ask
     * @param clock tells which systems are stale
     * @return the service, listening
     * @throws IOException if it cannot listen there
     */
    public static DriftService start(Mode mode, DriftSettings settings, Clock clock) throws IOException {
        DriftMetrics metrics = new DriftMetrics();
        DriftService drift = new DriftService(mode.open(metrics));
        try {
            ServedPolicy policy = ServedPolicy.of(settings.policy());
            ServedComparisons comparisons = new ServedComparisons(
                    drift.comparisons(policy, settings, clock, metrics),
                    drift.comparisons(ServedPolicy.NONE, settings, clock, metrics));
            drift.listen(settings, comparisons, metrics, clock);
            return drift;
        } catch (IOException | RuntimeException cannotStart) {
            drift.close();
            throw cannotStart;
        }
    }

    private ComparisonsByReading comparisons(
            ServedPolicy policy, DriftSettings settings, Clock clock, DriftMetrics metrics) {
        return ComparisonsByReading.of(
                ports.readings(), reading -> comparisons(reading, policy.rules(reading), settings, clock, metrics));
    }

    private Comparisons comparisons(
            Reading reading, FactRules rules, DriftSettings settings, Clock clock, DriftMetrics metrics) {
        CompareSystems compareSystems = CompareSystems.of(ports.inventory(reading))
                .withBaselines(ports.baselines())
                .withHistoricalProfiles(ports.historicalProfiles(reading))
                .withExecutor(new RequestIdExecutor(finds))
                .withListener(metrics.comparisons())
                .withClock(clock)
                .withRules(rules)
                .withExcludedOperatingSystems(
                        settings.excludedOperatingSystems(),
                        (system, context) -> LOG.info(
                                "system {} is left out: it runs {}",
                                system.id(),
                                system.profile().header().operatingSystem()));
        return metrics.reports().counting((query, context) -> logged(compareSystems.compare(query, context)));
    }

    private static ComparisonReport logged(ComparisonReport report) {
        report.notCompared()
                .forEach(not -> LOG.debug(
                        "{} of {} is not compared: {}", not.part(), not.source().id(), not.reason()));
        return report;
    }

    private void listen(DriftSettings settings, ServedComparisons comparisons, DriftMetrics metrics, Clock clock)
            throws IOException {
        ManagementRoutes operations = new ManagementRoutes(metrics, readiness);
        DriftSettings.Server server = settings.server();
        Integer metricsPort = server.metrics().port();
        if (metricsPort != null) {
            management = listen(routes -> operations.register(server.metrics().path(), routes), metricsPort, server);
        }
        limits = RequestLimits.of(server.limits().request(), server.limits().mostIds(), clock);
        lookout.scheduleWithFixedDelay(limits::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        WebApi web = new WebApi(
                comparisons,
                ports.baselineStatistics(),
                ports.areForThisMachineOnly() ? null : gate(settings.access(), ports),
                server.listen().basePath(),
                operations,
                metrics.reports(),
                limits,
                ReportFormats.ALL,
                ReportFormats.BY_NAME);
        Registry registry = ports.registry();
        listen(registry == null ? web : withOwn(registry, web), server);
        ports.listening();
        readiness.ready();
    }

    /** Baselines are made of what is read in the way that is meant where a request does not say. */
    private WebApi withOwn(Registry registry, WebApi web) {
        Reading reading = ports.readings().get(0);
        CopiedProfiles profiles = new CopiedProfiles(ports.inventory(reading), ports.historicalProfiles(reading));
        return web.withOwnSystems(registry, profiles);
    }

    private void listen(WebApi web, DriftSettings.Server server) throws IOException {
        api = DriftServer.start(
                web::register,
                web::readsBody,
                server.listen().address(),
                server.listen().port(),
                server.shutdownGrace());
    }

    private static DriftServer listen(Consumer<RoutesConfig> routes, int port, DriftSettings.Server server)
            throws IOException {
        return DriftServer.start(routes, server.listen().address(), port, server.shutdownGrace());
    }

    private static RequestGate gate(DriftSettings.Access access, Ports ports) {
        return new RequestGate(
                access.smartManagement() ? Entitlement.SMART_MANAGEMENT : Entitlement.INSIGHTS,
                ports.accessControl(),
                RequiredPermissions.parse(access.requiredPermissions()),
                access.sharedSecret());
    }

    private static Thread daemon(Runnable work) {
        return daemon(work, "drift-find");
    }

    private static Thread lookout(Runnable work) {
        return daemon(work, "drift-lookout");
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The port it listens on.
     *
     * @return never 0
     */
    public int port() {
        return Objects.requireNonNull(api).port();
    }

    /** What it answers there: method and template of the path. */
    List<String> routes() {
        return Objects.requireNonNull(api).routes();
    }

    /**
     * The port where its metrics are, besides the port it listens on.
     *
     * @return never 0; empty if there is no such port
     */
    public OptionalInt metricsPort() {
        return management == null ? OptionalInt.empty() : OptionalInt.of(management.port());
    }

    /**
     * Is not ready any more, stops listening, waits until the requests in flight are answered, but no longer than the
     * grace time, then gives up what still runs. What follows on something that cannot be closed is closed too.
     */
    @Override
    public void close() {
        readiness.stopping();
        try {
            if (api != null) {
                api.close();
            }
        } finally {
            closeManagement();
        }
    }

    private void closeManagement() {
        try {
            if (management != null) {
                management.close();
            }
        } finally {
            endWork();
        }
    }

    private void endWork() {
        try {
            if (limits != null) {
                limits.clients().cancelAll();
            }
            lookout.shutdown();
            finds.shutdown();
        } finally {
            ports.close();
        }
    }
}
