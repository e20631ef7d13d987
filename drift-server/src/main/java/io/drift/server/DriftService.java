package io.drift.server;

import io.drift.clowder.DriftSettings;
import io.drift.core.CompareSystems;
import io.drift.core.Comparisons;
import io.drift.core.access.Entitlement;
import io.drift.core.access.Permission;
import io.drift.core.access.RequiredPermissions;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactRules;
import io.drift.core.profile.Reading;
import io.drift.server.observability.DriftMetrics;
import io.drift.server.observability.Readiness;
import io.drift.server.observability.RequestIdExecutor;
import io.drift.server.security.RequestGate;
import io.drift.server.web.ComparisonsByReading;
import io.drift.server.web.ManagementRoutes;
import io.drift.server.web.WebApi;
import java.io.IOException;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drift as a service: the use cases over the ports of one mode, and the servers that answer for them.
 *
 * <pre>{@code
 * DriftSettings settings = SettingsLoader.load(System.getenv());
 * try (DriftService drift = DriftService.start(new PlatformMode(settings, clock), settings, clock)) {
 *     System.out.println("http://localhost:" + drift.port());
 * }
 * }</pre>
 */
public final class DriftService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DriftService.class);

    private final Ports ports;
    private final ExecutorService finds;
    private final Listeners listeners;

    private DriftService(Ports ports, ExecutorService finds, Listeners listeners) {
        this.ports = ports;
        this.finds = finds;
        this.listeners = listeners;
    }

    /**
     * Starts the service.
     *
     * @param mode where systems, baselines and permissions come from
     * @param settings where it listens, and who may ask
     * @param clock tells which systems are stale
     * @return the service, listening
     * @throws IOException if it cannot listen there
     */
    public static DriftService start(Mode mode, DriftSettings settings, Clock clock) throws IOException {
        return start(mode, settings, clock, ServerOptions.of(settings));
    }

    /**
     * Starts the service.
     *
     * @param mode where systems, baselines and permissions come from
     * @param settings where it listens, and who may ask
     * @param clock tells which systems are stale
     * @param options how it ends, and where its metrics are
     * @return the service, listening
     * @throws IOException if it cannot listen there
     */
    public static DriftService start(Mode mode, DriftSettings settings, Clock clock, ServerOptions options)
            throws IOException {
        DriftMetrics metrics = new DriftMetrics();
        Ports ports = mode.open(metrics);
        ExecutorService finds = Executors.newCachedThreadPool(DriftService::daemon);
        try {
            Executor executor = new RequestIdExecutor(finds);
            ComparisonsByReading comparisons = ComparisonsByReading.of(
                    ports.readings(), reading -> comparisons(reading, ports, settings, clock, metrics, executor));
            return new DriftService(ports, finds, listen(comparisons, ports, settings, metrics, options));
        } catch (IOException | RuntimeException cannotStart) {
            finds.shutdown();
            ports.close();
            throw cannotStart;
        }
    }

    private static Comparisons comparisons(
            Reading reading, Ports ports, DriftSettings settings, Clock clock, DriftMetrics metrics, Executor finds) {
        CompareSystems compareSystems = CompareSystems.of(ports.inventory(reading))
                .withBaselines(ports.baselines())
                .withHistoricalProfiles(ports.historicalProfiles(reading))
                .withExecutor(finds)
                .withListener(metrics.comparisons())
                .withClock(clock)
                .withRules(FactRules.of(reading))
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

    private static Listeners listen(
            ComparisonsByReading comparisons,
            Ports ports,
            DriftSettings settings,
            DriftMetrics metrics,
            ServerOptions options)
            throws IOException {
        Readiness readiness = new Readiness();
        ManagementRoutes management = new ManagementRoutes(metrics, readiness);
        WebApi api = new WebApi(
                comparisons,
                ports.baselineStatistics(),
                gate(settings.access(), ports),
                settings.server().listen().basePath(),
                management,
                metrics.reports(),
                ReportFormats.ALL);
        return Listeners.start(api, management, readiness, settings.server().listen(), options);
    }

    private static RequestGate gate(DriftSettings.Access access, Ports ports) {
        RequiredPermissions required = new RequiredPermissions(access.requiredPermissions().stream()
                .map(all -> all.stream().map(Permission::new).toList())
                .toList());
        return new RequestGate(
                access.smartManagement() ? Entitlement.SMART_MANAGEMENT : Entitlement.INSIGHTS,
                ports.accessControl(),
                required,
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
        ports.close();
    }
}
