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

/** Runs the server under load and holds what it measured against the goals. */
public final class HttpFigures {

    private static final int SYSTEMS = 1000;
    private static final int CLIENTS = 4;
    private static final Duration FIRST = Duration.ofSeconds(8);

    private final String java;
    private final Path jar;
    private final Duration load;
    /** Until the JVM has compiled what is hot; before that its compiler uses most of the processor time. */
    private final Duration warmUp;

    private final int starts;
    private final int turns;
    private final List<String> ids = Fleet.of(SYSTEMS, Fleet.SEED).ids();
    private final List<Figure> figures = new ArrayList<>();

    /**
     * A run.
     *
     * @param java the java command
     * @param jar the server's jar
     * @param quick for a short time only
     */
    public HttpFigures(String java, Path jar, boolean quick) {
        this.java = java;
        this.jar = jar;
        this.load = Duration.ofSeconds(quick ? 4 : 20);
        this.warmUp = Duration.ofSeconds(quick ? 12 : 60);
        this.starts = quick ? 3 : 9;
        this.turns = quick ? 40 : 200;
    }

    /** Measures and tells on the way how far it is. */
    public List<Figure> measure() throws IOException, InterruptedException {
        try (Services services = Services.start(java, SYSTEMS, 0)) {
            underLoad(services.port());
            manySystems(services.port());
            groups(services.port());
            starts(services.port());
            firstSeconds(services.port());
        }
        return figures;
    }

    private void underLoad(int services) throws IOException, InterruptedException {
        try (RunningServer server = RunningServer.start(List.of(java), jar, services)) {
            for (int systems : new int[] {2, 20}) {
                List<String> asked = ids.subList(0, systems);
                System.out.println("reports of " + systems + " systems: warming up, then " + load.toSeconds()
                        + " s with one client and with " + CLIENTS);
                Load.run(server, asked, CLIENTS, warmUp);
                Load.Result alone = Load.run(server, asked, 1, load);
                Load.Result full = Load.run(server, asked, CLIENTS, load);
                figures.add(new Figure(
                        "processor time of the server a report",
                        systems,
                        full.cpuMillisAReport(),
                        "ms",
                        systems == 2 ? Goal.atMost(1.7, 1.2) : Goal.atMost(12, 5)));
                figures.add(Figure.of("  with a single client", systems, alone.cpuMillisAReport(), "ms"));
                figures.add(
                        systems == 2
                                ? Figure.of("reports a second", systems, full.reportsASecond(), "1/s")
                                : new Figure(
                                        "reports a second",
                                        systems,
                                        full.reportsASecond(),
                                        "1/s",
                                        Goal.atLeast(170, 300)));
            }
        }
    }

    private void manySystems(int services) throws IOException, InterruptedException {
        System.out.println("reports of " + SYSTEMS + " systems in 256 MB");
        try (RunningServer server = RunningServer.start(List.of(java, "-Xmx256m"), jar, services)) {
            ReportClient client = new ReportClient(server.port(), ids);
            long begin = System.nanoTime();
            long bytes = client.ask();
            figures.add(
                    Figure.of("first report in a heap of 256 MB", SYSTEMS, (System.nanoTime() - begin) / 1e6, "ms"));
            figures.add(Figure.of("  its size", SYSTEMS, bytes / 1e6, "MB"));
        }
    }

    private void groups(int services) throws IOException, InterruptedException {
        System.out.println("groups of 200 systems beside their cells");
        try (RunningServer server = RunningServer.start(List.of(java), jar, services)) {
            figures.addAll(new GroupsOverHttp(server, ids, turns).measure());
        }
    }

    private void starts(int services) throws IOException, InterruptedException {
        System.out.println("starting " + 2 * starts + " times, half of them with a class-data archive");
        figures.add(new Figure(
                "start to first answer", 0, medianStart(List.of(java), services), "ms", Goal.atMost(1300, 1300)));
        Path archive = Files.createTempDirectory("drift-benchmarks").resolve("drift.jsa");
        try {
            List<String> making =
                    List.of(java, "-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
            try (RunningServer training = RunningServer.start(making, jar, services)) {
                new ReportClient(training.port(), ids.subList(0, 2)).ask();
            }
            List<String> using = List.of(java, "-XX:SharedArchiveFile=" + archive);
            figures.add(new Figure(
                    "  with a class-data archive", 0, medianStart(using, services), "ms", Goal.atMost(1300, 700)));
        } finally {
            Files.deleteIfExists(archive);
            Files.delete(archive.getParent());
        }
    }

    /** Classes are still loaded and nothing is compiled yet, while clients already ask. */
    private void firstSeconds(int services) throws IOException, InterruptedException {
        System.out.println("the first " + FIRST.toSeconds() + " s after a start");
        try (RunningServer server = RunningServer.start(List.of(java), jar, services)) {
            Load.Result first = Load.run(server, ids.subList(0, 2), CLIENTS, FIRST);
            figures.add(Figure.of(
                    "reports a second in the first " + FIRST.toSeconds() + " s", 2, first.reportsASecond(), "1/s"));
        }
    }

    private double medianStart(List<String> command, int services) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            try (RunningServer server = RunningServer.start(command, jar, services)) {
                millis.add(server.toFirstAnswer().toNanos() / 1e6);
            }
        }
        millis.sort(null);
        return millis.get(starts / 2);
    }
}
