package io.drift.core;

import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.DriftException;
import io.drift.core.port.RequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the finds of a comparison at the same time and waits for all of them, but not beyond the deadline. */
final class ParallelFinds {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private ParallelFinds() {}

    /**
     * How a find ended.
     *
     * @param found what it found; nothing if it failed
     * @param failure why it failed
     */
    record Outcome(Find.Found found, Optional<DriftException> failure) {

        static Outcome of(DriftException failure) {
            return new Outcome(new Find.Found(List.of(), List.of()), Optional.of(failure));
        }
    }

    /** The outcomes in the order of the finds. The last find runs on the calling thread, which has to wait anyway. */
    static List<Outcome> run(List<Find<?>> finds, RequestContext context, Executor executor, Clock clock) {
        List<CompletableFuture<Outcome>> running = new ArrayList<>();
        try {
            for (Find<?> find : finds.subList(0, finds.size() - 1)) {
                running.add(CompletableFuture.supplyAsync(() -> outcomeOf(find, context), executor));
            }
            Outcome last = outcomeOf(finds.get(finds.size() - 1), context);
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < running.size(); i++) {
                outcomes.add(waitFor(running.get(i), finds.get(i), context, clock));
            }
            outcomes.add(last);
            return outcomes;
        } catch (RuntimeException | Error unforeseen) {
            context.cancellation().cancel();
            throw unforeseen;
        }
    }

    private static Outcome outcomeOf(Find<?> find, RequestContext context) {
        try {
            return new Outcome(find.run(context), Optional.empty());
        } catch (DriftException failure) {
            return Outcome.of(failure);
        }
    }

    /** A port should keep to the deadline and say which service was late. A port that does not is given up here. */
    private static Outcome waitFor(
            CompletableFuture<Outcome> future, Find<?> find, RequestContext context, Clock clock) {
        try {
            if (!context.deadline().equals(Instant.MAX)) {
                Duration patience = context.remaining(clock).plus(GRACE);
                future.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof TimeoutException) {
                context.cancellation().cancel();
                return late(find);
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException unforeseen ? unforeseen : failed;
        }
    }

    private static Outcome late(Find<?> find) {
        String message = "no answer in time while looking for " + find.what();
        return Outcome.of(new DeadlineExceededException(find.what(), message));
    }
}
