package io.drift.clowder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingFileTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NOT_REGULAR = "it is a device, a pipe or a socket, and no regular file";

    @TempDir
    Path folder;

    private static void assertRefused(Path file, String why) {
        assertTimeoutPreemptively(
                PATIENCE,
                () -> assertThatIOException()
                        .isThrownBy(() -> SettingFile.read(file.toString()))
                        .withMessage(why));
    }

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void that_is_a_pipe_is_not_waited_for() throws IOException, InterruptedException {
        assertRefused(pipe(), NOT_REGULAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/stdin"})
    @EnabledOnOs(OS.LINUX)
    void that_is_a_device_is_not_read(String device) {
        assertRefused(Path.of(device), NOT_REGULAR);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void that_a_link_leads_to_is_judged_and_not_the_link() throws IOException {
        assertRefused(Files.createSymbolicLink(folder.resolve("endless"), Path.of("/dev/zero")), NOT_REGULAR);
        Path circle = folder.resolve("circle");
        assertTimeoutPreemptively(
                PATIENCE,
                () -> assertThatIOException()
                        .isThrownBy(() -> SettingFile.read(
                                Files.createSymbolicLink(circle, circle).toString()))
                        .withMessageStartingWith("it cannot be read: "));
    }

    @Test
    void that_is_mounted_as_kubernetes_does_is_read() throws IOException {
        Path version = Files.createDirectory(folder.resolve("..2026_11_27"));
        Files.writeString(version.resolve("ca.pem"), "text");
        Path current = Files.createSymbolicLink(folder.resolve("..data"), version.getFileName());
        Path mounted = Files.createSymbolicLink(
                folder.resolve("ca.pem"), current.getFileName().resolve("ca.pem"));

        assertThat(SettingFile.read(mounted.toString())).asString().isEqualTo("text");
    }

    @Test
    void that_is_a_folder_or_missing_says_so() {
        assertRefused(folder, "it is a folder");
        assertRefused(folder.resolve("none"), "there is no such file");
    }

    @Test
    void may_have_a_mebibyte_and_no_byte_more() throws IOException {
        Path full = Files.write(folder.resolve("full"), new byte[SettingFile.MOST_BYTES]);
        assertThat(SettingFile.read(full.toString())).hasSize(1024 * 1024);
        assertRefused(
                Files.write(folder.resolve("fuller"), new byte[SettingFile.MOST_BYTES + 1]), "it is larger than 1 MiB");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void that_claims_to_be_empty_is_read_nevertheless() throws IOException {
        assertThat(SettingFile.read("/proc/self/status")).isNotEmpty();
    }

    /** The memory of the process begins with an address that nobody may read, whoever asks. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void that_cannot_be_read_says_so() {
        assertTimeoutPreemptively(
                PATIENCE,
                () -> assertThatIOException()
                        .isThrownBy(() -> SettingFile.read("/proc/self/mem"))
                        .withMessageStartingWith("it cannot be read: "));
    }

    private static void assertFault(Map<String, String> environment, String line) {
        InvalidSettingsException invalid = assertTimeoutPreemptively(
                PATIENCE,
                () -> catchThrowableOfType(
                        InvalidSettingsException.class, () -> SettingsLoader.load(environment, Set.of())));
        assertThat(invalid.faults()).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_CA_PATH", "REQUESTS_CA_BUNDLE"})
    @EnabledOnOs(OS.LINUX)
    void of_certificates_is_refused_in_one_line(String setting) throws IOException, InterruptedException {
        String line = "%s=%s is not valid: must be a file with PEM certificates, but " + NOT_REGULAR;
        for (String file : new String[] {"/dev/zero", pipe().toString()}) {
            assertFault(Map.of(setting, file), String.format(line, setting, file));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void of_clowder_is_refused_in_one_line() throws IOException, InterruptedException {
        String line = "ACG_CONFIG=%s is not valid: must be the path of a file that can be read, but " + NOT_REGULAR;
        for (String file : new String[] {"/dev/zero", pipe().toString()}) {
            assertFault(Map.of("ACG_CONFIG", file), String.format(line, file));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "`'endpoints':[],'tlsCAPath':'PIPE'`; tlsCAPath",
                "`'endpoints':[{'app':'rbac','hostname':'h','tlsPort':1,'tlsCAPath':'PIPE'}]`; endpoints[0].tlsCAPath",
                "`'dependencyEndpoints':{'v2':{'rbac':{'service_tls':{'uri':'https://h','ca_certificate':'PIPE'}}}}`;"
                        + " dependencyEndpoints.v2.rbac.service_tls.ca_certificate"
            })
    @EnabledOnOs(OS.LINUX)
    void that_clowder_names_is_refused_in_one_line(String content, String place)
            throws IOException, InterruptedException {
        String pipe = pipe().toString();
        String json = ("{" + content + "}").replace('\'', '"').replace("PIPE", pipe);
        Path clowder = Files.writeString(folder.resolve("cdappconfig.json"), json, StandardCharsets.UTF_8);

        assertFault(
                Map.of("ACG_CONFIG", clowder.toString()),
                "ACG_CONFIG=" + clowder + ": " + place + "=" + pipe
                        + " is not valid: must be a file with PEM certificates, but " + NOT_REGULAR);
    }
}
