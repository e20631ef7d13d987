package io.drift.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stops calling a service of which half of the last calls were not answered: it opens for a while, then lets some trials
 * through, which tell how it goes on. A call counts once, however often it was tried. Thread-safe.
 */
final class Breaker {

    private static final int LAST_CALLS = 20;
    private static final int TRIALS = 3;
    private static final Duration OPEN_FOR = Duration.ofSeconds(5);
    /** How soon it is worth to ask again while trials run. */
    private static final Duration TRIALS_TAKE = Duration.ofSeconds(1);

    private final Clock clock;
    private final Consumer<CallObserver.BreakerState> listener;

    private CallObserver.BreakerState state = CallObserver.BreakerState.CLOSED;
    private Instant openUntil = Instant.MIN;
    private int trialsLeft;
    /** Counts the changes of the state: what began before the last one tells nothing about now. */
    private int era;

    private final Queue<Ending> last = new ArrayDeque<>();
    private int failed;

    /** What the end of a call says about its service. */
    enum Ending {
        /** It answers. */
        ANSWERED,
        /** It cannot be reached, takes too long, or says that it has too much to do. */
        FAILED,
        /** Nothing: nobody waited, or the connection broke. */
        NOTHING
    }

    Breaker(Clock clock, Consumer<CallObserver.BreakerState> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** How long the service is not called; null if it may be. */
    synchronized @Nullable Duration closedFor() {
        return switch (state) {
            case CLOSED -> null;
            case TRYING -> trialsLeft > 0 ? null : TRIALS_TAKE;
            case OPEN -> {
                Duration left = Duration.between(clock.instant(), openUntil);
                yield left.isNegative() || left.isZero() ? null : left;
            }
        };
    }

    /**
     * Takes the place of a call.
     *
     * @return to be given to {@link #end}; negative if the service is not called
     */
    int begin() {
        int begun;
        boolean changed = false;
        synchronized (this) {
            if (closedFor() != null) {
                return -1;
            }
            if (state == CallObserver.BreakerState.OPEN) {
                change(CallObserver.BreakerState.TRYING);
                trialsLeft = TRIALS;
                changed = true;
            }
            if (state == CallObserver.BreakerState.TRYING) {
                trialsLeft--;
            }
            begun = era;
        }
        if (changed) {
            listener.accept(CallObserver.BreakerState.TRYING);
        }
        return begun;
    }

    /** A call has ended that {@link #begin} let through. */
    void end(int begun, Ending ending) {
        CallObserver.BreakerState changed;
        synchronized (this) {
            if (begun != era) {
                return;
            }
            if (ending == Ending.NOTHING) {
                trialsLeft++;
                return;
            }
            add(ending);
            changed = next();
        }
        if (changed != null) {
            listener.accept(changed);
        }
    }

    private void add(Ending ending) {
        last.add(ending);
        failed += ending == Ending.FAILED ? 1 : 0;
        if (last.size() > LAST_CALLS) {
            failed -= last.remove() == Ending.FAILED ? 1 : 0;
        }
    }

    private CallObserver.@Nullable BreakerState next() {
        boolean isTrying = state == CallObserver.BreakerState.TRYING;
        if (last.size() < (isTrying ? TRIALS : LAST_CALLS)) {
            return null;
        }
        boolean halfFailed = 2 * failed >= last.size();
        if (halfFailed) {
            openUntil = clock.instant().plus(OPEN_FOR);
            change(CallObserver.BreakerState.OPEN);
            return state;
        }
        if (isTrying) {
            change(CallObserver.BreakerState.CLOSED);
            return state;
        }
        return null;
    }

    private void change(CallObserver.BreakerState to) {
        state = to;
        era++;
        last.clear();
        failed = 0;
    }
}
