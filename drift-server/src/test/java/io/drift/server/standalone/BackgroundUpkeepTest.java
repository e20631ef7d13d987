package io.drift.server.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.registry.history.Upkeep;
import io.drift.registry.store.StoreFailureException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundUpkeepTest {

    private static final Upkeep.Result DONE = new Upkeep.Result(1, 2, 3);

    private final List<Upkeep.Result> told = new ArrayList<>();
    private final TurnedByHand thread = new TurnedByHand();

    /** A real schedule, except that an hour is over when the test says so. */
    private static final class TurnedByHand extends ScheduledThreadPoolExecutor {

        private final List<String> plan = new ArrayList<>();

        TurnedByHand() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long first, long pause, TimeUnit unit) {
            plan.add("after " + first + ", then each " + pause + " " + unit);
            return super.scheduleWithFixedDelay(work, 1, 1, TimeUnit.DAYS);
        }

        /** Runs what is due next, as the thread would; a schedule that ended has nothing left. */
        void anHourLater() {
            assertThat(getQueue()).as("the schedule goes on").hasSize(1);
            Runnable due = getQueue().iterator().next();
            remove(due);
            due.run();
        }
    }

    @AfterEach
    void stop() {
        thread.shutdownNow();
    }

    private BackgroundUpkeep begin(Supplier<Upkeep.Result> upkeep) {
        BackgroundUpkeep background = new BackgroundUpkeep(upkeep, told::add, thread);
        background.begin();
        return background;
    }

    @Test
    void it_runs_at_once_and_an_hour_after_each_end() {
        begin(() -> DONE);

        assertThat(thread.plan).containsExactly("after 0, then each 60 MINUTES");
        for (int run = 1; run <= 3; run++) {
            thread.anHourLater();
            assertThat(told).hasSize(run).containsOnly(DONE);
        }
    }

    @Test
    void a_run_that_fails_does_not_end_the_repetition() {
        Iterator<Supplier<Upkeep.Result>> runs = List.<Supplier<Upkeep.Result>>of(
                        () -> {
                            throw new StoreFailureException("the disk is full");
                        },
                        () -> {
                            throw new IllegalStateException("unforeseen");
                        },
                        () -> {
                            throw new StackOverflowError("an error of the JVM");
                        },
                        () -> DONE)
                .iterator();
        begin(() -> runs.next().get());

        for (int hour = 1; hour <= 3; hour++) {
            thread.anHourLater();
            assertThat(told).isEmpty();
        }
        thread.anHourLater();
        assertThat(told).containsExactly(DONE);
    }

    @Test
    void nothing_runs_after_it_was_closed() {
        BackgroundUpkeep upkeep = begin(() -> DONE);

        upkeep.close();

        assertThat(thread.isTerminated()).isTrue();
        assertThat(thread.getQueue()).isEmpty();
        assertThat(told).isEmpty();
    }
}
