package io.drift.benchmarks.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A client that asks now and then, and wants to be answered whatever others do. */
final class Stranger implements AutoCloseable {

    private final Thread thread;
    private final Outcomes outcomes = new Outcomes();
    private final long begin = System.nanoTime();

    private Stranger(Call call, Duration pause) {
        thread = new Thread(() -> ask(call, pause), "stranger");
    }

    /**
     * Lets it ask.
     *
     * @param call what it asks for
     * @param pause between an answer and the next request
     */
    static Stranger of(Call call, Duration pause) {
        Stranger stranger = new Stranger(call, pause);
        stranger.thread.start();
        return stranger;
    }

    private void ask(Call call, Duration pause) {
        byte[] buffer = new byte[1 << 13];
        try {
            while (true) {
                long asked = System.nanoTime();
                int status = call.status(buffer);
                outcomes.add(new Outcomes.Outcome(asked - begin, System.nanoTime() - asked, status));
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            }
        } catch (InterruptedException sentAway) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the last answer. */
    Outcomes end() throws InterruptedException {
        thread.interrupt();
        thread.join();
        return outcomes;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
