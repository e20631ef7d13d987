package io.drift.http;

import io.drift.core.port.RequestContext;
import java.time.Duration;
import java.util.regex.Pattern;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The record of one try of a call: tells an observer and the log how it ended. It leaves out headers and query, which
 * carry credentials, and ids, which would only make lines long.
 */
final class CallRecord {

    private static final Logger LOG = LoggerFactory.getLogger("io.drift.http.call");
    private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern IDS = Pattern.compile(UUID + "(?:(?:,|%2C)" + UUID + ")*");

    private final Service service;
    private final Request request;
    private final RequestContext context;
    private final CallObserver observer;
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

    private void end(CallObserver.Outcome outcome, String result) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        observer.called(service, took, outcome);
        if (LOG.isDebugEnabled()) {
            String path = IDS.matcher(request.url().encodedPath()).replaceAll("{ids}");
            LOG.debug("{}: {} {}: {} after {} ms", service.inWords(), request.method(), path, result, took.toMillis());
        }
    }
}
