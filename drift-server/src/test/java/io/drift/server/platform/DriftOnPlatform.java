package io.drift.server.platform;

import io.drift.clowder.DriftSettings;
import io.drift.clowder.SettingsLoader;
import io.drift.server.DriftService;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The real service in the mode of the platform, with the settings of an environment. */
public final class DriftOnPlatform {

    /** No port for metrics. */
    public static final DriftSettings.Metrics NOWHERE = new DriftSettings.Metrics(null, "/metrics");

    /** What tests wait for is answered before they stop; a client that keeps its connection is waited for no longer. */
    private static final Duration GRACE = Duration.ofMillis(50);

    private DriftOnPlatform() {}

    public static DriftService start(Map<String, String> environment) throws IOException {
        return start(environment, GRACE, NOWHERE);
    }

    public static DriftService start(Map<String, String> environment, Clock clock) throws IOException {
        return start(environment, GRACE, NOWHERE, clock);
    }

    public static DriftService start(Map<String, String> environment, Duration grace, DriftSettings.Metrics metrics)
            throws IOException {
        return start(environment, grace, metrics, Clock.systemUTC());
    }

    private static DriftService start(
            Map<String, String> environment, Duration grace, DriftSettings.Metrics metrics, Clock clock)
            throws IOException {
        DriftSettings loaded = SettingsLoader.load(environment, PlatformMode.REQUIRED);
        DriftSettings.Server server = loaded.server();
        DriftSettings settings = new DriftSettings(
                new DriftSettings.Server(server.listen(), metrics, grace, server.logging(), server.limits()),
                loaded.platform(),
                loaded.access(),
                loaded.excludedOperatingSystems(),
                loaded.policy());
        return DriftService.start(new PlatformMode(settings, clock), settings, clock);
    }
}
