package io.drift.clowder;

import io.drift.clowder.DriftSettings.LogFormat;
import io.drift.clowder.DriftSettings.LogLevel;
import io.drift.clowder.EffectiveSetting.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes settings from the environment, under the names that the archived service used, and from the Clowder file that
 * it names.
 *
 * <pre>{@code
 * DriftSettings settings = SettingsLoader.load(System.getenv(), Set.of(Setting.INVENTORY_SVC_URL));
 * URI inventory = settings.platform().services().inventory().url();
 * }</pre>
 */
public final class SettingsLoader {

    private static final int LONGEST_SECONDS = 3600;
    private static final int MOST_CALLS = 10_000;
    private static final int LARGEST_MEBIBYTES = 1024;
    private static final int MOST_FACTS = 100_000_000;
    private static final int HIGHEST_PORT = 65535;
    private static final String NO_POLICY = "none";
    private static final int MOST_IDS = 100_000;
    /** A hundred years. */
    private static final int MOST_DAYS = 36_525;
    /** What a header can carry: the secret is sent in one. */
    private static final String PRINTABLE = "[ -~]*";

    private final SettingTexts texts;
    private final Set<Setting> required;

    private SettingsLoader(Map<String, String> environment, Set<Setting> required) {
        this.texts = new SettingTexts(environment);
        this.required = required;
    }

    /**
     * Loads settings.
     *
     * @param environment the variables of the process, or of a test
     * @param required as for {@link #explain}
     * @return the settings
     * @throws InvalidSettingsException if any is missing or wrong; it has all faults at once
     */
    public static DriftSettings load(Map<String, String> environment, Set<Setting> required) {
        return explain(environment, required).settings();
    }

    /**
     * Loads settings, and says where each comes from.
     *
     * @param environment the variables of the process, or of a test
     * @param required the services that the mode of the server cannot do without: some of {@code INVENTORY_SVC_URL},
     *     {@code BASELINE_SVC_URL}, {@code HSP_SVC_URL} and {@code RBAC_SVC_URL}; the last is not required if the
     *     environment says that permissions are not checked
     * @return the settings, warnings, and where each setting comes from
     * @throws InvalidSettingsException if any is missing or wrong; it has all faults at once
     * @throws IllegalArgumentException if something is required that is not a service
     */
    public static LoadedSettings explain(Map<String, String> environment, Set<Setting> required) {
        for (Setting setting : required) {
            if (setting.service() == null) {
                throw new IllegalArgumentException(setting + " cannot be required: it is not a service");
            }
        }
        return new SettingsLoader(environment, required).explain();
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
        DriftSettings.Access access = access();
        return new DriftSettings(
                server(),
                platform(access),
                access,
                Set.copyOf(texts.list(Setting.DRIFT_EXCLUDED_OPERATING_SYSTEMS)),
                policy(),
                keeping());
    }

    /** What is in it is somebody else's; that it can be read is found out here, with all other faults. */
    private @Nullable Path policy() {
        String file = texts.text(Setting.DRIFT_POLICY);
        if (file == null || file.equals(NO_POLICY)) {
            return null;
        }
        try {
            SettingFile.read(file);
            return Path.of(file);
        } catch (IOException unreadable) {
            texts.fault(Setting.DRIFT_POLICY, "must be a file with a policy, or none, but " + unreadable.getMessage());
            return null;
        }
    }

    private DriftSettings.Keeping keeping() {
        int all = number(Setting.DRIFT_HISTORY_ALL_DAYS, 0, MOST_DAYS);
        int daily = number(Setting.DRIFT_HISTORY_DAILY_DAYS, 0, MOST_DAYS);
        int weekly = number(Setting.DRIFT_HISTORY_WEEKLY_DAYS, 0, MOST_DAYS);
        Integer cullAfter = texts.number(Setting.DRIFT_CULL_AFTER, 1, MOST_DAYS);
        checkOrder(Setting.DRIFT_HISTORY_ALL_DAYS, all, Setting.DRIFT_HISTORY_DAILY_DAYS, daily);
        checkOrder(Setting.DRIFT_HISTORY_DAILY_DAYS, daily, Setting.DRIFT_HISTORY_WEEKLY_DAYS, weekly);
        return new DriftSettings.Keeping(
                Duration.ofDays(all),
                Duration.ofDays(daily),
                Duration.ofDays(weekly),
                cullAfter == null ? null : Duration.ofDays(cullAfter));
    }

    /** Whoever set one of two hears of that one. */
    private void checkOrder(Setting shorter, int days, Setting longer, int moreDays) {
        if (!texts.faults().isEmpty() || days <= moreDays) {
            return;
        }
        if (texts.isDefault(longer)) {
            texts.fault(shorter, "must not be more than " + longer + ", which is " + moreDays + " unless it is set");
        } else {
            texts.fault(longer, "must not be less than " + shorter + ", which is " + days);
        }
    }

    private DriftSettings.Server server() {
        return new DriftSettings.Server(
                listen(), metrics(), seconds(Setting.DRIFT_SHUTDOWN_GRACE_SECONDS, 0), logging(), limits());
    }

    private DriftSettings.Limits limits() {
        Integer mostIds = texts.number(Setting.DRIFT_MOST_IDS, 1, MOST_IDS);
        return new DriftSettings.Limits(
                seconds(Setting.DRIFT_REQUEST_TIMEOUT_SECONDS, 1), mostIds == null ? 1 : mostIds);
    }

    private DriftSettings.Platform platform(DriftSettings.Access access) {
        Set<Setting> services = EnumSet.noneOf(Setting.class);
        services.addAll(required);
        if (!access.rbacEnabled()) {
            services.remove(Setting.RBAC_SVC_URL);
        }
        ClowderFile clowder = texts.clowder();
        return new DriftSettings.Platform(
                new ServiceAddresses(texts, services).services(),
                new ProxyTexts(texts).proxies(),
                timeouts(),
                calls(),
                clowder == null ? PlatformResources.NONE : clowder.resources());
    }

    private DriftSettings.Timeouts timeouts() {
        return new DriftSettings.Timeouts(
                seconds(Setting.DRIFT_CONNECT_TIMEOUT_SECONDS, 1),
                seconds(Setting.DRIFT_READ_TIMEOUT_SECONDS, 1),
                seconds(Setting.DRIFT_CALL_TIMEOUT_SECONDS, 1));
    }

    private DriftSettings.Calls calls() {
        return new DriftSettings.Calls(
                number(Setting.DRIFT_CALLS_PER_SERVICE, 1, MOST_CALLS),
                number(Setting.DRIFT_WAITING_CALLS_PER_SERVICE, 0, MOST_CALLS),
                number(Setting.DRIFT_ANSWER_MAX_MEBIBYTES, 1, LARGEST_MEBIBYTES),
                number(Setting.DRIFT_DOCUMENT_MAX_FACTS, 1, MOST_FACTS));
    }

    /** A number that has a default; if it is wrong, there is a fault, and nobody looks at what is returned. */
    private int number(Setting setting, int least, int most) {
        Integer number = texts.number(setting, least, most);
        return number == null ? least : number;
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

    private DriftSettings.Logging logging() {
        String format = texts.oneOf(Setting.LOG_FORMAT, List.of("text", "json"), "text or json");
        return new DriftSettings.Logging(logLevel(), LogFormat.valueOf(format.toUpperCase(Locale.ROOT)));
    }

    /** The names that the archived service's language has for levels are accepted too. */
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
