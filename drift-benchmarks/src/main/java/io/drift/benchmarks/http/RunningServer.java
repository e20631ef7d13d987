package io.drift.benchmarks.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server's jar as a process. */
public final class RunningServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final long begin;
    private final Duration toFirstAnswer;

    private RunningServer(Process process, int port, long begin, Duration toFirstAnswer) {
        this.process = process;
        this.port = port;
        this.begin = begin;
        this.toFirstAnswer = toFirstAnswer;
    }

    /**
     * Starts the server and asks for its status until it answers.
     *
     * @param java the command that runs it, its JVM's options included
     * @param jar the server's jar
     * @param services the port of the services
     */
    static RunningServer start(List<String> java, Path jar, int services) throws IOException, InterruptedException {
        String url = "http://127.0.0.1:" + services;
        return start(java, jar, Map.of("INVENTORY_SVC_URL", url, "RBAC_SVC_URL", url));
    }

    /**
     * The same, with services in several places.
     *
     * @param services the settings that name their URLs
     */
    static RunningServer start(List<String> java, Path jar, Map<String, String> services)
            throws IOException, InterruptedException {
        int port = freePort();
        Map<String, String> settings = new HashMap<>(services);
        settings.putAll(Map.of("PORT", Integer.toString(port), "DRIFT_LISTEN_ADDRESS", "127.0.0.1"));
        return start(java, List.of("-jar", jar.toString()), settings, port);
    }

    /**
     * Starts Drift on its own.
     *
     * @param java the command that runs it, its JVM's options included
     * @param jar the server's jar
     * @param data the folder of its data
     */
    public static RunningServer standalone(List<String> java, Path jar, Path data)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> words = List.of(
                "-jar", jar.toString(), "standalone", "--data", data.toString(), "--port", Integer.toString(port));
        return start(java, words, Map.of("LOG_LEVEL", "WARN"), port);
    }

    private static RunningServer start(List<String> java, List<String> words, Map<String, String> settings, int port)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java);
        command.addAll(words);
        ProcessBuilder server = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // settings of this machine, such as a file of certificates to read, are none of the measured server's
        server.environment().clear();
        server.environment().putAll(settings);
        long begin = System.nanoTime();
        Process process = server.start();
        try {
            awaitAnswer(process, port, begin);
        } catch (IOException | RuntimeException | InterruptedException failed) {
            process.destroyForcibly();
            throw failed;
        }
        return new RunningServer(process, port, begin, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static void awaitAnswer(Process process, int port, long begin) throws IOException, InterruptedException {
        URL status = URI.create("http://127.0.0.1:" + port + "/mgmt/v0/status").toURL();
        while (!answers(status)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IOException("the server did not start");
            }
            TimeUnit.MILLISECONDS.sleep(3);
        }
    }

    private static boolean answers(URL status) throws IOException {
        try {
            return ((HttpURLConnection) status.openConnection()).getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    Duration toFirstAnswer() {
        return toFirstAnswer;
    }

    /** How much processor time it has used so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Whether it has not ended by itself, as one that is out of memory does. */
    boolean isRunning() {
        return process.isAlive();
    }

    /** Tells it to stop, and waits for that. How it ended is its exit status, 0 for a signal that it has obeyed. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** How long it has been running. */
    Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /**
     * Collects, and tells how many MB of its heap are used then; not a number if nobody can tell. {@code jcmd} does it, and
     * prints all instances and bytes as the sum of a histogram.
     */
    double heapMegabytes() {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader out = jcmd.inputReader()) {
                return out.lines()
                        .filter(line -> line.startsWith("Total"))
                        .mapToDouble(line -> Double.parseDouble(line.strip().split("\\s+")[2]) / 1e6)
                        .findFirst()
                        .orElse(Double.NaN);
            }
        } catch (IOException noJdk) {
            return Double.NaN;
        }
    }

    /** How many threads it has; not a number if nobody can tell. */
    double threads() {
        try (Stream<String> status = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return status.filter(line -> line.startsWith("Threads:"))
                    .mapToDouble(line -> Double.parseDouble(line.substring("Threads:".length())))
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException noLinux) {
            return Double.NaN;
        }
    }

    /** Ends it as an orchestrator does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
