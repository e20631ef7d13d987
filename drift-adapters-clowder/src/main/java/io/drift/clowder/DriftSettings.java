package io.drift.clowder;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a deployment of Drift sets. {@link SettingsLoader} makes only settings that are whole and sound.
 *
 * <pre>{@code
 * Map<String, String> environment = Map.of("INVENTORY_SVC_URL", "http://inventory:8080", "ENABLE_RBAC", "False");
 * DriftSettings settings = SettingsLoader.load(environment);
 * int port = settings.listen().port(); // 8080
 * }</pre>
 *
 * @param listen where the server listens and what its paths are
 * @param metrics where metrics are served besides
 * @param services where the services are
 * @param proxies what stands between them and Drift
 * @param access who may ask
 * @param timeouts how long a call to a service may take
 * @param shutdownGrace how long requests in flight may take when the server is told to stop
 * @param excludedOperatingSystems systems with these values of {@code operating_system.name} are left out of reports
 * @param logLevel how much is logged
 * @param logFormat how it is logged
 * @param resources what the platform offers beside services; nothing uses it yet
 */
public record DriftSettings(
        Listen listen,
        Metrics metrics,
        Services services,
        Proxies proxies,
        Access access,
        Timeouts timeouts,
        Duration shutdownGrace,
        Set<String> excludedOperatingSystems,
        LogLevel logLevel,
        LogFormat logFormat,
        PlatformResources resources) {

    /** Copies the set. */
    public DriftSettings {
        excludedOperatingSystems = Set.copyOf(excludedOperatingSystems);
    }

    /**
     * Where the server listens.
     *
     * <pre>{@code
     * String path = new DriftSettings.Listen("0.0.0.0", 8080, "/api/", "drift").basePath(); // /api/drift
     * }</pre>
     *
     * @param address the address of the interface; {@code 0.0.0.0} for all
     * @param port from 1 to 65535, or 0 for any free one
     * @param pathPrefix begins and ends with a slash, {@code /api/}
     * @param appName the part of the path behind it, {@code drift}
     */
    public record Listen(String address, int port, String pathPrefix, String appName) {

        /**
         * What all paths of the API begin with.
         *
         * @return {@code /api/drift}, without a slash at the end
         */
        public String basePath() {
            return pathPrefix + appName;
        }
    }

    /**
     * Where metrics are served beside the port of the API.
     *
     * <pre>{@code
     * DriftSettings.Metrics metrics = settings.metrics();
     * String where = metrics.port() == null ? "not served apart" : "port " + metrics.port() + ", " + metrics.path();
     * }</pre>
     *
     * @param port null for nowhere
     * @param path begins with a slash, {@code /metrics}
     */
    public record Metrics(@Nullable Integer port, String path) {}

    /**
     * Where the services are; null for one that there is not.
     *
     * <pre>{@code
     * boolean knowsBaselines = settings.services().baselines() != null;
     * }</pre>
     *
     * @param inventory always there
     * @param baselines the baseline service
     * @param historicalProfiles the service of historical profiles
     * @param rbac there if permissions are checked
     */
    public record Services(
            ServiceAddress inventory,
            @Nullable ServiceAddress baselines,
            @Nullable ServiceAddress historicalProfiles,
            @Nullable ServiceAddress rbac) {}

    /**
     * HTTP proxies on the way to the services.
     *
     * <pre>{@code
     * DriftSettings.Proxies proxies = settings.proxies();
     * boolean direct = proxies.http() == null && proxies.https() == null;
     * }</pre>
     *
     * @param http for services with an http URL; null for none. May hold user and password
     * @param https for services with an https URL; null for none. May hold user and password
     * @param exceptions what no proxy is used for: ends of host names, addresses, networks, {@code *}
     */
    public record Proxies(@Nullable URI http, @Nullable URI https, List<String> exceptions) {

        /** Copies the list. */
        public Proxies {
            exceptions = List.copyOf(exceptions);
        }

        /** Does not print user and password. */
        @Override
        public String toString() {
            return "Proxies[http=" + Masked.url(String.valueOf(http)) + ", https=" + Masked.url(String.valueOf(https))
                    + ", exceptions=" + exceptions + "]";
        }
    }

    /**
     * Who may ask.
     *
     * <pre>{@code
     * DriftSettings.Access access = settings.access();
     * String entitlement = access.smartManagement() ? "smart_management" : "insights";
     * }</pre>
     *
     * @param rbacEnabled whether permissions are checked
     * @param requiredPermissions a caller needs all permissions of one of these lists, each {@code app:resource:verb}
     * @param smartManagement whether the entitlement {@code smart_management} is asked for, and not {@code insights}
     * @param sharedSecret lets services of the platform in, and is sent to the baseline service; null for none
     */
    public record Access(
            boolean rbacEnabled,
            List<List<String>> requiredPermissions,
            boolean smartManagement,
            @Nullable String sharedSecret) {

        /** Copies the lists. */
        public Access {
            requiredPermissions = requiredPermissions.stream().map(List::copyOf).toList();
        }

        /** Does not print the secret. */
        @Override
        public String toString() {
            return "Access[rbacEnabled=" + rbacEnabled + ", requiredPermissions=" + requiredPermissions
                    + ", smartManagement=" + smartManagement + ", sharedSecret=" + Masked.presence(sharedSecret) + "]";
        }
    }

    /**
     * How long a call to a service may take.
     *
     * <pre>{@code
     * Instant deadline = clock.instant().plus(settings.timeouts().call());
     * }</pre>
     *
     * @param connect to open a connection
     * @param read between two pieces of an answer
     * @param call from beginning to end
     */
    public record Timeouts(Duration connect, Duration read, Duration call) {}

    /**
     * How much is logged, beginning with the most.
     *
     * <pre>{@code
     * boolean quiet = settings.logLevel().compareTo(DriftSettings.LogLevel.WARN) >= 0;
     * }</pre>
     */
    public enum LogLevel {
        /** Each call. */
        DEBUG,
        /** Each request. */
        INFO,
        /** What somebody should look at. */
        WARN,
        /** What failed. */
        ERROR
    }

    /**
     * How something is logged.
     *
     * <pre>{@code
     * boolean forPeople = settings.logFormat() == DriftSettings.LogFormat.TEXT;
     * }</pre>
     */
    public enum LogFormat {
        /** Lines for people. */
        TEXT,
        /** A JSON object a line. */
        JSON
    }
}
