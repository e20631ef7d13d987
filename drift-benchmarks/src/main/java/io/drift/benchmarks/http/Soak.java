package io.drift.benchmarks.http;

import io.drift.benchmarks.fleet.Fleet;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.Goal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks for twice as much as the server can do, for minutes, while its services fail now and then. It must refuse what it
 * cannot do, answer the rest about as fast as ever, and need no more memory and threads at the end than at the beginning.
 */
public final class Soak {

    private static final int SYSTEMS = 400;
    private static final int CLIENTS = 8;
    private static final int FAULTS_PERCENT = 5;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    /** A report, a service that failed, refused for load, and too late. */
    private static final Set<Integer> DOCUMENTED = Set.of(200, 500, 503, 504);

    private final String java;
    private final Path jar;
    private final Duration time;

    /**
     * What was found.
     *
     * @param figures with their goals
     * @param lines of the plot: a row for each ten seconds, as {@code seconds reports refused other millisOf99}
     */
    public record Found(List<Figure> figures, List<double[]> lines) {}

    /**
     * A soak.
     *
     * @param java the java command
     * @param jar the server's jar
     * @param time how long it is asked for too much; in less than five minutes each "minute" is a fifth of it
     */
    public Soak(String java, Path jar, Duration time) {
        this.java = java;
        this.jar = jar;
        this.time = time;
    }

    /** Measures and tells on the way how far it is. */
    public Found run() throws IOException, InterruptedException {
        Path collections = Files.createTempFile("soak", ".log");
        List<String> command =
                List.of(java, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-Xlog:gc:file=" + collections + ":uptime");
        try (Services services = Services.start(java, SYSTEMS, FAULTS_PERCENT);
                RunningServer server = RunningServer.start(command, jar, services.port())) {
            return soak(server, collections);
        } finally {
            Files.delete(collections);
        }
    }

    private Found soak(RunningServer server, Path collections) throws IOException, InterruptedException {
        PacedLoad load = new PacedLoad(
                server.port(), new MixedReports(Fleet.of(SYSTEMS, Fleet.SEED).ids(), Fleet.SEED));
        Duration part = time.dividedBy(10);
        System.out.println("warming up for " + 2 * part.toSeconds() + " s, then the capacity");
        load.closed(CLIENTS, part.multipliedBy(2));
        double capacity = load.closed(CLIENTS, part).reports() * 1e9 / part.toNanos();
        System.out.printf("half of %.1f reports a second for %d s%n", capacity, 2 * part.toSeconds());
        double calm = load.open(capacity / 2, part.multipliedBy(2)).millisOf99();
        System.out.printf("twice that for %d s, 99 of 100 took %.0f ms before%n", time.toSeconds(), calm);
        double before = server.heapMegabytes();
        Duration minute = Duration.ofSeconds(Math.min(60, time.toSeconds() / 5));
        Needs second = new Needs(server, collections, minute, minute);
        Needs last = new Needs(server, collections, time.minus(minute), minute);
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleAtFixedRate(second::look, LOOK_AGAIN.toMillis(), LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        watch.scheduleAtFixedRate(last::look, LOOK_AGAIN.toMillis(), LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        Outcomes outcomes = load.open(2 * capacity, time);
        watch.shutdown();
        watch.awaitTermination(1, TimeUnit.MINUTES);
        double left = server.isRunning() ? server.heapMegabytes() / before : Double.NaN;
        List<Figure> figures = new ArrayList<>(figures(capacity, calm, outcomes, server.isRunning(), second, last));
        figures.add(Figure.of("heap of the server with nothing to do, before", 0, before, "MB"));
        figures.add(new Figure("  afterwards, to that", 0, left, "x", Goal.atMost(1.1, 1.05)));
        return new Found(figures, lines(outcomes));
    }

    private List<Figure> figures(
            double capacity, double calm, Outcomes outcomes, boolean isRunning, Needs second, Needs last)
            throws IOException {
        long undocumented = outcomes.byStatus().entrySet().stream()
                .filter(status -> !DOCUMENTED.contains(status.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return List.of(
                Figure.of("capacity, as 8 clients find it", 0, capacity, "1/s"),
                Figure.of("99 of 100 reports at half of it", 0, calm, "ms"),
                Figure.of("asked at twice the capacity", 0, outcomes.count(), ""),
                Figure.of("  reports", 0, outcomes.reports(), ""),
                Figure.of("  refused with 503", 0, outcomes.refused(), ""),
                new Figure("the server still runs at the end", 0, isRunning ? 1 : 0, "", Goal.atLeast(1, 1)),
                new Figure("  answers that are not documented", 0, undocumented, "", Goal.atMost(0, 0)),
                new Figure(
                        "99 of 100 reports, to those at half", 0, outcomes.millisOf99() / calm, "x", Goal.atMost(3, 2)),
                Figure.of("heap behind collections, second minute", 0, second.heapMegabytes(), "MB"),
                new Figure(
                        "  last minute, to that",
                        0,
                        last.heapMegabytes() / second.heapMegabytes(),
                        "x",
                        Goal.atMost(1.1, 1.05)),
                Figure.of("threads, second minute", 0, second.threads(), ""),
                new Figure("  last minute, to that", 0, last.threads() / second.threads(), "x", Goal.atMost(1.1, 1)));
    }

    private List<double[]> lines(Outcomes outcomes) {
        List<double[]> lines = new ArrayList<>();
        Duration step = Duration.ofSeconds(Math.max(1, time.toSeconds() / 60));
        for (Duration from = Duration.ZERO; from.compareTo(time) < 0; from = from.plus(step)) {
            Outcomes some = outcomes.between(from, from.plus(step));
            double seconds = step.toNanos() / 1e9;
            lines.add(new double[] {
                from.toSeconds(),
                some.reports() / seconds,
                some.refused() / seconds,
                (some.count() - some.reports() - some.refused()) / seconds,
                some.millisOf99()
            });
        }
        return lines;
    }
}
