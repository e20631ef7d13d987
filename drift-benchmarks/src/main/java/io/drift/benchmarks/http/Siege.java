package io.drift.benchmarks.http;

import io.drift.benchmarks.fleet.Fleet;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.Goal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The server's jar, in the memory that the image gets, while a service hangs, while clients send or read nothing, and
 * while it is told to stop. What nobody stands in the way of must go on.
 */
public final class Siege {

    /** 70 % of the gibibyte that {@code deploy/clowdapp.yaml} allows. */
    private static final List<String> AS_IN_THE_IMAGE = List.of("-Xmx716m", "-XX:+ExitOnOutOfMemoryError");

    private static final List<String> IN_256_MEGABYTES = List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
    private static final int SYSTEMS = 400;
    private static final int WARM_UP = 500;
    private static final String STATUS = "/mgmt/v0/status";
    private static final String REPORT = "/api/drift/v1/comparison_report?";
    private static final Duration PROBE_EVERY = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** The default deadline of a request, and a second. */
    private static final double LATEST = 31_000;

    private final String java;
    private final Path jar;
    private final Duration time;
    private final List<String> ids = Fleet.of(SYSTEMS, Fleet.SEED).ids();
    private final List<Figure> figures = new ArrayList<>();

    /**
     * A siege.
     *
     * @param java the java command
     * @param jar the server's jar
     * @param time how long a service hangs
     */
    public Siege(String java, Path jar, Duration time) {
        this.java = java;
        this.jar = jar;
        this.time = time;
    }

    /** Measures and tells on the way how far it is. */
    public List<Figure> measure() throws IOException, InterruptedException {
        try (Services services = Services.start(java, SYSTEMS, 0);
                HungService hung = new HungService()) {
            hungInventory(services.port(), hung.port());
            hungHistory(services.port(), hung.port());
            drips(services.port());
            idleReaders(services.port());
            stopping(services.port());
            bodies(services.port());
        }
        return figures;
    }

    private RunningServer start(List<String> options, int services, Map<String, Integer> others)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        Map<String, String> urls = new HashMap<>();
        for (String service : List.of("INVENTORY", "BASELINE", "HSP", "RBAC")) {
            urls.put(service + "_SVC_URL", "http://127.0.0.1:" + others.getOrDefault(service, services));
        }
        RunningServer server = RunningServer.start(command, jar, urls);
        warmUp(server, others);
        return server;
    }

    /** A server that is besieged has run for a while: what is loaded and compiled once is not of interest. */
    private void warmUp(RunningServer server, Map<String, Integer> others) {
        List<Call> well = new ArrayList<>(List.of(baseline(server), new Call(server.port(), STATUS, Map.of())));
        if (!others.containsKey("HSP")) {
            well.add(history(server));
        }
        if (!others.containsKey("INVENTORY")) {
            well.add(systems(server, 2));
        }
        byte[] buffer = new byte[1 << 13];
        for (int i = 0; i < WARM_UP; i++) {
            well.forEach(call -> call.status(buffer));
        }
    }

    private static Call baseline(RunningServer server) {
        return Call.byUser(server.port(), REPORT + "baseline_ids%5B%5D=" + MemoryServices.BASELINE);
    }

    private static Call history(RunningServer server) {
        return Call.byUser(server.port(), REPORT + "historical_system_profile_ids%5B%5D=" + MemoryServices.PROFILE);
    }

    private Call systems(RunningServer server, int count) {
        return Call.byUser(
                server.port(),
                REPORT
                        + ids.subList(0, count).stream()
                                .map(id -> "system_ids%5B%5D=" + id)
                                .collect(Collectors.joining("&")));
    }

    private void hungInventory(int services, int hung) throws IOException, InterruptedException {
        System.out.println("the inventory hangs for " + time.toSeconds() + " s, and 600 clients ask for its systems");
        try (RunningServer server = start(AS_IN_THE_IMAGE, services, Map.of("INVENTORY", hung));
                Crowd crowd = Crowd.of(600, systems(server, 2));
                Stranger probes = probes(server);
                Stranger strangers = Stranger.of(baseline(server), PAUSE);
                Stranger others = Stranger.of(history(server), PAUSE)) {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
            probed("600 clients, the inventory hangs", probes);
            answered("  reports of baselines", strangers.end());
            answered("  reports of history", others.end());
            latest(crowd);
        }
    }

    private void hungHistory(int services, int hung) throws IOException, InterruptedException {
        System.out.println("history hangs for " + time.toSeconds() + " s, and 200 clients ask for 1,000 profiles each");
        String thousand = IntStream.range(0, 1000)
                .mapToObj(number -> "historical_system_profile_ids%5B%5D=" + new UUID(0x4000L, Long.MIN_VALUE | number))
                .collect(Collectors.joining("&"));
        try (RunningServer server = start(AS_IN_THE_IMAGE, services, Map.of("HSP", hung));
                Crowd crowd = Crowd.of(200, Call.byUser(server.port(), REPORT + thousand));
                Stranger probes = probes(server);
                Stranger strangers = Stranger.of(baseline(server), PAUSE);
                Stranger others = Stranger.of(systems(server, 2), PAUSE)) {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
            probed("200 clients for 1,000 profiles each, history hangs", probes);
            answered("  reports of baselines", strangers.end());
            answered("  reports of systems", others.end());
            latest(crowd);
        }
    }

    private static Stranger probes(RunningServer server) {
        return Stranger.of(new Call(server.port(), STATUS, Map.of("Connection", "close")), PROBE_EVERY);
    }

    private void probed(String what, Stranger probes) throws InterruptedException {
        Outcomes outcomes = probes.end();
        outcomes.slowest()
                .ifPresent(one -> System.out.printf("  the slowest probe was sent after %.1f s%n", one.asked() / 1e9));
        figures.add(new Figure(
                what + ": slowest of " + outcomes.count() + " probes", 0, outcomes.slowestMillis(), "ms", within(500)));
        figures.add(notAnswered(outcomes));
    }

    private void answered(String what, Outcomes outcomes) {
        figures.add(new Figure(what + ", 99 of 100", 0, outcomes.millisOf99(), "ms", within(1000)));
        figures.add(notAnswered(outcomes));
    }

    private static Figure notAnswered(Outcomes outcomes) {
        return new Figure("    not answered", 0, outcomes.count() - outcomes.reports(), "", Goal.atMost(0, 0));
    }

    private void latest(Crowd crowd) throws InterruptedException {
        Outcomes outcomes = crowd.end();
        System.out.println("  the clients got " + outcomes.byStatus());
        figures.add(new Figure("  the latest answer to them", 0, outcomes.slowestMillis(), "ms", within(LATEST)));
    }

    private static Goal within(double millis) {
        return Goal.atMost(millis, millis / 2);
    }

    private void drips(int services) throws IOException, InterruptedException {
        System.out.println("300 bodies and 2,000 heads drip");
        try (RunningServer server = start(AS_IN_THE_IMAGE, services, Map.of());
                OpenConnections drips = new OpenConnections()) {
            drips.open(
                    300,
                    server.port(),
                    "POST " + REPORT.replace("?", "")
                            + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{",
                    0);
            drips.open(2000, server.port(), "GET " + REPORT + " HTTP/1.1\r\nHost: x\r\nX-Slow: ", 0);
            drips.drip();
            next("300 bodies and 2,000 heads drip: the next report", server);
        }
    }

    private void idleReaders(int services) throws IOException, InterruptedException {
        System.out.println("100 clients ask for 200 systems each and do not read");
        try (RunningServer server = start(IN_256_MEGABYTES, services, Map.of());
                OpenConnections readers = new OpenConnections()) {
            readers.open(
                    100,
                    server.port(),
                    "GET " + systems(server, 200).target() + " HTTP/1.1\r\nHost: x\r\nx-rh-identity: "
                            + ReportClient.IDENTITY + "\r\n\r\n",
                    4096);
            next("100 readers that do not read, 256 MB: the next report", server);
            next("  the one after", server);
        }
    }

    private void next(String what, RunningServer server) {
        long begin = System.nanoTime();
        int status = systems(server, 2).status(new byte[1 << 13]);
        double millis = status == 200 ? (System.nanoTime() - begin) / 1e6 : Double.NaN;
        figures.add(new Figure(what, 2, millis, "ms", within(1000)));
        if (status != 200) {
            System.out.println("  it was answered " + status);
        }
    }

    private void bodies(int services) throws IOException, InterruptedException {
        System.out.println("bodies of 1 MiB, once the server has compiled what is hot");
        try (RunningServer server = start(AS_IN_THE_IMAGE, services, Map.of())) {
            figures.add(Bodies.worst(server));
        }
    }

    /** What is sent after the signal may be refused; what was sent before must be answered. */
    private void stopping(int services) throws IOException, InterruptedException {
        System.out.println("16 clients ask while the server is told to stop");
        try (RunningServer server = start(AS_IN_THE_IMAGE, services, Map.of());
                Crowd crowd = Crowd.of(16, systems(server, 20))) {
            TimeUnit.SECONDS.sleep(5);
            Duration told = crowd.elapsed();
            int status = server.stop();
            Outcomes before = crowd.end().between(Duration.ZERO, told);
            figures.add(new Figure(
                    "kill -TERM under load: of " + before.count() + " requests, sent before and lost",
                    20,
                    before.byStatus().getOrDefault(Outcomes.CUT_OFF, 0L),
                    "",
                    Goal.atMost(0, 0)));
            figures.add(new Figure("  exit status", 0, status, "", Goal.atMost(0, 0)));
        }
    }
}
