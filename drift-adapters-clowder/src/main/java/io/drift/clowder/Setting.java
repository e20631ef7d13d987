package io.drift.clowder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of a deployment: the one table that the loader reads by, {@code drift settings} prints and
 * {@code docs/settings.md} is made of. With a Clowder file, what may stand in it is read from there, and not from the
 * environment.
 *
 * <pre>{@code
 * String variable = Setting.DRIFT_CALL_TIMEOUT_SECONDS.title(); // DRIFT_CALL_TIMEOUT_SECONDS
 * String seconds = Setting.DRIFT_CALL_TIMEOUT_SECONDS.defaultValue(false); // 30
 * String unit = Setting.DRIFT_CALL_TIMEOUT_SECONDS.unit(); // seconds
 * }</pre>
 */
public enum Setting {
    /** The Clowder file. */
    ACG_CONFIG(row("The path of Clowder's cdappconfig.json; empty for none.")),
    /** The port of the API. */
    PORT(row("The port of the API; 0 for any free one.")
            .defaultValue("8080")
            .clowder("publicPort, else webPort")
            .clowderDefault("8000")),
    /** The interface to listen on. */
    DRIFT_LISTEN_ADDRESS(row("The address of the interface to listen on.").defaultValue("0.0.0.0")),
    /** What the paths of the API begin with. */
    PATH_PREFIX(row("What the paths of the API begin with.").defaultValue("/api/")),
    /** The name in the paths. */
    APP_NAME(row("The part of the paths behind the prefix.").defaultValue("drift")),
    /** The port of the metrics. */
    METRICS_PORT(row("A port that serves nothing but metrics; none if not set.")
            .clowder("metricsPort")
            .clowderDefault("9000")),
    /** The path of the metrics on that port. */
    METRICS_PATH(row("The path of the metrics on that port.")
            .defaultValue("/metrics")
            .clowder("metricsPath")),
    /** The host inventory. */
    INVENTORY_SVC_URL(row("The host inventory. Required. Of a URL only scheme, host and port count.")
            .service("host-inventory", "host inventory")),
    /** The permission service. */
    RBAC_SVC_URL(
            row("The permission service. Required unless ENABLE_RBAC is False.").service("rbac", "permission service")),
    /** The baseline service. */
    BASELINE_SVC_URL(row("The baseline service; without it there are no baselines.")
            .service("system-baseline", "baseline service")),
    /** The service of historical profiles. */
    HSP_SVC_URL(row("The service of historical profiles; without it there are none.")
            .service("historical-system-profiles", "service of historical profiles")),
    /** The CA of the services. */
    TLS_CA_PATH(row("A PEM file with the only certificate authorities that services with an https URL may be signed"
                    + " by; under Clowder an endpoint's own tlsCAPath goes first, and only with one of the two is a"
                    + " tlsPort used where there is a port too.")
            .clowder("tlsCAPath")),
    /** The CA of everything else. */
    REQUESTS_CA_BUNDLE(row("As TLS_CA_PATH, for services without one; else the authorities of the JVM.")),
    /** The proxy to services over HTTP. */
    HTTP_PROXY(row("The proxy on the way to services with an http URL; the lower-case name goes first.")
            .before("http_proxy")),
    /** The proxy to services over HTTPS. */
    HTTPS_PROXY(row("The proxy on the way to services with an https URL; the lower-case name goes first.")
            .before("https_proxy")),
    /** Services that no proxy is used for. */
    NO_PROXY(row("Ends of host names (with or without port), addresses and IPv4 networks that no proxy is used for,"
                    + " separated by commas; * for all. The lower-case name goes first.")
            .before("no_proxy")),
    /** Whether permissions are checked. */
    ENABLE_RBAC(row("Whether permissions are checked.").defaultValue("True")),
    /** The permissions to have. */
    DRIFT_REQUIRED_PERMISSIONS(row("The permissions to have: alternatives separated by |, the permissions of one"
                    + " alternative by commas.")
            .defaultValue("drift:*:*|drift:comparisons:read")),
    /** Which entitlement is asked for. */
    ENABLE_SMART_MANAGEMENT_ENTITLEMENT_CHECK(
            row("Whether the entitlement smart_management is asked for instead of insights.")
                    .defaultValue("False")
                    .after("ENABLE_SMART_MANGEMENT_ENTITLEMENT_CHECK")),
    /** The secret that lets services in. */
    DRIFT_SHARED_SECRET(row("Lets services of the platform in, and is sent to the baseline service; none if not set.")
            .secret()),
    /** Systems that are left out. */
    DRIFT_EXCLUDED_OPERATING_SYSTEMS(row("Systems with one of these operating systems are left out of reports;"
                    + " separated by commas, empty for none.")
            .defaultValue("CentOS,CentOS Linux")
            .mayBeEmpty()),
    /** How long opening a connection may take. */
    DRIFT_CONNECT_TIMEOUT_SECONDS(row("How long opening a connection to a service may take.")
            .defaultValue("2")
            .unit("seconds")),
    /** How long a piece of an answer may take. */
    DRIFT_READ_TIMEOUT_SECONDS(row("How long a service may be silent while it answers.")
            .defaultValue("10")
            .unit("seconds")),
    /** How long a call may take. */
    DRIFT_CALL_TIMEOUT_SECONDS(row("How long a call to a service may take in all, from the moment it is"
                    + " asked for: waiting for its turn and further tries included; never longer than its request.")
            .defaultValue("30")
            .unit("seconds")),
    /** How many calls a service gets at once. */
    DRIFT_CALLS_PER_SERVICE(row("How many calls to each service run at once; one request has at most half of them.")
            .defaultValue("64")),
    /** How many calls to a service wait. */
    DRIFT_WAITING_CALLS_PER_SERVICE(row("How many more calls to each service may wait for their turn; beyond that,"
                    + " requests are refused with 503.")
            .defaultValue("256")),
    /** How long an answer may be. */
    DRIFT_ANSWER_MAX_MEBIBYTES(
            row("How much of an answer of a service is read, unpacked; a longer one is a broken one.")
                    .defaultValue("64")
                    .unit("MiB")),
    /** How much is read of a document. */
    DRIFT_DOCUMENT_MAX_FACTS(row("How many facts a service may send in one document, such as a profile; an answer with"
                    + " more is a broken one.")
            .defaultValue("200000")),
    /** How long a request may take. */
    DRIFT_REQUEST_TIMEOUT_SECONDS(row("How long a request may take from its arrival to the first byte of its answer,"
                    + " with all queues, calls and retries.")
            .defaultValue("30")
            .unit("seconds")),
    /** How many ids a report may ask for. */
    DRIFT_MOST_IDS(
            row("How many ids a report may ask for, of all kinds together.").defaultValue("1000")),
    /** Which differences count. */
    DRIFT_POLICY(
            row("A policy, a file of YAML or JSON: which differences count in reports that are read exactly, here and"
                    + " in `drift compare`. `none`, or nothing, for all.")),
    /** Of how much history nothing is thinned. */
    DRIFT_HISTORY_ALL_DAYS(row("Standalone: how long all earlier states of a system are kept.")
            .defaultValue("7")
            .unit("days")),
    /** Of how much history one state a day is kept. */
    DRIFT_HISTORY_DAILY_DAYS(row("Standalone: how old states are at most of which the last one of each day is kept.")
            .defaultValue("90")
            .unit("days")),
    /** Of how much history one state a week is kept. */
    DRIFT_HISTORY_WEEKLY_DAYS(
            row("Standalone: how old states are at most of which the last one of each week is kept; older ones go.")
                    .defaultValue("365")
                    .unit("days")),
    /** When systems are removed. */
    DRIFT_CULL_AFTER(row("Standalone: how long after its last upload a system is removed with its history; never if"
                    + " not set.")
            .unit("days")),
    /** How long requests in flight may take at the end. */
    DRIFT_SHUTDOWN_GRACE_SECONDS(row("How long requests in flight may take after a SIGTERM.")
            .defaultValue("20")
            .unit("seconds")),
    /** How much is logged. */
    LOG_LEVEL(row("debug, info, warning or error.").defaultValue("info")),
    /** How it is logged. */
    LOG_FORMAT(row("text for people, json for one object a line.").defaultValue("text")),
    /** Another port. */
    PRIVATE_PORT(resource("privatePort", "Nothing listens there.")),
    /** A feature flag service. */
    FEATURE_FLAGS(resource("featureFlags", "Drift has no feature flags.")),
    /** A log service. */
    CLOUDWATCH(resource("logging.cloudwatch", "Logs go to the standard output of the process.")),
    /** The message brokers. */
    KAFKA_BROKERS(resource("kafka.brokers", "Drift neither sends nor reads messages yet.")),
    /** The message topics. */
    KAFKA_TOPICS(resource("kafka.topics", "Drift neither sends nor reads messages yet.")),
    /** A database. */
    DATABASE(resource("database", "Drift stores nothing in the platform.")),
    /** Not used. */
    DRIFT_SVC_URL(unused("Drift does not call itself.")),
    /** Not used. */
    UNLEASH_URL(unused("Drift has no feature flags.")),
    /** Not used. */
    UNLEASH_TOKEN(unused("Drift has no feature flags.").secret()),
    /** Not used. */
    UNLEASH_CACHE_DIR(unused("Drift has no feature flags.")),
    /** Not used. */
    NUM_WORKERS(unused("One process answers all requests.")),
    /** Not used. */
    THREADS(unused("Every request has a thread of its own.")),
    /** Not used. */
    WEB_CONCURRENCY(unused("One process answers all requests.")),
    /** Not used. */
    GUNICORN_REQUEST_FIELD_LIMIT(unused("Header fields of more than 16 KiB are accepted.")),
    /** Not used, without a warning: it was required once. */
    PROMETHEUS_MULTIPROC_DIR(unused("One process needs no folder for its metrics.")
            .name("prometheus_multiproc_dir")
            .silent()),
    /** Not used; the two keys together give one warning. */
    CW_AWS_ACCESS_KEY_ID(
            unused("Logs go to the standard output of the process.").secret().silent()),
    /** Not used; the two keys together give one warning. */
    CW_AWS_SECRET_ACCESS_KEY(
            unused("Logs go to the standard output of the process.").secret().silent()),
    /** Not used, without a warning: a platform sets it for everybody. */
    AWS_REGION(unused("Logs go to the standard output of the process.").silent()),
    /** Not used. */
    CW_LOG_GROUP(unused("Logs go to the standard output of the process.").silent());

    private final Row row;

    Setting(Row row) {
        this.row = row;
        if (row.name == null) {
            row.name = name();
        }
    }

    /**
     * What people call it.
     *
     * @return its environment variable, or where it stands in the Clowder file if it has none
     */
    public String title() {
        return String.valueOf(row.name);
    }

    /**
     * Its environment variables.
     *
     * @return the first that is set counts; none for what only stands in the Clowder file
     */
    public List<String> variables() {
        if (row.use == Use.LATER) {
            return List.of();
        }
        List<String> variables = new ArrayList<>(row.before);
        variables.add(title());
        variables.addAll(row.after);
        return List.copyOf(variables);
    }

    /**
     * Its value if nobody sets it.
     *
     * @param underClowder whether there is a Clowder file
     * @return null for none
     */
    public @Nullable String defaultValue(boolean underClowder) {
        return underClowder && row.clowderDefault != null ? row.clowderDefault : row.defaultValue;
    }

    /**
     * The unit of its value.
     *
     * @return null for none
     */
    public @Nullable String unit() {
        return row.unit;
    }

    /**
     * What it is for, or why it is not used.
     *
     * @return one or two sentences
     */
    public String description() {
        return row.description;
    }

    /**
     * Whether its value must not be shown.
     *
     * @return true for keys and tokens
     */
    public boolean isSecret() {
        return row.secret;
    }

    /**
     * Where it stands in the Clowder file.
     *
     * @return null if it never stands there
     */
    public @Nullable String clowder() {
        return row.clowder;
    }

    /**
     * Whether it makes a difference.
     *
     * @return what it is read for
     */
    public Use use() {
        return row.use;
    }

    /** The app of Clowder that provides a service; null for what is not a service. */
    @Nullable
    String app() {
        return row.app;
    }

    /** What people call the service; null for what is not a service. */
    @Nullable
    String service() {
        return row.service;
    }

    boolean mayBeEmpty() {
        return row.mayBeEmpty;
    }

    /** Whether it may be set, although it is not used, without a warning. */
    boolean isSilent() {
        return row.silent;
    }

    /** Whether this is one of the names that are misspelt. */
    boolean isMisspelt(String variable) {
        return row.after.contains(variable);
    }

    /**
     * What a setting is read for.
     *
     * <pre>{@code
     * String remark = switch (setting.use()) {
     *     case NOW -> "";
     *     case LATER -> "read, not used yet";
     *     case NEVER -> "not used";
     * };
     * }</pre>
     */
    public enum Use {
        /** It makes a difference. */
        NOW,
        /** It is read and checked, for features to come. */
        LATER,
        /** It is accepted: deployments of the archived service set it. */
        NEVER;

        /**
         * The word for people.
         *
         * @return in lower case
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static Row row(String description) {
        return new Row(description, Use.NOW);
    }

    private static Row resource(String path, String description) {
        return new Row(description, Use.LATER).name(path).clowder(path);
    }

    private static Row unused(String description) {
        return new Row(description, Use.NEVER);
    }

    /** A line of the table while it is written down. */
    private static final class Row {
        private final String description;
        private final Use use;
        private final List<String> before = new ArrayList<>();
        private final List<String> after = new ArrayList<>();
        private @Nullable String name;
        private @Nullable String defaultValue;
        private @Nullable String clowderDefault;
        private @Nullable String unit;
        private @Nullable String clowder;
        private @Nullable String app;
        private @Nullable String service;
        private boolean secret;
        private boolean mayBeEmpty;
        private boolean silent;

        Row(String description, Use use) {
            this.description = description;
            this.use = use;
        }

        Row name(String text) {
            name = text;
            return this;
        }

        Row defaultValue(String text) {
            defaultValue = text;
            return this;
        }

        Row clowderDefault(String text) {
            clowderDefault = text;
            return this;
        }

        Row unit(String text) {
            unit = text;
            return this;
        }

        Row clowder(String path) {
            clowder = path;
            return this;
        }

        Row service(String appName, String nameForPeople) {
            app = appName;
            service = nameForPeople;
            return clowder("dependencyEndpoints.v2 or endpoints, app " + appName);
        }

        Row before(String variable) {
            before.add(variable);
            return this;
        }

        Row after(String variable) {
            after.add(variable);
            return this;
        }

        Row secret() {
            secret = true;
            return this;
        }

        Row mayBeEmpty() {
            mayBeEmpty = true;
            return this;
        }

        Row silent() {
            silent = true;
            return this;
        }
    }
}
