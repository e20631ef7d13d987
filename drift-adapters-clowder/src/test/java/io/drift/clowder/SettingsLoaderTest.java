package io.drift.clowder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drift.clowder.DriftSettings.LogFormat;
import io.drift.clowder.DriftSettings.LogLevel;
import io.drift.clowder.EffectiveSetting.Origin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsLoaderTest {

    private static final Map<String, String> LEAST = Map.of(
            "INVENTORY_SVC_URL", "http://inventory.example.com:8080", "RBAC_SVC_URL", "https://rbac.example.com");

    /** What the archived service could not do without. */
    private static final Set<Setting> PLATFORM = Set.of(Setting.INVENTORY_SVC_URL, Setting.RBAC_SVC_URL);

    private static LoadedSettings explain(String... namesAndValues) {
        return SettingsLoader.explain(environment(namesAndValues), PLATFORM);
    }

    private static DriftSettings load(String... namesAndValues) {
        return SettingsLoader.load(environment(namesAndValues), PLATFORM);
    }

    private static Map<String, String> environment(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(LEAST);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return environment;
    }

    private static ServiceAddress at(String url) {
        return new ServiceAddress(URI.create(url), null);
    }

    @Nested
    class What_is_not_set {

        @Test
        void has_the_default_of_the_archived_service() {
            DriftSettings settings = load();

            assertThat(settings.server().listen().port()).isEqualTo(8080);
            assertThat(settings.server().listen().basePath()).isEqualTo("/api/drift");
            assertThat(settings.access().rbacEnabled()).isTrue();
            assertThat(settings.access().smartManagement()).isFalse();
            assertThat(settings.access().sharedSecret()).isNull();
            assertThat(settings.excludedOperatingSystems()).containsExactlyInAnyOrder("CentOS", "CentOS Linux");
            assertThat(settings.server().logging().level()).isEqualTo(LogLevel.INFO);
            assertThat(settings.platform().services().baselines()).isNull();
            assertThat(settings.platform().timeouts())
                    .isEqualTo(new DriftSettings.Timeouts(
                            Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30)));
            assertThat(settings.platform().calls()).isEqualTo(DriftSettings.Calls.DEFAULT);
        }

        @Test
        void counts_as_not_set_when_it_is_empty() {
            assertThat(load("PORT", "", "BASELINE_SVC_URL", " ")
                            .server()
                            .listen()
                            .port())
                    .isEqualTo(8080);
        }

        @Test
        void leaves_no_system_out_where_the_list_of_operating_systems_is_empty() {
            assertThat(load("DRIFT_EXCLUDED_OPERATING_SYSTEMS", "").excludedOperatingSystems())
                    .isEmpty();
        }
    }

    @Nested
    class What_is_set {

        @Test
        void is_taken() {
            DriftSettings settings = load(
                    "PORT", "8000",
                    "PATH_PREFIX", "/r/insights/platform/",
                    "APP_NAME", "drifty",
                    "BASELINE_SVC_URL", "http://b:1",
                    "HSP_SVC_URL", "http://h:2/with/path",
                    "DRIFT_SHARED_SECRET", "s",
                    "ENABLE_SMART_MANAGEMENT_ENTITLEMENT_CHECK", "TRUE",
                    "DRIFT_CALL_TIMEOUT_SECONDS", "60",
                    "DRIFT_CALLS_PER_SERVICE", "8",
                    "DRIFT_WAITING_CALLS_PER_SERVICE", "0",
                    "DRIFT_ANSWER_MAX_MEBIBYTES", "1",
                    "DRIFT_DOCUMENT_MAX_FACTS", "500");

            assertThat(settings.server().listen().port()).isEqualTo(8000);
            assertThat(settings.server().listen().basePath()).isEqualTo("/r/insights/platform/drifty");
            assertThat(settings.platform().services().baselines()).isEqualTo(at("http://b:1"));
            assertThat(settings.platform().services().historicalProfiles()).isEqualTo(at("http://h:2/with/path"));
            assertThat(settings.access().sharedSecret()).isEqualTo("s");
            assertThat(settings.access().smartManagement()).isTrue();
            assertThat(settings.platform().timeouts().call()).isEqualTo(Duration.ofMinutes(1));
            assertThat(settings.platform().calls()).isEqualTo(new DriftSettings.Calls(8, 0, 1, 500));
        }

        @ParameterizedTest
        @CsvSource({"debug,DEBUG", "INFO,INFO", "Warning,WARN", "warn,WARN", "critical,ERROR", "error,ERROR"})
        void may_be_a_log_level_of_the_archived_service(String text, LogLevel level) {
            assertThat(load("LOG_LEVEL", text).server().logging().level()).isEqualTo(level);
        }

        @Test
        void needs_no_permission_service_where_permissions_are_not_checked() {
            DriftSettings settings =
                    SettingsLoader.load(Map.of("INVENTORY_SVC_URL", "http://i", "ENABLE_RBAC", "False"), PLATFORM);

            assertThat(settings.access().rbacEnabled()).isFalse();
            assertThat(settings.platform().services().rbac()).isNull();
        }

        @Test
        void does_not_print_the_secret() {
            assertThat(load("DRIFT_SHARED_SECRET", "hush").toString()).doesNotContain("hush");
        }
    }

    @Nested
    class Nonsense {

        @Test
        void is_told_about_all_at_once_with_what_is_allowed() {
            InvalidSettingsException invalid = catchThrowableOfType(
                    InvalidSettingsException.class,
                    () -> SettingsLoader.load(
                            Map.of("PORT", "eighty", "ENABLE_RBAC", "maybe", "LOG_LEVEL", "loud"), PLATFORM));

            assertThat(invalid.faults())
                    .containsExactlyInAnyOrder(
                            "PORT=eighty is not valid: must be a whole number from 0 to 65535",
                            "ENABLE_RBAC=maybe is not valid: must be true or false",
                            "LOG_LEVEL=loud is not valid: must be debug, info, warning or error",
                            "INVENTORY_SVC_URL is not set: must be the URL of the host inventory");
        }

        @Test
        void includes_a_missing_permission_service() {
            assertThatThrownBy(() -> SettingsLoader.load(Map.of("INVENTORY_SVC_URL", "http://i"), PLATFORM))
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessage("RBAC_SVC_URL is not set: must be the URL of the permission service, unless"
                            + " ENABLE_RBAC=False");
        }

        @ParameterizedTest
        @CsvSource({
            "PORT,65536",
            "PORT,-1",
            "INVENTORY_SVC_URL,inventory:8080",
            "INVENTORY_SVC_URL,http://",
            "INVENTORY_SVC_URL,ftp://inventory",
            "PATH_PREFIX,api",
            "APP_NAME,drift/v1",
            "INVENTORY_SVC_URL,http://under_score:99999999",
            "METRICS_PORT,9000x",
            "METRICS_PORT,8080",
            "METRICS_PATH,metrics",
            "LOG_FORMAT,xml",
            "DRIFT_READ_TIMEOUT_SECONDS,0",
            "DRIFT_SHUTDOWN_GRACE_SECONDS,-1",
            "ENABLE_SMART_MANAGEMENT_ENTITLEMENT_CHECK,yes"
        })
        void stops_the_start(String name, String value) {
            assertThatThrownBy(() -> load(name, value))
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessageStartingWith(name + "=" + value + " is not valid: must ");
        }
    }

    @Nested
    class Required_services {

        @Test
        void are_those_of_the_mode() {
            DriftSettings alone = SettingsLoader.load(Map.of(), Set.of());

            assertThat(alone.platform().services()).isEqualTo(new DriftSettings.Services(null, null, null, null));
            assertThat(alone.access().rbacEnabled()).isTrue();
        }

        @Test
        void may_be_any() {
            assertThatThrownBy(
                            () -> SettingsLoader.load(Map.of(), Set.of(Setting.BASELINE_SVC_URL, Setting.HSP_SVC_URL)))
                    .hasMessage("BASELINE_SVC_URL is not set: must be the URL of the baseline service\n"
                            + "HSP_SVC_URL is not set: must be the URL of the service of historical profiles");
        }

        @Test
        void that_are_not_required_must_be_right_nevertheless() {
            assertThatThrownBy(() -> SettingsLoader.load(Map.of("INVENTORY_SVC_URL", "nowhere"), Set.of()))
                    .hasMessageStartingWith("INVENTORY_SVC_URL=nowhere is not valid: must be a URL");
        }

        @Test
        void are_services() {
            assertThatThrownBy(() -> SettingsLoader.load(Map.of(), Set.of(Setting.PORT)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("PORT cannot be required: it is not a service");
        }
    }

    @Nested
    class Permissions {

        @Test
        void are_those_of_the_archived_service_by_default() {
            assertThat(load().access().requiredPermissions())
                    .containsExactly(List.of("drift:*:*"), List.of("drift:comparisons:read"));
        }

        @Test
        void are_alternatives_of_permissions_that_are_needed_together() {
            assertThat(load("DRIFT_REQUIRED_PERMISSIONS", "a:b:c, d:e:f | *:*:*")
                            .access()
                            .requiredPermissions())
                    .containsExactly(List.of("a:b:c", "d:e:f"), List.of("*:*:*"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a:b", "a:b:c:d", "a::c", "|", "a:b:c|", "a:b:c,", "a:b c:d", ","})
        void have_three_parts(String text) {
            assertThatThrownBy(() -> load("DRIFT_REQUIRED_PERMISSIONS", text))
                    .hasMessageStartingWith("DRIFT_REQUIRED_PERMISSIONS=" + text
                            + " is not valid: must be permissions of three parts like drift:comparisons:read");
        }
    }

    @Nested
    class Running {

        @Test
        void has_defaults() {
            DriftSettings settings = load();
            assertThat(settings.server().logging().format()).isEqualTo(LogFormat.TEXT);
            assertThat(settings.server().shutdownGrace()).isEqualTo(Duration.ofSeconds(20));
            assertThat(settings.server().metrics()).isEqualTo(new DriftSettings.Metrics(null, "/metrics"));
            assertThat(settings.platform().resources()).isEqualTo(PlatformResources.NONE);
        }

        @Test
        void can_be_set() {
            DriftSettings settings =
                    load("LOG_FORMAT", "JSON", "DRIFT_SHUTDOWN_GRACE_SECONDS", "0", "METRICS_PORT", "9000");
            assertThat(settings.server().logging().format()).isEqualTo(LogFormat.JSON);
            assertThat(settings.server().shutdownGrace()).isZero();
            assertThat(settings.server().metrics().port()).isEqualTo(9000);
        }
    }

    @Nested
    class Proxies {

        @Test
        void are_there_in_both_cases_and_the_lower_one_goes_first() {
            DriftSettings.Proxies proxies = load(
                            "HTTP_PROXY", "http://no:1",
                            "http_proxy", "proxy.example.com:3128",
                            "HTTPS_PROXY", "http://me:hush@proxy:3129",
                            "NO_PROXY", "localhost, .example.com,,10.0.0.0/8")
                    .platform()
                    .proxies();

            assertThat(proxies.http()).isEqualTo(URI.create("http://proxy.example.com:3128"));
            assertThat(proxies.https()).isEqualTo(URI.create("http://me:hush@proxy:3129"));
            assertThat(proxies.exceptions()).containsExactly("localhost", ".example.com", "10.0.0.0/8");
            assertThat(proxies.toString()).doesNotContain("hush", "me:");
        }

        @ParameterizedTest
        @ValueSource(strings = {"socks5://p:1", "https://p:1", "http://", "http://p:0", "p q", "http://p:99999"})
        void speak_http(String text) {
            assertThatThrownBy(() -> load("https_proxy", text))
                    .hasMessage("https_proxy=" + text
                            + " is not valid: must be the URL of an HTTP proxy, like http://proxy.example.com:3128");
        }
    }

    @Nested
    class Authorities_of_https {

        @TempDir
        Path folder;

        @Test
        void are_those_of_the_services_before_those_of_everything() throws IOException {
            Path all = Files.writeString(folder.resolve("all.pem"), Authorities.PEM + Authorities.PEM);
            String services = Authorities.file(folder).toString();

            assertThat(load("REQUESTS_CA_BUNDLE", all.toString())
                            .platform()
                            .services()
                            .rbac())
                    .hasToString("https://rbac.example.com (2 authorities of its own)");
            assertThat(load("REQUESTS_CA_BUNDLE", all.toString(), "TLS_CA_PATH", services)
                            .platform()
                            .services()
                            .rbac())
                    .hasToString("https://rbac.example.com (1 authorities of its own)");
            assertThat(load("TLS_CA_PATH", services).platform().services().inventory())
                    .isEqualTo(at("http://inventory.example.com:8080"));
        }

        @Test
        void that_cannot_be_read_stop_the_start() throws IOException {
            String valid = " is not valid: must be a file with PEM certificates, but ";
            String none = folder.resolve("none.pem").toString();
            String empty = Files.writeString(folder.resolve("empty.pem"), "").toString();
            String broken = Files.writeString(
                            folder.resolve("broken.pem"), Authorities.PEM + Authorities.PEM.replace("MII", "###"))
                    .toString();

            assertThatThrownBy(() -> load("TLS_CA_PATH", none))
                    .hasMessage("TLS_CA_PATH=" + none + valid + "there is no such file");
            assertThatThrownBy(() -> load("REQUESTS_CA_BUNDLE", folder.toString()))
                    .hasMessage("REQUESTS_CA_BUNDLE=" + folder + valid + "it is a folder");
            assertThatThrownBy(() -> load("TLS_CA_PATH", empty))
                    .hasMessage("TLS_CA_PATH=" + empty + valid + "it holds no certificate");
            assertThatThrownBy(() -> load("TLS_CA_PATH", broken))
                    .hasMessage("TLS_CA_PATH=" + broken + valid + "certificate 2 in it cannot be read");
        }
    }

    @Nested
    class Warnings {

        private List<String> warnings(String... namesAndValues) {
            return explain(namesAndValues).warnings();
        }

        @Test
        void there_are_none_by_default_nor_for_what_the_archived_service_required() {
            assertThat(warnings("prometheus_multiproc_dir", "/prometheus-data", "AWS_REGION", "r", "CW_LOG_GROUP", "g"))
                    .isEmpty();
        }

        @Test
        void name_the_misspelt_entitlement_which_counts_all_the_same() {
            String misspelt = "ENABLE_SMART_MANGEMENT_ENTITLEMENT_CHECK";
            assertThat(load(misspelt, "true").access().smartManagement()).isTrue();
            assertThat(load(misspelt, "true", "ENABLE_SMART_MANAGEMENT_ENTITLEMENT_CHECK", "false")
                            .access()
                            .smartManagement())
                    .isFalse();
            assertThat(warnings(misspelt, "true"))
                    .containsExactly(misspelt
                            + " is misspelt but accepted: its name is ENABLE_SMART_MANAGEMENT_ENTITLEMENT_CHECK");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UNLEASH_URL",
                    "UNLEASH_TOKEN",
                    "UNLEASH_CACHE_DIR",
                    "DRIFT_SVC_URL",
                    "NUM_WORKERS",
                    "THREADS",
                    "WEB_CONCURRENCY",
                    "GUNICORN_REQUEST_FIELD_LIMIT"
                })
        void name_what_is_accepted_and_not_used_but_not_its_value(String name) {
            assertThat(warnings(name, "hush"))
                    .singleElement()
                    .asString()
                    .startsWith(name + " is not used: ")
                    .doesNotContain("hush");
        }

        @Test
        void tell_once_where_logs_go() {
            assertThat(warnings("CW_AWS_ACCESS_KEY_ID", "hush", "CW_AWS_SECRET_ACCESS_KEY", "hush"))
                    .containsExactly("the credentials of CloudWatch are not used: logs go to the standard output of the"
                            + " process, for the platform to collect");
        }
    }

    @Nested
    class Secrets {

        @Test
        void do_not_show_in_what_is_effective() {
            LoadedSettings loaded = explain(
                    "DRIFT_SHARED_SECRET", "hush",
                    "UNLEASH_TOKEN", "hush",
                    "CW_AWS_ACCESS_KEY_ID", "hush",
                    "CW_AWS_SECRET_ACCESS_KEY", "hush",
                    "HTTP_PROXY", "http://me:hush@proxy",
                    "TLS_CA_PATH", "-----BEGIN PRIVATE KEY-----\nhush" + Authorities.PEM);

            assertThat(loaded.toString()).doesNotContain("hush").contains("http://***@proxy");
            assertThat(loaded.effective())
                    .noneMatch(one -> String.valueOf(one.shown()).contains("hush"));
        }

        @Test
        void do_not_show_in_faults_which_are_a_line_each() {
            InvalidSettingsException invalid = catchThrowableOfType(
                    InvalidSettingsException.class,
                    () -> load(
                            "DRIFT_SHARED_SECRET", "hush\u00e9",
                            "BASELINE_SVC_URL", "http://me:hush@baselines",
                            "HSP_SVC_URL", "http://me:hush@base_lines",
                            "HTTPS_PROXY", "https://me:hush@proxy",
                            "APP_NAME", "a\nb\u2028c"));

            assertThat(invalid.faults())
                    .containsExactlyInAnyOrder(
                            "DRIFT_SHARED_SECRET=*** is not valid: must be printable ASCII, for it is sent in a header",
                            "BASELINE_SVC_URL=http://***@baselines is not valid: must be a URL like"
                                    + " http://inventory.example.com:8080",
                            "HSP_SVC_URL=http://***@base_lines is not valid: must be a URL like"
                                    + " http://inventory.example.com:8080",
                            "HTTPS_PROXY=https://***@proxy is not valid: must be the URL of an HTTP proxy, like"
                                    + " http://proxy.example.com:3128",
                            "APP_NAME=a b c is not valid: must be one part of a path, like drift");
        }
    }

    @Test
    void everything_in_force_is_told_with_who_says_so() {
        List<EffectiveSetting> effective =
                explain("THREADS", "4", "http_proxy", "p:1").effective();

        assertThat(effective)
                .contains(
                        new EffectiveSetting(Setting.PORT, "8080", Origin.DEFAULT, "PORT"),
                        new EffectiveSetting(Setting.HTTP_PROXY, "p:1", Origin.ENVIRONMENT, "http_proxy"),
                        new EffectiveSetting(Setting.THREADS, "4", Origin.ENVIRONMENT, "THREADS"));
        assertThat(effective)
                .extracting(EffectiveSetting::setting)
                .doesNotContain(Setting.WEB_CONCURRENCY)
                .isSorted();
    }

    @Nested
    class The_summary {

        @Test
        void names_services_without_path_and_query_and_what_is_missing() {
            assertThat(explain("BASELINE_SVC_URL", "http://my_base:8003/api?token=hush")
                            .summary())
                    .isEqualTo("inventory http://inventory.example.com:8080, baselines http://my_base:8003,"
                            + " historical-profiles none, rbac https://rbac.example.com,"
                            + " settings from environment, defaults");
        }

        @Test
        void names_the_clowder_file_and_says_that_permissions_are_not_asked_for() {
            Map<String, String> environment =
                    Map.of("ACG_CONFIG", Path.of("..", "local_cdappconfig.json").toString(), "ENABLE_RBAC", "False");
            assertThat(SettingsLoader.explain(environment, PLATFORM).summary())
                    .endsWith("rbac http://localhost:8086 (not asked), settings from Clowder"
                            + " (../local_cdappconfig.json), environment, defaults");
            assertThat(SettingsLoader.explain(
                                    Map.of(
                                            "ACG_CONFIG",
                                            Path.of("..", "local_cdappconfig.json")
                                                    .toString()),
                                    PLATFORM)
                            .summary())
                    .endsWith("settings from Clowder (../local_cdappconfig.json), defaults");
        }

        @Test
        void never_shows_a_user_of_an_address() {
            assertThat(new ServiceAddress(URI.create("http://u:hush@h:1/p?q=hush"), null).place())
                    .isEqualTo("http://h:1");
        }
    }

    @Test
    void history_is_thinned_by_spans_that_do_not_overtake_each_other_and_nothing_is_culled_unasked() {
        Map<String, String> environment = new HashMap<>(Map.of("ENABLE_RBAC", "False"));
        assertThat(SettingsLoader.load(environment, Set.of()).keeping()).isEqualTo(DriftSettings.Keeping.DEFAULT);

        environment.putAll(Map.of(
                "DRIFT_HISTORY_ALL_DAYS",
                "1",
                "DRIFT_HISTORY_DAILY_DAYS",
                "2",
                "DRIFT_HISTORY_WEEKLY_DAYS",
                "3",
                "DRIFT_CULL_AFTER",
                "4"));
        assertThat(SettingsLoader.load(environment, Set.of()).keeping())
                .isEqualTo(new DriftSettings.Keeping(
                        Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(3), Duration.ofDays(4)));

        environment.put("DRIFT_HISTORY_ALL_DAYS", "9");
        assertThatThrownBy(() -> SettingsLoader.load(environment, Set.of()))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining(
                        "DRIFT_HISTORY_DAILY_DAYS=2 is not valid: must not be less than DRIFT_HISTORY_ALL_DAYS, which is 9");

        environment.remove("DRIFT_HISTORY_DAILY_DAYS");
        environment.put("DRIFT_HISTORY_ALL_DAYS", "91");
        assertThatThrownBy(() -> SettingsLoader.load(environment, Set.of()))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("DRIFT_HISTORY_ALL_DAYS=91 is not valid: must not be more than"
                        + " DRIFT_HISTORY_DAILY_DAYS, which is 90 unless it is set");
    }
}
