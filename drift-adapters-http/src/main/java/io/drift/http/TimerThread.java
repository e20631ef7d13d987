package io.drift.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that ends calls when their time is up. It waits for nobody. */
final class TimerThread implements CallTimer, AutoCloseable {

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1,
            work -> {
                Thread timer = new Thread(work, "drift-call-timer");
                timer.setDaemon(true);
                return timer;
            },
            new ScheduledThreadPoolExecutor.DiscardPolicy());

    TimerThread() {
        thread.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Runnable after(Duration delay, Runnable work) {
        Future<?> later = thread.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> later.cancel(false);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
