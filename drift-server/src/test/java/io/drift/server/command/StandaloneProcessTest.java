package io.drift.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drift.server.Main;
import io.drift.server.command.ProgramRun.Result;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server of its own as a process, which is killed. */
@Timeout(180)
class StandaloneProcessTest {

    private static final int KILLS = Integer.getInteger("drift.kills", 5);
    private static final int BATCHES = 8;
    private static final int HOSTS = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Process process;
    private String url;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private BufferedReader start(List<String> options, Map<String, String> environment, String... words)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPathWithoutTests(), Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder drift = new ProcessBuilder(command).redirectErrorStream(true);
        drift.environment().putAll(environment);
        process = drift.start();
        return process.inputReader(UTF_8);
    }

    private static String classPathWithoutTests() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.contains("logback-test"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void startStandalone() throws IOException {
        BufferedReader log = start(
                List.of(),
                Map.of(),
                "standalone",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString());
        String line = log.readLine();
        assertThat(line).contains("Drift listens on 127.0.0.1:").contains("mode standalone");
        url = "http://" + line.replaceFirst(".*listens on ([0-9.:]+[0-9]).*", "$1");
        Thread drain = new Thread(() -> log.lines().forEach(any -> {}), "drain");
        drain.setDaemon(true);
        drain.start();
    }

    /** A batch of hosts, each of which has the same mark in all of its parts. */
    private CompletableFuture<Integer> upload(String mark) {
        String hosts = IntStream.range(0, HOSTS)
                .mapToObj(i -> "{\"fqdn\":\"" + mark + "-" + i + "\",\"system_profile\":{\"arch\":\"" + mark
                        + "\",\"installed_packages\":[\"" + "x".repeat(4000) + "\"]}}")
                .collect(Collectors.joining(",", "[", "]"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/inventory/v1/hosts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(hosts))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::statusCode);
    }

    private int count(String mark) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + "/api/inventory/v1/hosts?per_page=100&display_name=" + mark + "-"))
                .build();
        JsonNode hosts = JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        return hosts.path("total").asInt();
    }

    @Test
    void what_was_acknowledged_outlives_kills_and_nothing_is_half_there() throws Exception {
        Random random = new Random(16);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        List<String> sent = new ArrayList<>();
        int hit = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            startStandalone();
            List<CompletableFuture<?>> batches = new ArrayList<>();
            // after a random number of answers, so that the machine's speed does not matter
            CountDownLatch answers = new CountDownLatch(1 + random.nextInt(3));
            for (int batch = 0; batch < BATCHES; batch++) {
                String mark = "k" + kill + "b" + batch;
                sent.add(mark);
                batches.add(upload(mark).handle((status, failed) -> {
                    if (status != null && status == 207) {
                        acknowledged.add(mark);
                    }
                    answers.countDown();
                    return mark;
                }));
            }
            answers.await();
            process.destroyForcibly().waitFor();
            CompletableFuture.allOf(batches.toArray(CompletableFuture[]::new)).join();
            int number = kill;
            hit += sent.stream().anyMatch(mark -> mark.startsWith("k" + number) && !acknowledged.contains(mark))
                    ? 1
                    : 0;
        }
        startStandalone();
        System.out.println(hit + " of " + KILLS + " kills hit an upload that was not acknowledged; "
                + acknowledged.size() + " of " + sent.size() + " batches were acknowledged");
        assertThat(hit).isGreaterThanOrEqualTo((KILLS + 1) / 2);
        for (String mark : sent) {
            assertThat(count(mark)).as(mark).isIn(acknowledged.contains(mark) ? Set.of(HOSTS) : Set.of(0, HOSTS));
        }
    }

    @Test
    void nobody_else_may_reach_it_and_a_folder_of_another_server_is_refused() throws Exception {
        Result open = new ProgramRun().run("standalone", "--bind", "0.0.0.0");
        assertThat(open.code()).isEqualTo(2);
        assertThat(open.err())
                .startsWith("drift: --bind 0.0.0.0 is not a loopback address")
                .hasLineCount(1);

        startStandalone();
        Result second = new ProgramRun()
                .run(
                        "standalone",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString());
        assertThat(second.code()).isEqualTo(2);
        assertThat(second.err())
                .startsWith("drift: another Drift works on the data folder")
                .hasLineCount(1);
    }
}
