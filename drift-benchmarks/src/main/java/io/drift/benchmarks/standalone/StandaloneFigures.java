package io.drift.benchmarks.standalone;

import io.drift.benchmarks.http.RunningServer;
import io.drift.benchmarks.table.Figure;
import io.drift.benchmarks.table.Goal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Runs Drift on its own in 512 MB, and holds what it measured against the goals. */
public final class StandaloneFigures {

    private static final int BATCH = 100;
    private static final int PAGE = 50;
    private static final int KEPT = 2000;
    private static final int IN_A_REPORT = 100;
    private static final int ROUNDS = 21;
    private static final int WARM_UP = 500;

    private final List<String> java;
    private final Path jar;
    private final Path folder;
    private final int systems;
    private final int checkIns;
    private final List<Figure> figures = new ArrayList<>();

    /**
     * A run.
     *
     * @param java the java command
     * @param jar the server's jar
     * @param folder an empty one, for its data
     * @param parts how many parts of all are measured, of 5
     */
    public StandaloneFigures(String java, Path jar, Path folder, int parts) {
        this.java = List.of(java, "-Xmx512m");
        this.jar = jar;
        this.folder = folder;
        this.systems = 2000 * parts;
        this.checkIns = 20 * parts;
    }

    /** Measures and tells on the way how far it is. */
    public List<Figure> measure() throws IOException, InterruptedException, SQLException {
        Path data = folder.resolve("data");
        try (RunningServer running = RunningServer.standalone(java, jar, data)) {
            OwnServer server = new OwnServer(running);
            inBatches(server);
            singly(server);
            pages(server);
            reports(server);
        }
        figures.add(Figure.of("the data folder, a system", systems, (double) size(data) / systems, "bytes"));
        history();
        return figures;
    }

    /** The same of reports only. */
    public List<Figure> measureReports() throws IOException, InterruptedException {
        try (RunningServer running = RunningServer.standalone(java, jar, folder.resolve("data"))) {
            OwnServer server = new OwnServer(running);
            for (int from = 0; from < KEPT; from += BATCH) {
                server.upload(UploadDocuments.of(from, from + BATCH));
            }
            reports(server);
        }
        return figures;
    }

    private void reports(OwnServer server) throws IOException {
        System.out.println("reports of " + IN_A_REPORT + " systems");
        figures.addAll(new StoredReports(server, IN_A_REPORT).measure(WARM_UP, ROUNDS));
    }

    private int singles() {
        return systems / 10;
    }

    /** How long some systems took, within this process and over HTTP. */
    private record Taken(int systems, long plain, long overHttp) {

        Taken plus(Taken other) {
            return new Taken(systems + other.systems, plain + other.plain, overHttp + other.overHttp);
        }

        double ratio() {
            return (double) overHttp / plain;
        }
    }

    /** Each batch goes both ways, one after the other, so that both meet the same machine. */
    private void inBatches(OwnServer server) throws IOException, SQLException {
        int last = systems - singles();
        System.out.println(last + " systems in batches of " + BATCH);
        Taken first = new Taken(0, 0, 0);
        Taken second = first;
        long bytes = 0;
        try (PlainStore store = PlainStore.in(folder)) {
            for (int from = 0; from < last; from += BATCH) {
                List<byte[]> batch = UploadDocuments.of(from, from + BATCH);
                bytes += batch.stream().mapToLong(document -> document.length).sum();
                long begin = System.nanoTime();
                store.keep(batch);
                Taken taken = new Taken(BATCH, System.nanoTime() - begin, server.upload(batch));
                if (from < last / 2) {
                    first = first.plus(taken);
                } else {
                    second = second.plus(taken);
                }
            }
        }
        figures.add(Figure.of("size of a system", last, (double) bytes / last, "bytes"));
        figures.add(Figure.of("uploads in batches, the first half", first.systems(), rate(first), "1/s"));
        figures.add(Figure.of("  to reading, deflating and inserting", first.systems(), first.ratio(), "x"));
        figures.add(new Figure(
                "uploads in batches, the second half", second.systems(), rate(second), "1/s", Goal.atLeast(300, 600)));
        figures.add(new Figure(
                "  to reading, deflating and inserting", second.systems(), second.ratio(), "x", Goal.atMost(1.5, 1.2)));
    }

    private static double rate(Taken taken) {
        return taken.systems() / (taken.overHttp() / 1e9);
    }

    private void singly(OwnServer server) throws IOException {
        System.out.println(singles() + " systems one by one");
        long nanos = 0;
        for (byte[] document : UploadDocuments.of(systems - singles(), systems)) {
            nanos += server.upload(List.of(document));
        }
        figures.add(
                new Figure("uploads one by one", singles(), singles() / (nanos / 1e9), "1/s", Goal.atLeast(100, 200)));
    }

    private void pages(OwnServer server) throws IOException {
        System.out.println("pages of the list");
        Random random = new Random(1);
        long[] nanos = new long[400];
        for (int i = 0; i < 2 * nanos.length; i++) {
            nanos[i % nanos.length] = server.page(1 + random.nextInt(systems / PAGE), PAGE);
        }
        Arrays.sort(nanos);
        figures.add(new Figure(
                "a page of " + PAGE + " systems, half of them",
                systems,
                nanos[nanos.length / 2] / 1e6,
                "ms",
                Goal.atMost(20, 10)));
        figures.add(Figure.of("  95 of 100", systems, nanos[nanos.length * 95 / 100] / 1e6, "ms"));
    }

    /** A system's uploads come hour by hour, those of all systems of an hour in batches. */
    private void history() throws IOException, InterruptedException {
        int machines = 500;
        System.out.println(machines + " systems, " + checkIns + " uploads each");
        Path data = folder.resolve("history");
        HistoryDocuments documents = new HistoryDocuments(machines);
        long given = 0;
        long nanos = 0;
        try (RunningServer running = RunningServer.standalone(java, jar, data)) {
            OwnServer server = new OwnServer(running);
            for (int hour = 0; hour < checkIns; hour++) {
                List<byte[]> round = documents.round(hour);
                given += round.stream().mapToLong(document -> document.length).sum();
                for (int from = 0; from < machines; from += BATCH) {
                    nanos += server.upload(round.subList(from, from + BATCH));
                }
            }
        }
        int uploads = machines * checkIns;
        figures.add(Figure.of("history: uploads of systems that are known", uploads, uploads / (nanos / 1e9), "1/s"));
        figures.add(Figure.of("  given, an upload", uploads, (double) given / uploads, "bytes"));
        figures.add(Figure.of("  kept on the disk, an upload", uploads, (double) size(data) / uploads, "bytes"));
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
