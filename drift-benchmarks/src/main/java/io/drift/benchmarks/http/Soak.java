package io.drift.benchmarks.http;

import io.drift.benchmarks.fleet.Fleet;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.Goal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Asks for twice as much as the server can do, for minutes, while its services fail now and then. It must refuse what it
 * cannot do, answer the rest about as fast as ever, and need no more memory and threads at the end than at the beginning.
 */
public final class Soak {

    private static final int SYSTEMS = 400;
    private static final int CLIENTS = 8;
    private static final int FAULTS_PERCENT = 5;
    /** A report, a service that failed, refused for load, and too late. */
    private static final Set<Integer> DOCUMENTED = Set.of(200, 500, 503, 504);

    private final String java;
    private final Path jar;
    private final Duration time;
    private final Minute second = new Minute();
    private final Minute last = new Minute();

    /**
     * The reports in flight have their part in what is used; what stays for good is in the least of some samples. More of
     * them would be seen in the times of the answers: each collects the whole heap.
     */
    private static final int SAMPLES_A_MINUTE = 3;

    /**
     * What the server needed at a moment.
     *
     * @param heapMegabytes the heap that was still used behind a collection; not a number if nobody could tell
     * @param threads how many threads it had; not a number if nobody could tell
     */
    record Needs(double heapMegabytes, double threads) {}

    /** What it needed in a minute. */
    private static final class Minute {

        private final List<Needs> samples = new ArrayList<>();

        void watch(RunningServer server, Duration begin, Duration length, ScheduledExecutorService clock) {
            for (int sample = 0; sample < SAMPLES_A_MINUTE; sample++) {
                Duration at = begin.plus(length.multipliedBy(sample).dividedBy(SAMPLES_A_MINUTE));
                clock.schedule(() -> samples.add(server.needs()), at.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        double least(ToDoubleFunction<Needs> what) {
            return samples.stream().mapToDouble(what).min().orElse(Double.NaN);
        }
    }

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
        try (Services services = Services.start(java, SYSTEMS, FAULTS_PERCENT);
                RunningServer server = RunningServer.start(
                        List.of(java, "-Xmx256m", "-XX:+ExitOnOutOfMemoryError"), jar, services.port())) {
            return soak(server);
        }
    }

    private Found soak(RunningServer server) throws InterruptedException {
        PacedLoad load = new PacedLoad(
                server.port(), new MixedReports(Fleet.of(SYSTEMS, Fleet.SEED).ids(), Fleet.SEED));
        Duration part = time.dividedBy(10);
        System.out.println("warming up for " + 2 * part.toSeconds() + " s, then the capacity");
        load.closed(CLIENTS, part.multipliedBy(2));
        double capacity = load.closed(CLIENTS, part).reports() * 1e9 / part.toNanos();
        System.out.printf("half of %.1f reports a second for %d s%n", capacity, 2 * part.toSeconds());
        double calm = load.open(capacity / 2, part.multipliedBy(2)).millisOf99();
        System.out.printf("twice that for %d s, 99 of 100 took %.0f ms before%n", time.toSeconds(), calm);
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        Duration minute = Duration.ofSeconds(Math.min(60, time.toSeconds() / 5));
        second.watch(server, minute, minute, watch);
        last.watch(server, time.minus(minute), minute, watch);
        Outcomes outcomes = load.open(2 * capacity, time);
        watch.shutdown();
        watch.awaitTermination(1, TimeUnit.MINUTES);
        return new Found(figures(capacity, calm, outcomes, server.isRunning()), lines(outcomes));
    }

    private List<Figure> figures(double capacity, double calm, Outcomes outcomes, boolean isRunning) {
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
                new Figure(
                        "heap behind a collection, last to second minute",
                        0,
                        last.least(Needs::heapMegabytes) / second.least(Needs::heapMegabytes),
                        "x",
                        Goal.atMost(1.1, 1.05)),
                new Figure(
                        "threads, last to second minute",
                        0,
                        last.least(Needs::threads) / second.least(Needs::threads),
                        "x",
                        Goal.atMost(1.1, 1)));
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
