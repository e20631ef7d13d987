package io.drift.server.platform;

import io.drift.clowder.DriftSettings;
import io.drift.core.comparison.FactRules;
import io.drift.core.error.InvalidQueryException;
import io.drift.core.port.AccessControl;
import io.drift.http.CallTimeouts;
import io.drift.http.PlatformClients;
import io.drift.json.ProfileReader;
import io.drift.server.Mode;
import io.drift.server.Ports;
import io.drift.server.observability.DriftMetrics;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drift inside the platform: systems, baselines, historical profiles and permissions come from its services.
 *
 * <pre>{@code
 * DriftService drift = DriftService.start(new PlatformMode(settings, clock), settings, clock);
 * }</pre>
 */
public final class PlatformMode implements Mode {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformMode.class);

    private final DriftSettings settings;
    private final Clock clock;

    /**
     * The platform that the settings describe.
     *
     * @param settings where the services are; the inventory must be among them
     * @param clock tells how much of a deadline is left
     */
    public PlatformMode(DriftSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens the ports: HTTP clients of the services.
     *
     * @throws IllegalStateException if the settings do not say where the inventory is
     */
    @Override
    public Ports open(DriftMetrics metrics) {
        PlatformClients clients = PlatformClients.of(
                ServicesOfSettings.endpoints(settings),
                ServicesOfSettings.proxies(settings),
                timeouts(),
                profiles(),
                clock,
                metrics.calls());
        Ports ports = Ports.of(clients.inventory())
                .withAccessControl(accessControl(clients))
                .withClosing(clients::close);
        return withHistoricalProfiles(withBaselines(ports, clients), clients);
    }

    private CallTimeouts timeouts() {
        DriftSettings.Timeouts timeouts = settings.timeouts();
        return new CallTimeouts(timeouts.connect(), timeouts.read(), timeouts.call());
    }

    private static ProfileReader profiles() {
        return new ProfileReader(
                FactRules.drift().packageDetail(),
                (part, reason) -> LOG.debug("left out of a profile: {}: {}", part, reason));
    }

    private @Nullable AccessControl accessControl(PlatformClients clients) {
        return settings.access().rbacEnabled() ? clients.accessControl() : null;
    }

    private Ports withBaselines(Ports ports, PlatformClients clients) {
        if (settings.services().baselines() != null) {
            return ports.withBaselines(clients.baselines()).withBaselineStatistics(clients.baselineStatistics());
        }
        return ports.withBaselines((ids, context) -> {
                    throw noBaselines();
                })
                .withBaselineStatistics(context -> {
                    throw noBaselines();
                });
    }

    private static InvalidQueryException noBaselines() {
        return new InvalidQueryException("there are no baselines here: BASELINE_SVC_URL is not set");
    }

    private Ports withHistoricalProfiles(Ports ports, PlatformClients clients) {
        if (settings.services().historicalProfiles() != null) {
            return ports.withHistoricalProfiles(clients.historicalProfiles());
        }
        return ports.withHistoricalProfiles((ids, context) -> {
            throw new InvalidQueryException("there are no historical profiles here: HSP_SVC_URL is not set");
        });
    }
}
