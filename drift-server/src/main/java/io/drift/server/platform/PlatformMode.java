package io.drift.server.platform;

import io.drift.clowder.DriftSettings;
import io.drift.core.comparison.FactRules;
import io.drift.http.CallTimeouts;
import io.drift.http.PlatformClients;
import io.drift.json.ProfileReader;
import io.drift.server.Mode;
import io.drift.server.Ports;
import io.drift.server.observability.DriftMetrics;
import java.time.Clock;
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

    @Override
    public Ports open(DriftMetrics metrics) {
        DriftSettings.Timeouts timeouts = settings.timeouts();
        PlatformClients clients = PlatformClients.of(
                ServicesOfSettings.endpoints(settings),
                ServicesOfSettings.proxies(settings),
                new CallTimeouts(timeouts.connect(), timeouts.read(), timeouts.call()),
                profiles(),
                clock,
                metrics.calls());
        return new PlatformPorts(clients, settings);
    }

    private static ProfileReader profiles() {
        return new ProfileReader(
                FactRules.drift().packageDetail(),
                (part, reason) -> LOG.debug("left out of a profile: {}: {}", part, reason));
    }
}
