package io.drift.clowder;

import io.drift.clowder.DriftSettings.LogLevel;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Makes settings from the environment, under the names that the archived service used. */
public final class SettingsLoader {

    private static final String CENTOS = "CentOS,CentOS Linux";
    /** Stands for a URL that is missing until the fault is told. */
    private static final URI NOWHERE = URI.create("http://0.0.0.0");

    private final EnvText env;

    private SettingsLoader(Map<String, String> environment) {
        this.env = new EnvText(environment);
    }

    /**
     * Loads settings.
     *
     * @param environment the variables of the process, or of a test
     * @return the settings
     * @throws InvalidSettingsException if anything is missing or nonsense; it tells all faults at once
     */
    public static DriftSettings load(Map<String, String> environment) {
        return new SettingsLoader(environment).load();
    }

    private DriftSettings load() {
        DriftSettings.Access access = new DriftSettings.Access(
                env.flag("ENABLE_RBAC", true),
                env.flag("ENABLE_SMART_MANAGEMENT_ENTITLEMENT_CHECK", false),
                env.text("DRIFT_SHARED_SECRET"));
        DriftSettings settings = new DriftSettings(
                listen(),
                services(access.rbacEnabled()),
                access,
                new DriftSettings.Timeouts(
                        env.seconds("DRIFT_CONNECT_TIMEOUT_SECONDS", 2),
                        env.seconds("DRIFT_READ_TIMEOUT_SECONDS", 10),
                        env.seconds("DRIFT_CALL_TIMEOUT_SECONDS", 30)),
                env.names("DRIFT_EXCLUDED_OPERATING_SYSTEMS", CENTOS),
                logLevel());
        if (!env.faults().isEmpty()) {
            throw new InvalidSettingsException(env.faults());
        }
        return settings;
    }

    private DriftSettings.Listen listen() {
        String prefix = env.text("PATH_PREFIX", "/api/");
        String appName = env.text("APP_NAME", "drift");
        if (!prefix.matches("/([\\w.~-]+/)*")) {
            env.fault("PATH_PREFIX", "must begin and end with a slash, like /api/");
        }
        if (!appName.matches("[\\w.~-]+")) {
            env.fault("APP_NAME", "must be one part of a path, like drift");
        }
        return new DriftSettings.Listen(
                env.text("DRIFT_LISTEN_ADDRESS", "0.0.0.0"), env.number("PORT", 8080, 0, 65535), prefix, appName);
    }

    private DriftSettings.Services services(boolean rbacEnabled) {
        URI inventory = env.url("INVENTORY_SVC_URL");
        if (env.text("INVENTORY_SVC_URL") == null) {
            env.fault("INVENTORY_SVC_URL", "must be the URL of the host inventory");
        }
        if (rbacEnabled && env.text("RBAC_SVC_URL") == null) {
            env.fault("RBAC_SVC_URL", "must be the URL of the permission service, unless ENABLE_RBAC=False");
        }
        return new DriftSettings.Services(
                inventory == null ? NOWHERE : inventory,
                env.url("BASELINE_SVC_URL"),
                env.url("HSP_SVC_URL"),
                env.url("RBAC_SVC_URL"));
    }

    /** The names of the archived service's language are accepted too. */
    private LogLevel logLevel() {
        switch (env.text("LOG_LEVEL", "info").toLowerCase(Locale.ROOT)) {
            case "debug":
                return LogLevel.DEBUG;
            case "info":
                return LogLevel.INFO;
            case "warn", "warning":
                return LogLevel.WARN;
            case "error", "critical":
                return LogLevel.ERROR;
            default:
                env.fault("LOG_LEVEL", "must be debug, info, warning or error");
                return LogLevel.INFO;
        }
    }
}
