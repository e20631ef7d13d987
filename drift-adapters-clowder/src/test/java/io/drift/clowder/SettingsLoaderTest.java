package io.drift.clowder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drift.clowder.DriftSettings.LogLevel;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {

    private static final Map<String, String> LEAST = Map.of(
            "INVENTORY_SVC_URL", "http://inventory.example.com:8080", "RBAC_SVC_URL", "https://rbac.example.com");

    private static DriftSettings load(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(LEAST);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return SettingsLoader.load(environment);
    }

    private static ServiceAddress at(String url) {
        return new ServiceAddress(URI.create(url), null);
    }

    @Nested
    class What_is_not_set {

        @Test
        void has_the_default_of_the_archived_service() {
            DriftSettings settings = SettingsLoader.load(LEAST);

            assertThat(settings.listen().port()).isEqualTo(8080);
            assertThat(settings.listen().basePath()).isEqualTo("/api/drift");
            assertThat(settings.access().rbacEnabled()).isTrue();
            assertThat(settings.access().smartManagement()).isFalse();
            assertThat(settings.access().sharedSecret()).isNull();
            assertThat(settings.excludedOperatingSystems()).containsExactlyInAnyOrder("CentOS", "CentOS Linux");
            assertThat(settings.logLevel()).isEqualTo(LogLevel.INFO);
            assertThat(settings.services().baselines()).isNull();
            assertThat(settings.timeouts())
                    .isEqualTo(new DriftSettings.Timeouts(
                            Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30)));
        }

        @Test
        void counts_as_not_set_when_it_is_empty() {
            assertThat(load("PORT", "", "BASELINE_SVC_URL", " ").listen().port())
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
                    "DRIFT_CALL_TIMEOUT_SECONDS", "60");

            assertThat(settings.listen().port()).isEqualTo(8000);
            assertThat(settings.listen().basePath()).isEqualTo("/r/insights/platform/drifty");
            assertThat(settings.services().baselines()).isEqualTo(at("http://b:1"));
            assertThat(settings.services().historicalProfiles()).isEqualTo(at("http://h:2/with/path"));
            assertThat(settings.access().sharedSecret()).isEqualTo("s");
            assertThat(settings.access().smartManagement()).isTrue();
            assertThat(settings.timeouts().call()).isEqualTo(Duration.ofMinutes(1));
        }

        @ParameterizedTest
        @CsvSource({"debug,DEBUG", "INFO,INFO", "Warning,WARN", "warn,WARN", "critical,ERROR", "error,ERROR"})
        void may_be_a_log_level_of_the_archived_service(String text, LogLevel level) {
            assertThat(load("LOG_LEVEL", text).logLevel()).isEqualTo(level);
        }

        @Test
        void needs_no_permission_service_where_permissions_are_not_checked() {
            DriftSettings settings =
                    SettingsLoader.load(Map.of("INVENTORY_SVC_URL", "http://i", "ENABLE_RBAC", "False"));

            assertThat(settings.access().rbacEnabled()).isFalse();
            assertThat(settings.services().rbac()).isNull();
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
                    () -> SettingsLoader.load(Map.of("PORT", "eighty", "ENABLE_RBAC", "maybe", "LOG_LEVEL", "loud")));

            assertThat(invalid.faults())
                    .containsExactlyInAnyOrder(
                            "PORT=eighty is not valid: must be a whole number from 0 to 65535",
                            "ENABLE_RBAC=maybe is not valid: must be true or false",
                            "LOG_LEVEL=loud is not valid: must be debug, info, warning or error",
                            "INVENTORY_SVC_URL is not set: must be the URL of the host inventory");
        }

        @Test
        void includes_a_missing_permission_service() {
            assertThatThrownBy(() -> SettingsLoader.load(Map.of("INVENTORY_SVC_URL", "http://i")))
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
            "DRIFT_READ_TIMEOUT_SECONDS,0",
            "ENABLE_SMART_MANAGEMENT_ENTITLEMENT_CHECK,yes"
        })
        void stops_the_start(String name, String value) {
            assertThatThrownBy(() -> load(name, value))
                    .isInstanceOf(InvalidSettingsException.class)
                    .hasMessageStartingWith(name + "=" + value + " is not valid: must ");
        }
    }
}
