package io.drift.server.platform;

import io.drift.clowder.DriftSettings;
import io.drift.clowder.SettingsLoader;
import io.drift.server.DriftService;
import io.drift.server.ServerOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The real service in the mode of the platform, with the settings of an environment. */
public final class DriftOnPlatform {

    private DriftOnPlatform() {}

    public static DriftService start(Map<String, String> environment) throws IOException {
        return start(environment, new ServerOptions(Duration.ofSeconds(20), null));
    }

    public static DriftService start(Map<String, String> environment, ServerOptions options) throws IOException {
        DriftSettings settings = SettingsLoader.load(environment, PlatformMode.REQUIRED);
        Clock clock = Clock.systemUTC();
        return DriftService.start(new PlatformMode(settings, clock), settings, clock, options);
    }
}
