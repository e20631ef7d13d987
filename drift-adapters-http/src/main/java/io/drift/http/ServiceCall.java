package io.drift.http;

import io.drift.core.error.DriftException;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.json.UnreadableJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * One GET that runs in the background, once its {@link ServiceLane} lets it. Its answer is read while the bytes arrive. A
 * connection that breaks before anything was answered gets a second try.
 *
 * <p>Its time runs from the moment in which it is asked for: waiting for its turn, looking up a host and a second try
 * count. When the time is up, or nobody waits any more, the answer fails at once, whatever the call is doing, and its
 * connection is closed.
 */
final class ServiceCall<T> {

    /** Reads the body of an answer. */
    @FunctionalInterface
    interface BodyReader<T> {
        T read(InputStream body) throws IOException;
    }

    /** What all calls to a service have in common. */
    record Line(
            OkHttpClient client,
            Service service,
            Duration atMost,
            long mostBytes,
            Clock clock,
            CallTimer timer,
            CallObserver observer) {}

    private static final int TRIES = 2;
    private static final int OK = 200;
    /** An error text longer than this is cut: it becomes a message for people. */
    private static final int LONGEST_MESSAGE = 1 << 16;

    private final Line line;
    private final Service service;
    private final Request request;
    private final BodyReader<T> reader;
    private final RequestContext context;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    /** In nanoseconds; of use for a length of time only. */
    private final long askedFor = System.nanoTime();

    private volatile Instant until = Instant.MIN;
    /** Null before the first. */
    private @Nullable Try current;

    /** One try of the call, and its record. */
    private record Try(Call call, CallRecord record) {}

    ServiceCall(Line line, Request request, BodyReader<T> reader, RequestContext context) {
        this.line = line;
        this.service = line.service();
        this.request = request;
        this.reader = reader;
        this.context = context;
    }

    /** It fails with a {@link DriftException}. */
    CompletableFuture<T> answer() {
        return answer;
    }

    Service service() {
        return service;
    }

    /** Calls of one request have the same. */
    Cancellation request() {
        return context.cancellation();
    }

    boolean hasEnded() {
        return answer.isDone();
    }

    void whenEnded(Runnable action) {
        answer.whenComplete((any, failure) -> action.run());
    }

    /** From now on its time runs. */
    void limit() {
        Instant own = line.clock().instant().plus(line.atMost());
        until = own.isBefore(context.deadline()) ? own : context.deadline();
        if (isTooLate()) {
            answer.completeExceptionally(service.late(FailedCall.tooLate(request)));
            return;
        }
        Duration left = Duration.between(line.clock().instant(), until);
        Runnable noTimer = line.timer()
                .after(left, () -> giveUp(CallObserver.Outcome.LATE, new InterruptedIOException("timeout")));
        Runnable forget = context.cancellation()
                .onCancel(() -> giveUp(CallObserver.Outcome.CANCELLED, new IOException("Canceled")));
        whenEnded(() -> {
            noTimer.run();
            forget.run();
        });
    }

    /** Whether nobody waits any more, or soon nobody will. */
    private boolean isTooLate() {
        return context.cancellation().isCancelled() || !line.clock().instant().isBefore(until);
    }

    /** Nobody was called. */
    void refuse(DriftException refusal) {
        answer.completeExceptionally(refusal);
    }

    /** Ends the call at once. A thread that still looks up a host, or reads what has arrived, ends by itself. */
    private void giveUp(CallObserver.Outcome why, IOException reason) {
        Try running = current();
        if (running == null) {
            answer.completeExceptionally(service.late(FailedCall.notBegun(request, sinceAskedFor())));
        } else {
            running.record.failed(why, reason);
            answer.completeExceptionally(service.late(FailedCall.late(request, sinceAskedFor(), reason)));
        }
        Try begunMeanwhile = current();
        if (begunMeanwhile != null) {
            begunMeanwhile.call.cancel();
        }
    }

    private synchronized @Nullable Try current() {
        return current;
    }

    private Duration sinceAskedFor() {
        return Duration.ofNanos(System.nanoTime() - askedFor);
    }

    /**
     * Makes the call.
     *
     * @param ended told once the call needs neither a thread nor a connection any more
     * @return false if it is not made, for nobody waits for it; then nothing is told
     */
    boolean run(Runnable ended) {
        return attempt(TRIES, ended);
    }

    private boolean attempt(int triesLeft, Runnable ended) {
        if (isTooLate()) {
            answer.completeExceptionally(service.late(FailedCall.notBegun(request, sinceAskedFor())));
            return false;
        }
        Call call = line.client().newCall(request);
        CallRecord record = new CallRecord(service, request, context, line.observer());
        synchronized (this) {
            current = new Try(call, record);
        }
        if (hasEnded()) {
            return false;
        }
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException reason) {
                CallObserver.Outcome outcome = outcomeOf(reason, failed);
                boolean again = outcome == CallObserver.Outcome.BROKEN && triesLeft > 1 && !hasEnded();
                record.inRequest(() -> endAnyway(() -> failed(outcome, reason, record, again)));
                if (!again || !attempt(triesLeft - 1, ended)) {
                    ended.run();
                }
            }

            @Override
            public void onResponse(Call answered, Response response) {
                try {
                    record.inRequest(() -> endAnyway(() -> complete(answered, response, record)));
                } finally {
                    ended.run();
                }
            }
        });
        if (hasEnded()) {
            call.cancel();
        }
        return true;
    }

    /** Whoever waits for the answer must not wait for ever because dealing with it failed. */
    private void endAnyway(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException unforeseen) {
            answer.completeExceptionally(service.failure(FailedCall.unreadable(request, unforeseen)));
        } catch (Error unforeseen) {
            answer.completeExceptionally(unforeseen);
            throw unforeseen;
        }
    }

    private void failed(CallObserver.Outcome outcome, IOException reason, CallRecord record, boolean again) {
        record.failed(outcome, reason);
        if (outcome != CallObserver.Outcome.BROKEN) {
            answer.completeExceptionally(service.late(FailedCall.late(request, sinceAskedFor(), reason)));
        } else if (!again) {
            answer.completeExceptionally(service.failure(FailedCall.broken(request, reason)));
        }
    }

    private static CallObserver.Outcome outcomeOf(IOException reason, Call failed) {
        if (isLate(reason)) {
            return CallObserver.Outcome.LATE;
        }
        return failed.isCanceled() ? CallObserver.Outcome.CANCELLED : CallObserver.Outcome.BROKEN;
    }

    /** Ends the record before it hands out the answer: whoever gets the answer finds a complete record. */
    private void complete(Call answered, Response response, CallRecord record) {
        try (response) {
            T read = read(response);
            record.answered(response.code());
            answer.complete(read);
        } catch (DriftException failure) {
            record.answered(response.code());
            answer.completeExceptionally(failure);
        } catch (BoundedBody.TooLargeException endless) {
            answered.cancel();
            record.answered(response.code());
            answer.completeExceptionally(service.failure(FailedCall.unreadable(request, endless)));
        } catch (UnreadableJsonException broken) {
            // a length that was declared too short leaves bytes that would stand in front of the next answer
            answered.cancel();
            record.answered(response.code());
            answer.completeExceptionally(service.unreadable(broken.reason(), FailedCall.unreadable(request, broken)));
        } catch (IOException broken) {
            record.failed(outcomeOf(broken, answered), broken);
            answer.completeExceptionally(
                    isLate(broken)
                            ? service.late(FailedCall.late(request, sinceAskedFor(), broken))
                            : service.failure(FailedCall.broken(request, broken)));
        } catch (RuntimeException | StackOverflowError confusing) {
            answered.cancel();
            record.answered(response.code());
            answer.completeExceptionally(
                    service.failure(FailedCall.unreadable(request, new IOException("it makes no sense", confusing))));
        }
    }

    private T read(Response response) throws IOException {
        ResponseBody body = response.body();
        if (response.code() == OK) {
            return reader.read(new BoundedBody(body.byteStream(), line.mostBytes(), this::hasEnded));
        }
        String message = response.peekBody(LONGEST_MESSAGE).string();
        throw service.refusal(response.code(), message, FailedCall.status(request, response.code()));
    }

    /** A time-out of OkHttp, to connect or of a single read, is one of these. */
    private static boolean isLate(IOException reason) {
        return reason instanceof InterruptedIOException;
    }
}
