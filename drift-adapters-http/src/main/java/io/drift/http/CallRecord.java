package io.drift.http;

import io.drift.core.port.RequestContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The record of one try of a call: tells an observer and the log how it ended. */
final class CallRecord {

    private static final Logger LOG = LoggerFactory.getLogger("io.drift.http.call");

    private final Service service;
    private final Request request;
    private final RequestContext context;
    private final CallObserver observer;
    private final AtomicBoolean hasEnded = new AtomicBoolean();
    /** In nanoseconds; of use for a length of time only, and right even if somebody sets the clock. */
    private final long start = System.nanoTime();

    CallRecord(Service service, Request request, RequestContext context, CallObserver observer) {
        this.service = service;
        this.request = request;
        this.context = context;
        this.observer = observer;
    }

    /** Runs work on an answer; every line that is logged meanwhile carries the id of the request. */
    void inRequest(Runnable work) {
        MDC.put(RequestContext.REQUEST_ID_IN_LOGS, context.requestId());
        try {
            work.run();
        } finally {
            MDC.remove(RequestContext.REQUEST_ID_IN_LOGS);
        }
    }

    void answered(int status) {
        end(CallObserver.Outcome.ANSWERED, String.valueOf(status));
    }

    void failed(CallObserver.Outcome outcome, Exception reason) {
        end(outcome, outcome + " (" + reason.getMessage() + ")");
    }

    /** How long the try has taken so far. */
    Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What ends a call first counts: it may run out of time just when the answer is there. */
    private void end(CallObserver.Outcome outcome, String result) {
        if (!hasEnded.compareAndSet(false, true)) {
            return;
        }
        Duration took = took();
        observer.called(service, took, outcome);
        if (LOG.isDebugEnabled()) {
            LOG.debug("{}: {}: {} after {} ms", service.id(), FailedCall.inWords(request), result, took.toMillis());
        }
    }
}
