package io.drift.http;

import io.drift.core.error.DriftException;
import io.drift.core.port.RequestContext;
import io.drift.json.UnreadableJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * One GET that runs in the background. Its answer is read while the bytes arrive. A connection that breaks before
 * anything was answered gets a second try within the same time.
 */
final class ServiceCall<T> {

    /** Reads the body of an answer. */
    @FunctionalInterface
    interface BodyReader<T> {
        T read(InputStream body) throws IOException;
    }

    private static final int TRIES = 2;
    private static final int OK = 200;
    /** An error text longer than this is cut: it becomes a message for people. */
    private static final int LONGEST_MESSAGE = 1 << 16;

    private final Service service;
    private final BodyReader<T> reader;
    private final RequestContext context;
    private final Instant until;
    private final Clock clock;
    private final CallObserver observer;
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    private ServiceCall(
            Service service,
            BodyReader<T> reader,
            RequestContext context,
            Duration atMost,
            Clock clock,
            CallObserver observer) {
        this.service = service;
        this.reader = reader;
        this.context = context;
        this.clock = clock;
        this.observer = observer;
        Instant own = clock.instant().plus(atMost);
        this.until = own.isBefore(context.deadline()) ? own : context.deadline();
    }

    /**
     * Starts a call.
     *
     * @return its answer; it fails with a {@link DriftException}
     */
    static <T> CompletableFuture<T> start(
            OkHttpClient client,
            Request request,
            Service service,
            BodyReader<T> reader,
            RequestContext context,
            Clock clock,
            CallObserver observer) {
        Duration atMost = Duration.ofMillis(client.callTimeoutMillis());
        ServiceCall<T> call = new ServiceCall<>(service, reader, context, atMost, clock, observer);
        call.attempt(client, request, TRIES);
        return call.answer;
    }

    private void attempt(OkHttpClient client, Request request, int triesLeft) {
        Duration left = Duration.between(clock.instant(), until);
        if (left.isNegative() || left.isZero() || context.cancellation().isCancelled()) {
            answer.completeExceptionally(service.late(FailedCall.tooLate(request)));
            return;
        }
        Call call = client.newCall(request);
        call.timeout().timeout(left.toNanos(), TimeUnit.NANOSECONDS);
        Runnable forget = context.cancellation().onCancel(call::cancel);
        answer.whenComplete((any, failure) -> forget.run());
        CallRecord record = new CallRecord(service, request, context, observer);
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException reason) {
                record.inRequest(() -> endAnyway(() -> failed(reason, failed, record, client, triesLeft), request));
            }

            @Override
            public void onResponse(Call answered, Response response) {
                record.inRequest(() -> endAnyway(() -> complete(answered, response, record, client), request));
            }
        });
    }

    /** Whoever waits for the answer must not wait for ever because dealing with it failed. */
    private void endAnyway(Runnable work, Request request) {
        try {
            work.run();
        } catch (RuntimeException unforeseen) {
            answer.completeExceptionally(service.failure(FailedCall.unreadable(request, unforeseen)));
        } catch (Error unforeseen) {
            answer.completeExceptionally(unforeseen);
            throw unforeseen;
        }
    }

    private void failed(IOException reason, Call failed, CallRecord record, OkHttpClient client, int triesLeft) {
        CallObserver.Outcome outcome = outcomeOf(reason, failed);
        record.failed(outcome, reason);
        if (outcome != CallObserver.Outcome.BROKEN) {
            answer.completeExceptionally(service.late(FailedCall.late(failed.request(), record.took(), reason)));
        } else if (triesLeft > 1) {
            attempt(client, failed.request(), triesLeft - 1);
        } else {
            answer.completeExceptionally(service.failure(FailedCall.broken(failed.request(), reason)));
        }
    }

    /** A time-out of OkHttp cancels the call too. */
    private static CallObserver.Outcome outcomeOf(IOException reason, Call failed) {
        if (isLate(reason)) {
            return CallObserver.Outcome.LATE;
        }
        return failed.isCanceled() ? CallObserver.Outcome.CANCELLED : CallObserver.Outcome.BROKEN;
    }

    /** Ends the record before it hands out the answer: whoever gets the answer finds a complete record. */
    private void complete(Call answered, Response response, CallRecord record, OkHttpClient client) {
        Request request = answered.request();
        try (response) {
            T read = read(response, request);
            record.answered(response.code());
            answer.complete(read);
        } catch (DriftException failure) {
            record.answered(response.code());
            answer.completeExceptionally(failure);
        } catch (UnreadableJsonException broken) {
            record.answered(response.code());
            // a length that was declared too short leaves bytes that would stand in front of the next answer
            client.connectionPool().evictAll();
            answer.completeExceptionally(service.unreadable(broken.reason(), FailedCall.unreadable(request, broken)));
        } catch (IOException broken) {
            record.failed(outcomeOf(broken, answered), broken);
            answer.completeExceptionally(
                    isLate(broken)
                            ? service.late(FailedCall.late(request, record.took(), broken))
                            : service.failure(FailedCall.broken(request, broken)));
        } catch (RuntimeException | StackOverflowError confusing) {
            record.answered(response.code());
            answer.completeExceptionally(
                    service.failure(FailedCall.unreadable(request, new IOException("it makes no sense", confusing))));
        }
    }

    private T read(Response response, Request request) throws IOException {
        ResponseBody body = response.body();
        if (response.code() == OK) {
            return reader.read(body.byteStream());
        }
        String message = response.peekBody(LONGEST_MESSAGE).string();
        throw service.refusal(response.code(), message, FailedCall.status(request, response.code()));
    }

    /** A time-out of OkHttp, of a whole call or of a single read, is one of these. */
    private static boolean isLate(IOException reason) {
        return reason instanceof InterruptedIOException;
    }
}
