package io.drift.benchmarks.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Several clients that ask a server for reports without a pause. */
final class Load {

    private Load() {}

    /**
     * What a time of load gave.
     *
     * @param reports how many reports were answered
     * @param took how long it took
     * @param cpu how much processor time the server used
     */
    record Result(long reports, Duration took, Duration cpu) {

        double cpuMillisAReport() {
            return cpu.toNanos() / 1e6 / reports;
        }

        double reportsASecond() {
            return reports * 1e9 / took.toNanos();
        }
    }

    /**
     * Asks for some time.
     *
     * @param server whom
     * @param ids the systems of each report
     * @param clients how many ask at the same time
     * @param time how long
     * @throws IOException if a single report was not answered in full
     */
    static Result run(RunningServer server, List<String> ids, int clients, Duration time) throws IOException {
        Duration cpuBefore = server.cpu();
        long begin = System.nanoTime();
        List<CompletableFuture<Long>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            CompletableFuture<Long> reports = new CompletableFuture<>();
            running.add(reports);
            new Thread(() -> ask(server, ids, begin + time.toNanos(), reports), "client " + i).start();
        }
        long reports = running.stream().mapToLong(CompletableFuture::join).sum();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new Result(reports, took, server.cpu().minus(cpuBefore));
    }

    private static void ask(RunningServer server, List<String> ids, long until, CompletableFuture<Long> reports) {
        try {
            ReportClient client = new ReportClient(server.port(), ids);
            long asked = 0;
            while (System.nanoTime() < until) {
                client.ask();
                asked++;
            }
            reports.complete(asked);
        } catch (IOException | RuntimeException failed) {
            reports.completeExceptionally(failed);
        }
    }
}
