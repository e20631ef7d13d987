package io.drift.benchmarks.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a server for mixed reports: each when it is due, whether or not the ones before are answered, as strangers do. What a
 * client has to wait until it can send counts as time that the answer took.
 */
final class PacedLoad {

    /** More cannot be in flight. */
    private static final int CLIENTS = 256;

    private final int port;
    private final MixedReports reports;

    PacedLoad(int port, MixedReports reports) {
        this.port = port;
        this.reports = reports;
    }

    /** As fast as some clients get their answers; how many reports a second that are is the capacity. */
    Outcomes closed(int clients, Duration time) throws InterruptedException {
        long begin = System.nanoTime();
        return run(clients, number -> System.nanoTime() - begin, time, begin);
    }

    /** So many a second. */
    Outcomes open(double perSecond, Duration time) throws InterruptedException {
        return run(CLIENTS, number -> (long) (number * 1e9 / perSecond), time, System.nanoTime());
    }

    /** When a request is due, in nanoseconds since the beginning. */
    @FunctionalInterface
    private interface Pace {
        long due(long number);
    }

    private Outcomes run(int clients, Pace pace, Duration time, long begin) throws InterruptedException {
        Outcomes outcomes = new Outcomes();
        AtomicLong next = new AtomicLong();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(() -> ask(pace, time, begin, next, outcomes), "client " + i);
            client.start();
            running.add(client);
        }
        for (Thread client : running) {
            client.join();
        }
        return outcomes;
    }

    private void ask(Pace pace, Duration time, long begin, AtomicLong next, Outcomes outcomes) {
        byte[] buffer = new byte[1 << 16];
        while (true) {
            long due = pace.due(next.getAndIncrement());
            if (due >= time.toNanos()) {
                return;
            }
            for (long wait = due - (System.nanoTime() - begin); wait > 0; wait = due - (System.nanoTime() - begin)) {
                LockSupport.parkNanos(wait);
            }
            int status = statusOf(reports.next(), buffer);
            outcomes.add(new Outcomes.Outcome(due, System.nanoTime() - begin - due, status));
        }
    }

    private int statusOf(MixedReports.Asked asked, byte[] buffer) {
        Map<String, String> headers = new HashMap<>(asked.headers());
        headers.put("x-rh-identity", ReportClient.IDENTITY);
        return new Call(port, asked.target(), headers).status(buffer);
    }
}
