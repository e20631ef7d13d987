package io.drift.benchmarks.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a server for mixed reports: each when it is due, whether or not the ones before are answered, as strangers do. What a
 * client has to wait until it can send counts as time that the answer took.
 */
final class PacedLoad {

    /** More cannot be in flight. */
    private static final int CLIENTS = 256;

    private static final int PATIENCE = 60_000;

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
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + asked.target())
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            connection.setRequestProperty("x-rh-identity", ReportClient.IDENTITY);
            asked.headers().forEach(connection::setRequestProperty);
            int status = connection.getResponseCode();
            try (InputStream body = status < HttpURLConnection.HTTP_BAD_REQUEST
                    ? connection.getInputStream()
                    : connection.getErrorStream()) {
                while (body != null && body.read(buffer) >= 0) {
                    // only that it comes to its end matters
                }
            }
            return status;
        } catch (IOException cut) {
            return Outcomes.CUT_OFF;
        }
    }
}
