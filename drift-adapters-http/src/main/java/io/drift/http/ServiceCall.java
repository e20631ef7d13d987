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
import java.util.Optional;
import java.util.Set;
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
 * connection that breaks before anything was answered gets a second try at once; a service that cannot be reached, or is
 * not there for now, up to {@link Retries#MOST} a little later.
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
            Retries retries,
            CallObserver observer) {}

    private static final int OK = 200;
    /** What a service answers that has too much to do, or whose own service does not answer: 429, 502, 503 and 504. */
    private static final Set<Integer> FOR_NOW = Set.of(429, 502, 503, 504);

    private static final Set<Integer> OVERLOADED = Set.of(429, 503);

    private static final String RETRY_AFTER = "Retry-After";
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

    /** How many tries there were after the first. */
    private volatile int furtherTries;
    /** What its end says about the service; to be set before it ends. */
    private volatile Breaker.Ending ending = Breaker.Ending.NOTHING;

    /** One try of the call, its record, and whether it got a connection. */
    private record Try(Call call, CallRecord record, Connecting connecting) {}

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

    boolean wasTried() {
        return current() != null;
    }

    Breaker.Ending ending() {
        return ending;
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
            if (why == CallObserver.Outcome.LATE
                    && running.record.took().multipliedBy(2).compareTo(sinceAskedFor()) >= 0) {
                // a call that had waited most of its time tells nothing about the service
                ending = Breaker.Ending.FAILED;
            }
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
     * Makes the call, for the first time or again.
     *
     * @param lane told once the call needs neither a thread nor a connection any more, and again if it has to be made again
     * @return false if it is not made, for nobody waits for it; then nothing is told
     */
    boolean run(ServiceLane lane) {
        if (furtherTries == 0) {
            line.retries().called();
        }
        return attempt(lane);
    }

    private boolean attempt(ServiceLane lane) {
        if (isTooLate()) {
            answer.completeExceptionally(service.late(FailedCall.notBegun(request, sinceAskedFor())));
            return false;
        }
        Connecting connecting = new Connecting();
        Call call = line.client().newCall(connecting.with(request));
        CallRecord record = new CallRecord(service, request, context, line.observer());
        Try begun = new Try(call, record, connecting);
        synchronized (this) {
            current = begun;
        }
        if (hasEnded()) {
            return false;
        }
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException reason) {
                CallObserver.Outcome outcome = outcomeOf(reason, failed);
                if (outcome == CallObserver.Outcome.BROKEN && isTriedAtOnce(begun)) {
                    boolean begunAgain = false;
                    try {
                        record.inRequest(() -> endAnyway(() -> record.failed(outcome, reason)));
                        begunAgain = attempt(lane);
                    } finally {
                        if (!begunAgain) {
                            lane.ended(ServiceCall.this);
                        }
                    }
                    return;
                }
                Optional<Duration> again = outcome == CallObserver.Outcome.CANCELLED || connecting.isConnected()
                        ? Optional.empty()
                        : furtherTry(null);
                try {
                    record.inRequest(
                            () -> endAnyway(() -> failed(outcome, reason, record, connecting, again.isPresent())));
                } finally {
                    lane.ended(ServiceCall.this);
                }
                again.ifPresent(wait -> later(wait, lane));
            }

            @Override
            public void onResponse(Call answered, Response response) {
                Optional<Duration> again =
                        FOR_NOW.contains(response.code()) ? furtherTry(response.header(RETRY_AFTER)) : Optional.empty();
                try {
                    record.inRequest(() -> endAnyway(() -> {
                        if (again.isPresent()) {
                            response.close();
                            record.answered(response.code());
                        } else {
                            complete(answered, response, record);
                        }
                    }));
                } finally {
                    lane.ended(ServiceCall.this);
                }
                again.ifPresent(wait -> later(wait, lane));
            }
        });
        if (hasEnded()) {
            call.cancel();
        }
        return true;
    }

    /** A connection that broke is no sign that the service has too much to do: it may have been closed long ago. */
    private boolean isTriedAtOnce(Try broken) {
        if (!broken.connecting.isConnected()
                || furtherTries > 0
                || hasEnded()
                || !line.retries().takeOne()) {
            return false;
        }
        furtherTries = Retries.MOST;
        return true;
    }

    private Optional<Duration> furtherTry(@Nullable String retryAfter) {
        return hasEnded()
                ? Optional.empty()
                : line.retries()
                        .take(
                                furtherTries,
                                retryAfter,
                                Duration.between(line.clock().instant(), until));
    }

    /** Waits without a thread, and without a place in the lane. */
    private void later(Duration wait, ServiceLane lane) {
        furtherTries++;
        line.timer().after(wait, () -> lane.again(this));
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

    private void failed(
            CallObserver.Outcome outcome, IOException reason, CallRecord record, Connecting connecting, boolean again) {
        record.failed(outcome, reason);
        if (again) {
            return;
        }
        if (outcome == CallObserver.Outcome.LATE
                || outcome == CallObserver.Outcome.BROKEN && !connecting.isConnected()) {
            ending = Breaker.Ending.FAILED;
        }
        if (outcome != CallObserver.Outcome.BROKEN) {
            answer.completeExceptionally(service.late(FailedCall.late(request, sinceAskedFor(), reason)));
        } else {
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
            // a length that was declared too short leaves bytes that would stand in front of the next answer; its
            // connection may be idle already, and then cancelling does not close it
            answered.cancel();
            line.client().connectionPool().evictAll();
            record.answered(response.code());
            answer.completeExceptionally(service.unreadable(broken.reason(), FailedCall.unreadable(request, broken)));
        } catch (IOException broken) {
            ending = isLate(broken) ? Breaker.Ending.FAILED : Breaker.Ending.NOTHING;
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
        ending = OVERLOADED.contains(response.code()) ? Breaker.Ending.FAILED : Breaker.Ending.ANSWERED;
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
