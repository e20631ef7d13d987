package io.drift.server.platform;

import io.drift.clowder.DriftSettings;
import io.drift.clowder.Setting;
import io.drift.http.CallLimits;
import io.drift.http.CallTimeouts;
import io.drift.http.PlatformClients;
import io.drift.server.Mode;
import io.drift.server.Ports;
import io.drift.server.observability.DriftMetrics;
import java.time.Clock;
import java.util.Set;

/**
 * Drift inside the platform: systems, baselines, historical profiles and permissions come from its services.
 *
 * <pre>{@code
 * DriftService drift = DriftService.start(new PlatformMode(settings, clock), settings, clock);
 * }</pre>
 */
public final class PlatformMode implements Mode {

    /** What the mode is called in the log. */
    public static final String NAME = "platform";

    /** The settings of services that it cannot do without. */
    public static final Set<Setting> REQUIRED = Set.of(Setting.INVENTORY_SVC_URL, Setting.RBAC_SVC_URL);

    private static final long BYTES_OF_A_MEBIBYTE = 1 << 20;

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
        DriftSettings.Timeouts timeouts = settings.platform().timeouts();
        DriftSettings.Calls calls = settings.platform().calls();
        PlatformClients clients = PlatformClients.of(
                ServicesOfSettings.endpoints(settings),
                ServicesOfSettings.proxies(settings),
                new CallTimeouts(timeouts.connect(), timeouts.read(), timeouts.call()),
                new CallLimits(
                        calls.atOnce(),
                        calls.waiting(),
                        calls.answerMebibytes() * BYTES_OF_A_MEBIBYTE,
                        calls.documentFacts()),
                clock,
                metrics.calls());
        return new PlatformPorts(clients, settings);
    }
}
