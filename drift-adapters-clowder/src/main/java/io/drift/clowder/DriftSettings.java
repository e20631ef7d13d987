package io.drift.clowder;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a deployment of Drift sets. {@link SettingsLoader} makes only settings that are complete and checked.
 *
 * <pre>{@code
 * Map<String, String> environment = Map.of("PORT", "8081", "ENABLE_RBAC", "False");
 * DriftSettings settings = SettingsLoader.load(environment, Set.of());
 * int port = settings.server().listen().port(); // 8081
 * }</pre>
 *
 * @param server how the process itself runs
 * @param platform the services around it, and how they are called
 * @param access who may ask
 * @param excludedOperatingSystems systems with these values of {@code operating_system.name} are left out of reports
 * @param policy the file of a policy, which can be read; null for none
 * @param keeping how long own systems and their history are kept
 */
public record DriftSettings(
        Server server,
        Platform platform,
        Access access,
        Set<String> excludedOperatingSystems,
        @Nullable Path policy,
        Keeping keeping) {

    /** The same with own systems that are kept as long as is the default. */
    public DriftSettings(
            Server server,
            Platform platform,
            Access access,
            Set<String> excludedOperatingSystems,
            @Nullable Path policy) {
        this(server, platform, access, excludedOperatingSystems, policy, Keeping.DEFAULT);
    }

    /** The same without a policy. */
    public DriftSettings(Server server, Platform platform, Access access, Set<String> excludedOperatingSystems) {
        this(server, platform, access, excludedOperatingSystems, null);
    }

    /** Copies the set. */
    public DriftSettings {
        excludedOperatingSystems = Set.copyOf(excludedOperatingSystems);
    }

    /**
     * How long own systems and their history are kept.
     *
     * <pre>{@code
     * Duration all = settings.keeping().all(); // 7 days
     * }</pre>
     *
     * @param all how old states are at most of which nothing is thinned
     * @param daily up to which age one state of each day is kept; not shorter than {@code all}
     * @param weekly up to which age one state of each week is kept; not shorter than {@code daily}
     * @param cullAfter how long after its last upload a system is removed; null for never
     */
    public record Keeping(
            Duration all,
            Duration daily,
            Duration weekly,
            @Nullable Duration cullAfter) {

        /** 7, 90 and 365 days, and no system is removed. */
        public static final Keeping DEFAULT =
                new Keeping(Duration.ofDays(7), Duration.ofDays(90), Duration.ofDays(365), null);
    }

    /**
     * How the process itself runs.
     *
     * <pre>{@code
     * Duration grace = settings.server().shutdownGrace();
     * }</pre>
     *
     * @param listen where it listens and what its paths are
     * @param metrics where metrics are served besides
     * @param shutdownGrace how long requests in flight may take when it has to stop
     * @param logging what it logs
     * @param limits what a request may take
     */
    public record Server(Listen listen, Metrics metrics, Duration shutdownGrace, Logging logging, Limits limits) {

        /** The same with the limits that are the default. */
        public Server(Listen listen, Metrics metrics, Duration shutdownGrace, Logging logging) {
            this(listen, metrics, shutdownGrace, logging, Limits.DEFAULT);
        }
    }

    /**
     * What a request may take.
     *
     * <pre>{@code
     * Instant deadline = arrival.plus(settings.server().limits().request());
     * }</pre>
     *
     * @param request how long from its arrival to the first byte of its answer
     * @param mostIds how many ids a report may ask for, of all kinds together; at least 1
     */
    public record Limits(Duration request, int mostIds) {

        /** 30 seconds and 1,000 ids. */
        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(30), 1000);
    }

    /**
     * The services around the server, and how they are called.
     *
     * <pre>{@code
     * Duration longest = settings.platform().timeouts().call();
     * }</pre>
     *
     * @param services where the services are
     * @param proxies what stands between them and Drift
     * @param timeouts how long a call may take
     * @param calls how many calls there may be
     * @param resources what the platform offers beside services; nothing uses it yet
     */
    public record Platform(
            Services services, Proxies proxies, Timeouts timeouts, Calls calls, PlatformResources resources) {

        /**
         * Services that are called as much as by default.
         *
         * @param services where the services are
         * @param proxies what stands between them and Drift
         * @param timeouts how long a call may take
         * @param resources what the platform offers beside services
         */
        public Platform(Services services, Proxies proxies, Timeouts timeouts, PlatformResources resources) {
            this(services, proxies, timeouts, Calls.DEFAULT, resources);
        }
    }

    /**
     * How much work a service may be given at once, each service for itself, and how much it may answer.
     *
     * <pre>{@code
     * int threadsAtMost = 4 * settings.platform().calls().atOnce();
     * }</pre>
     *
     * @param atOnce how many calls run at the same time
     * @param waiting how many more may wait for their turn
     * @param answerMebibytes how much of an answer is read
     * @param documentFacts how many facts are read of one document
     */
    public record Calls(int atOnce, int waiting, int answerMebibytes, int documentFacts) {

        /** What counts if nothing is set. */
        public static final Calls DEFAULT = new Calls(64, 256, 64, 200_000);
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
     * DriftSettings.Metrics metrics = settings.server().metrics();
     * String where = metrics.port() == null ? "not served apart" : "port " + metrics.port() + ", " + metrics.path();
     * }</pre>
     *
     * @param port null for nowhere
     * @param path begins with a slash, {@code /metrics}
     */
    public record Metrics(@Nullable Integer port, String path) {}

    /**
     * Where the services are; null for a service that is not set. What the loader was given as required is set.
     *
     * <pre>{@code
     * boolean knowsBaselines = settings.platform().services().baselines() != null;
     * }</pre>
     *
     * @param inventory the host inventory
     * @param baselines the baseline service
     * @param historicalProfiles the service of historical profiles
     * @param rbac the permission service
     */
    public record Services(
            @Nullable ServiceAddress inventory,
            @Nullable ServiceAddress baselines,
            @Nullable ServiceAddress historicalProfiles,
            @Nullable ServiceAddress rbac) {}

    /**
     * HTTP proxies on the way to the services.
     *
     * <pre>{@code
     * DriftSettings.Proxies proxies = settings.platform().proxies();
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
     * Instant deadline = clock.instant().plus(settings.platform().timeouts().call());
     * }</pre>
     *
     * @param connect to open a connection
     * @param read between two pieces of an answer
     * @param call from beginning to end
     */
    public record Timeouts(Duration connect, Duration read, Duration call) {}

    /**
     * What is logged.
     *
     * <pre>{@code
     * DriftSettings.Logging logging = new DriftSettings.Logging(DriftSettings.LogLevel.INFO, DriftSettings.LogFormat.TEXT);
     * }</pre>
     *
     * @param level how much
     * @param format how it is written
     */
    public record Logging(LogLevel level, LogFormat format) {}

    /**
     * How much is logged, beginning with the most.
     *
     * <pre>{@code
     * boolean quiet = settings.server().logging().level().compareTo(DriftSettings.LogLevel.WARN) >= 0;
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
     * boolean forPeople = settings.server().logging().format() == DriftSettings.LogFormat.TEXT;
     * }</pre>
     */
    public enum LogFormat {
        /** Lines for people. */
        TEXT,
        /** A JSON object a line. */
        JSON
    }
}
