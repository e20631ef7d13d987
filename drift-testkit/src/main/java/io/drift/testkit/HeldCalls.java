package io.drift.testkit;

import io.drift.core.error.DeadlineExceededException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Calls of a fake that wait until a test lets them go, or until their request is cancelled; then they fail with a
 * {@link DeadlineExceededException}. Nothing here depends on how fast the machine is. Thread-safe.
 *
 * <pre>{@code
 * HeldCalls held = inventory.hold();
 * Future<?> answer = executor.submit(() -> inventory.find(ids, context));
 * held.awaitCall();
 * context.cancellation().cancel();    // or: held.release()
 * }</pre>
 */
public final class HeldCalls {

    /** Long enough for any machine: it ends a test that would hang. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String port;
    private final BlockingQueue<PortCall> arrived = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> released = new CompletableFuture<>();

    HeldCalls(String port) {
        this.port = port;
    }

    /** Calls that nobody holds. */
    static HeldCalls released() {
        HeldCalls none = new HeldCalls("");
        none.release();
        return none;
    }

    /**
     * Waits until a call is held that was not returned here before.
     *
     * @return the call
     * @throws IllegalStateException if none comes within 30 seconds, or the thread is interrupted
     */
    public PortCall awaitCall() {
        try {
            PortCall call = arrived.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (call == null) {
                throw new IllegalStateException(
                        "nobody called the " + port + " within " + PATIENCE.toSeconds() + " seconds");
            }
            return call;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a call of the " + port, interrupted);
        }
    }

    /** Lets all calls go on, those that are held and those to come. */
    public void release() {
        released.complete(true);
    }

    /** Keeps a call here until it is let go, or its request is cancelled. */
    void hold(PortCall call) {
        if (released.isDone()) {
            return;
        }
        CompletableFuture<Object> cancelled = new CompletableFuture<>();
        Runnable forget = call.context().cancellation().onCancel(() -> cancelled.complete(false));
        try {
            arrived.add(call);
            CompletableFuture.anyOf(released, cancelled).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DeadlineExceededException(port, "interrupted while the " + port + " was holding the call");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            forget.run();
        }
    }
}
