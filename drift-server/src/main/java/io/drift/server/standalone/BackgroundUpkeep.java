package io.drift.server.standalone;

import io.drift.registry.history.Upkeep;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Upkeep on a thread of its own: once it begins, at once, and then an hour after each end. */
final class BackgroundUpkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundUpkeep.class);

    private static final long PAUSE_MINUTES = 60;
    private static final long PATIENCE_SECONDS = 10;

    private final Supplier<Upkeep.Result> upkeep;
    private final Consumer<Upkeep.Result> told;
    private final ScheduledExecutorService thread;

    /**
     * Upkeep that has not begun.
     *
     * @param upkeep does the work
     * @param told hears what was done
     */
    BackgroundUpkeep(Supplier<Upkeep.Result> upkeep, Consumer<Upkeep.Result> told) {
        this(upkeep, told, Executors.newSingleThreadScheduledExecutor(BackgroundUpkeep::daemon));
    }

    /**
     * The same on another thread.
     *
     * @param thread is ended when the upkeep is closed
     */
    BackgroundUpkeep(Supplier<Upkeep.Result> upkeep, Consumer<Upkeep.Result> told, ScheduledExecutorService thread) {
        this.upkeep = upkeep;
        this.told = told;
        this.thread = thread;
    }

    /** Begins. */
    void begin() {
        thread.scheduleWithFixedDelay(this::run, 0, PAUSE_MINUTES, TimeUnit.MINUTES);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "drift-upkeep");
        thread.setDaemon(true);
        return thread;
    }

    /** A failure must not end the schedule: the disk may have room again in an hour. */
    private void run() {
        try {
            Upkeep.Result done = upkeep.get();
            told.accept(done);
            if (done.thinnedStates() > 0 || done.removedSystems() > 0) {
                LOG.info(
                        "{} states were thinned out, {} systems removed, {} states are kept",
                        done.thinnedStates(),
                        done.removedSystems(),
                        done.keptStates());
            }
        } catch (RuntimeException failed) {
            LOG.warn("history was not thinned; Drift tries again in an hour: {}", failed.getMessage());
        } catch (Error fatal) {
            LOG.error("history was not thinned; Drift tries again in an hour", fatal);
        }
    }

    /** Ends after the system at which it is. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("thinning history does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
