package io.drift.core.port;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells the work of one request that nobody waits for it any more. Thread-safe.
 *
 * <pre>{@code
 * Runnable forget = context.cancellation().onCancel(() -> answer.cancel(true));
 * answer.whenComplete((value, failure) -> forget.run());
 * }</pre>
 */
public final class Cancellation {

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** A request that somebody waits for. */
    public Cancellation() {}

    /** Runs all actions, once: also those behind one that fails, whose exception is thrown afterwards. */
    public void cancel() {
        List<Runnable> toRun;
        synchronized (this) {
            cancelled = true;
            toRun = List.copyOf(actions);
            actions.clear();
        }
        RuntimeException failure = null;
        for (Runnable action : toRun) {
            try {
                action.run();
            } catch (RuntimeException failed) {
                failure = failure == null ? failed : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * What to do when the request is cancelled; at once if it already is.
     *
     * @param action quick, and harmless if the work has ended meanwhile
     * @return forgets the action, once the work has ended
     */
    public Runnable onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return () -> forget(action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void forget(Runnable action) {
        actions.remove(action);
    }

    /**
     * Whether nobody waits any more.
     *
     * @return true from {@link #cancel} on
     */
    public synchronized boolean isCancelled() {
        return cancelled;
    }
}
