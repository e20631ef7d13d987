package io.drift.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program as a process of its own, with one stream for all that it prints. It is killed when this is closed. */
public final class DriftProcess implements AutoCloseable {

    private static final String LISTENS = "Drift listens on ";
    private static final int PATIENCE_SECONDS = 60;

    /** Options for Java that a process which lives for seconds starts much sooner with. */
    public static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final BufferedReader output;
    private final StringWriter printed = new StringWriter();
    private final Thread drain = new Thread(this::drain, "drain");

    private DriftProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    /** How it is started. */
    public record Start(List<String> launcher, List<String> options, Map<String, String> environment) {

        /** As anybody does. */
        public static final Start PLAIN = new Start(List.of(), List.of(), Map.of());

        /** Another program starts it. */
        public Start withLauncher(String... words) {
            return new Start(List.of(words), options, environment);
        }

        /** With options for Java. */
        public Start withOptions(String... words) {
            return new Start(launcher, List.of(words), environment);
        }

        /** With variables. */
        public Start withEnvironment(Map<String, String> variables) {
            return new Start(launcher, options, variables);
        }

        /** Starts. */
        public DriftProcess run(String... words) throws IOException {
            List<String> command = new ArrayList<>(launcher);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(SHORT_LIVED);
            command.addAll(options);
            command.addAll(List.of("-cp", classPathWithoutTests(), Main.class.getName()));
            command.addAll(List.of(words));
            ProcessBuilder drift = new ProcessBuilder(command).redirectErrorStream(true);
            drift.environment().putAll(environment);
            return new DriftProcess(drift.start());
        }
    }

    /** The logging configuration for tests would hide what a server logs. */
    public static String classPathWithoutTests() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The process itself. */
    public Process process() {
        return process;
    }

    /** The lines up to the next one that has a text in it, which is the last. */
    public List<String> linesUpTo(String part) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(part)) {
                return lines;
            }
        }
        throw new AssertionError("it ended before it printed '" + part + "':\n" + String.join("\n", lines));
    }

    /** The next line that has a text in it. */
    public String line(String part) throws IOException {
        List<String> lines = linesUpTo(part);
        return lines.get(lines.size() - 1);
    }

    /** Waits until it listens, and from then on lets it print what it likes. */
    public String url() throws IOException {
        String url = line(LISTENS).replaceFirst(".*listens on (?:http://)?([0-9.:]+[0-9]).*", "http://$1");
        drain.setDaemon(true);
        drain.start();
        return url;
    }

    private void drain() {
        try {
            output.transferTo(printed);
        } catch (IOException killed) {
            // there is nothing more to read
        }
    }

    /** What it printed after it listened, once it has ended. */
    public List<String> linesWhileItListened() throws InterruptedException {
        drain.join();
        return printed.toString().lines().toList();
    }

    /** What it prints until it ends, which it has to do without listening. */
    public List<String> linesOfRefusal() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains(LISTENS)) {
                throw new AssertionError("it has started: " + lines);
            }
        }
        return lines;
    }

    /** Tells it to end, as an operator does. */
    public DriftProcess terminate() {
        process.toHandle().destroy();
        return this;
    }

    /** Ends it with no chance to do anything. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits until it has ended. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
