package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.server.command.ProgramRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCommandTest {

    private static final String LOCAL = Path.of("..", "local_cdappconfig.json").toString();

    @TempDir
    Path folder;

    private final ProgramRun drift = new ProgramRun();

    @Test
    void prints_what_is_in_force_and_who_says_so() {
        Result settings = drift.with("ACG_CONFIG", LOCAL)
                .with("LOG_LEVEL", "debug")
                .with("no_proxy", "localhost")
                .with("NUM_WORKERS", "2")
                .run("settings");

        assertThat(settings.code()).isZero();
        assertThat(settings.line("PORT")).matches("PORT +8000 +clowder \\(publicPort\\)");
        assertThat(settings.line("INVENTORY_SVC_URL"))
                .matches("\\S+ +http://localhost:8082 +clowder \\(endpoints\\[1]\\)");
        assertThat(settings.line("LOG_LEVEL")).matches("LOG_LEVEL +debug +environment");
        assertThat(settings.line("NO_PROXY")).matches("NO_PROXY +localhost +environment \\(no_proxy\\)");
        assertThat(settings.line("TLS_CA_PATH")).matches("TLS_CA_PATH +- +default");
        assertThat(settings.line("DRIFT_CALL_TIMEOUT_SECONDS")).matches("\\S+ +30 seconds +default");
        assertThat(settings.line("kafka.brokers")).matches("\\S+ +localhost:9092 +clowder, not used");
        assertThat(settings.line("NUM_WORKERS")).matches("\\S+ +2 +environment, not used");
        assertThat(settings.err())
                .isEqualTo("drift: warning: NUM_WORKERS is not used: One process answers all requests."
                        + System.lineSeparator());
    }

    @Test
    void is_aligned() {
        Result settings = drift.with("ACG_CONFIG", LOCAL).run("settings");

        int column = settings.line("PORT").indexOf("8000");
        assertThat(settings.lines()).allSatisfy(line -> {
            assertThat(line.charAt(column)).isNotEqualTo(' ');
            assertThat(line.substring(column - 2, column)).isEqualTo("  ");
        });
    }

    @Test
    void masks_secrets() {
        Result settings = drift.with("ACG_CONFIG", LOCAL)
                .with("DRIFT_SHARED_SECRET", "hush")
                .with("UNLEASH_TOKEN", "hush")
                .with("HTTPS_PROXY", "http://me:hush@proxy:3128")
                .run("settings");

        assertThat(settings.out() + settings.err()).doesNotContain("hush");
        assertThat(settings.line("DRIFT_SHARED_SECRET")).contains(" *** ");
        assertThat(settings.line("HTTPS_PROXY")).contains(" http://***@proxy:3128 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PORT; eighty; must be a whole number from 0 to 65535",
                "INVENTORY_SVC_URL; inventory; must be a URL like http://inventory.example.com:8080",
                "ENABLE_RBAC; maybe; must be true or false",
                "LOG_LEVEL; loud; must be debug, info, warning or error",
                "LOG_FORMAT; xml; must be text or json",
                "PATH_PREFIX; api; must begin and end with a slash, like /api/",
                "DRIFT_CALL_TIMEOUT_SECONDS; 0; must be a whole number from 1 to 3600",
                "TLS_CA_PATH; /no/such.pem; must be a file with PEM certificates, but there is no such file",
                "HTTPS_PROXY; socks5://proxy; must be the URL of an HTTP proxy, like http://proxy.example.com:3128",
                "ACG_CONFIG; /no/such.json; must be the path of a file that can be read, but there is no" + " such file"
            })
    void wrong_configuration_is_a_clear_line_here_and_at_the_start(String name, String value, String allowed) {
        drift.with("INVENTORY_SVC_URL", "http://i")
                .with("RBAC_SVC_URL", "http://r")
                .with(name, value);

        Result settings = drift.run("settings");

        assertThat(settings.code()).isEqualTo(2);
        assertThat(settings.out()).isEmpty();
        assertThat(settings.err().lines())
                .containsExactly("drift: " + name + "=" + value + " is not valid: " + allowed);
        assertThat(drift.run("serve")).isEqualTo(settings);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() throws IOException {
        Path file = Files.writeString(folder.resolve("c.json"), "{\"publicPort\":true,\"kafka\":1}");
        Result settings = drift.with("ACG_CONFIG", file.toString())
                .with("ENABLE_RBAC", "x")
                .run("settings");

        assertThat(settings.err().lines())
                .containsExactlyInAnyOrder(
                        "drift: ACG_CONFIG=" + file
                                + ": publicPort=true is not valid: must be a whole number from 0 to 65535",
                        "drift: ACG_CONFIG=" + file + ": kafka=1 is not valid: must be an object",
                        "drift: ENABLE_RBAC=x is not valid: must be true or false",
                        "drift: ACG_CONFIG=" + file + ": endpoints has no usable entry for the app host-inventory: it"
                                + " must be a dependency of the ClowdApp");
    }
}
