package io.drift.clowder;

import io.drift.clowder.DriftSettings.LogFormat;
import io.drift.clowder.DriftSettings.LogLevel;
import io.drift.clowder.EffectiveSetting.Origin;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes settings from the environment, under the names that the archived service used, and from the Clowder file that
 * it names.
 *
 * <pre>{@code
 * DriftSettings settings = SettingsLoader.load(System.getenv());
 * URI inventory = settings.services().inventory().url();
 * }</pre>
 */
public final class SettingsLoader {

    private static final int LONGEST_SECONDS = 3600;
    private static final int HIGHEST_PORT = 65535;
    /** What a header can carry: the secret is sent in one. */
    private static final String PRINTABLE = "[ -~]*";

    private final SettingTexts texts;

    private SettingsLoader(Map<String, String> environment) {
        this.texts = new SettingTexts(environment);
    }

    /**
     * Loads settings.
     *
     * @param environment the variables of the process, or of a test
     * @return the settings
     * @throws InvalidSettingsException if anything is missing or nonsense; it tells all faults at once
     */
    public static DriftSettings load(Map<String, String> environment) {
        return explain(environment).settings();
    }

    /**
     * Loads settings and tells how they came about.
     *
     * @param environment the variables of the process, or of a test
     * @return the settings, warnings, and who says what
     * @throws InvalidSettingsException if anything is missing or nonsense; it tells all faults at once
     */
    public static LoadedSettings explain(Map<String, String> environment) {
        return new SettingsLoader(environment).explain();
    }

    private LoadedSettings explain() {
        DriftSettings settings = settings();
        if (!texts.faults().isEmpty()) {
            throw InvalidSettingsException.of(texts.faults());
        }
        return new LoadedSettings(settings, new SettingWarnings(texts).list(), effective());
    }

    private List<EffectiveSetting> effective() {
        return Arrays.stream(Setting.values())
                .map(texts::find)
                .filter(found -> found.setting().use() == Setting.Use.NOW || found.origin() != Origin.DEFAULT)
                .toList();
    }

    private DriftSettings settings() {
        ClowderFile clowder = texts.clowder();
        DriftSettings.Access access = access();
        return new DriftSettings(
                listen(),
                metrics(),
                new ServiceAddresses(texts).services(access.rbacEnabled()),
                new ProxyTexts(texts).proxies(),
                access,
                new DriftSettings.Timeouts(
                        seconds(Setting.DRIFT_CONNECT_TIMEOUT_SECONDS, 1),
                        seconds(Setting.DRIFT_READ_TIMEOUT_SECONDS, 1),
                        seconds(Setting.DRIFT_CALL_TIMEOUT_SECONDS, 1)),
                seconds(Setting.DRIFT_SHUTDOWN_GRACE_SECONDS, 0),
                Set.copyOf(texts.list(Setting.DRIFT_EXCLUDED_OPERATING_SYSTEMS)),
                logLevel(),
                LogFormat.valueOf(texts.oneOf(Setting.LOG_FORMAT, List.of("text", "json"), "text or json")
                        .toUpperCase(Locale.ROOT)),
                clowder == null ? PlatformResources.NONE : clowder.resources());
    }

    private DriftSettings.Listen listen() {
        String prefix = texts.given(Setting.PATH_PREFIX);
        String appName = texts.given(Setting.APP_NAME);
        if (!prefix.matches("/([\\w.~-]+/)*")) {
            texts.fault(Setting.PATH_PREFIX, "must begin and end with a slash, like /api/");
        }
        if (!appName.matches("[\\w.~-]+")) {
            texts.fault(Setting.APP_NAME, "must be one part of a path, like drift");
        }
        Integer port = texts.number(Setting.PORT, 0, HIGHEST_PORT);
        return new DriftSettings.Listen(
                texts.given(Setting.DRIFT_LISTEN_ADDRESS), port == null ? 0 : port, prefix, appName);
    }

    private DriftSettings.Metrics metrics() {
        String path = texts.given(Setting.METRICS_PATH);
        if (!path.matches("/[\\w.~/-]*")) {
            texts.fault(Setting.METRICS_PATH, "must begin with a slash, like /metrics");
        }
        Integer port = texts.number(Setting.METRICS_PORT, 0, HIGHEST_PORT);
        if (port != null && port != 0 && port.toString().equals(texts.text(Setting.PORT))) {
            texts.fault(Setting.METRICS_PORT, "must be another port than that of the API");
        }
        return new DriftSettings.Metrics(port, path);
    }

    private DriftSettings.Access access() {
        String secret = texts.text(Setting.DRIFT_SHARED_SECRET);
        if (secret != null && !secret.matches(PRINTABLE)) {
            texts.fault(Setting.DRIFT_SHARED_SECRET, "must be printable ASCII, for it is sent in a header");
        }
        return new DriftSettings.Access(
                texts.flag(Setting.ENABLE_RBAC),
                requiredPermissions(),
                texts.flag(Setting.ENABLE_SMART_MANAGEMENT_ENTITLEMENT_CHECK),
                secret);
    }

    private List<List<String>> requiredPermissions() {
        Setting setting = Setting.DRIFT_REQUIRED_PERMISSIONS;
        List<List<String>> alternatives = Arrays.stream(texts.given(setting).split("\\|", -1))
                .map(alternative -> Arrays.stream(alternative.split(",", -1))
                        .map(String::strip)
                        .toList())
                .toList();
        if (!alternatives.stream().flatMap(List::stream).allMatch(one -> one.matches("[^:\\s]+:[^:\\s]+:[^:\\s]+"))) {
            texts.fault(
                    setting,
                    "must be permissions of three parts like drift:comparisons:read, with commas between those of one"
                            + " alternative and | between alternatives");
        }
        return alternatives;
    }

    private Duration seconds(Setting setting, int least) {
        Integer seconds = texts.number(setting, least, LONGEST_SECONDS);
        return Duration.ofSeconds(seconds == null ? 1 : seconds);
    }

    /** The names of the archived service's language are accepted too. */
    private LogLevel logLevel() {
        List<String> names = List.of("info", "debug", "warn", "warning", "error", "critical");
        return switch (texts.oneOf(Setting.LOG_LEVEL, names, "debug, info, warning or error")) {
            case "debug" -> LogLevel.DEBUG;
            case "warn", "warning" -> LogLevel.WARN;
            case "error", "critical" -> LogLevel.ERROR;
            default -> LogLevel.INFO;
        };
    }
}
