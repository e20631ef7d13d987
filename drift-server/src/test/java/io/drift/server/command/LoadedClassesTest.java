package io.drift.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;

import io.drift.server.DriftProcess;
import io.drift.server.Main;
import io.drift.testkit.Identities;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What processes that need no database load of one: nothing. */
@Timeout(90)
class LoadedClassesTest {

    private static final Map<String, String> PLATFORM = Map.of(
            "INVENTORY_SVC_URL",
            "http://127.0.0.1:9",
            "ENABLE_RBAC",
            "False",
            "DRIFT_LISTEN_ADDRESS",
            "127.0.0.1",
            "PORT",
            "0");

    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private BufferedReader start(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(DriftProcess.SHORT_LIVED);
        command.addAll(List.of(
                "-Xlog:class+load:file=" + folder.resolve("classes.log"),
                "-cp",
                DriftProcess.classPathWithoutTests(),
                Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder drift = new ProcessBuilder(command).redirectErrorStream(true);
        drift.environment().putAll(PLATFORM);
        process = drift.start();
        return process.inputReader();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve"})
    void a_server_inside_the_platform_loads_nothing_of_databases(String words) throws Exception {
        BufferedReader log = start(words.isEmpty() ? new String[0] : words.split(" "));
        String started = log.readLine();
        assertThat(started).contains("Drift listens on 127.0.0.1:");
        assertThat(askForReport(started.replaceFirst(".* listens on (127.0.0.1:\\d+).*", "$1")))
                .isBetween(500, 599);
        process.destroy();
        process.waitFor();
        assertNothingOfDatabases("io.drift.server.DriftService");
    }

    /** Nobody is at home where its inventory would be. */
    private static int askForReport(String server) throws IOException, InterruptedException {
        HttpRequest report = HttpRequest.newBuilder(URI.create("http://" + server
                        + "/api/drift/v1/comparison_report?system_ids%5B%5D=00000000-0000-4000-8000-000000000001"))
                .header("x-rh-identity", Identities.associate().header())
                .build();
        return HttpClient.newHttpClient()
                .send(report, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void comparing_files_loads_nothing_of_databases() throws Exception {
        Path one = profile("one.json", "x86_64");
        Path two = profile("two.json", "aarch64");
        BufferedReader report = start("compare", one.toString(), two.toString(), "--format", "json");
        assertThat(report.lines().collect(Collectors.joining())).contains("aarch64");
        assertThat(process.waitFor()).isEqualTo(1);
        assertNothingOfDatabases("io.drift.cli.CompareCommand");
    }

    private Path profile(String name, String arch) throws IOException {
        return Files.writeString(
                folder.resolve(name), "{\"fqdn\":\"" + name + "\",\"system_profile\":{\"arch\":\"" + arch + "\"}}");
    }

    private void assertNothingOfDatabases(String needed) throws IOException {
        List<String> loaded = Files.readAllLines(folder.resolve("classes.log"));
        assertThatList(loaded).anyMatch(line -> line.contains(" " + needed + " "));
        assertThatList(loaded)
                .filteredOn(
                        line -> Stream.of("java.sql.", "org.sqlite.", "io.drift.jdbc.", "io.drift.server.standalone.")
                                .anyMatch(of -> line.contains(" " + of)))
                .isEmpty();
    }
}
