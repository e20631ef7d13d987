package io.drift.http;

import io.drift.core.port.RequestContext;
import java.time.Duration;
import java.util.regex.Pattern;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The record of one try of a call: tells an observer and the log how it ended. Headers are not told, which carry
 * credentials, nor is the query; ids would only make lines long.
 */
final class CallRecord {

    private static final Logger LOG = LoggerFactory.getLogger("io.drift.http.call");
    private static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final Pattern IDS = Pattern.compile(UUID + "(?:(?:,|%2C)" + UUID + ")*");

    private final Service service;
    private final Request request;
    private final RequestContext context;
    private final CallObserver observer;
    /** By the clock that nobody sets: a length of time, not a time of day. */
    private final long began = System.nanoTime();

    CallRecord(Service service, Request request, RequestContext context, CallObserver observer) {
        this.service = service;
        this.request = request;
        this.context = context;
        this.observer = observer;
    }

    /** Does what is to be done about an answer; whatever is logged meanwhile carries the id of the request. */
    void inRequest(Runnable work) {
        MDC.put(RequestContext.REQUEST_ID_IN_LOGS, context.requestId());
        try {
            work.run();
        } finally {
            MDC.remove(RequestContext.REQUEST_ID_IN_LOGS);
        }
    }

    void answered(int status) {
        ended(CallObserver.Outcome.ANSWERED, String.valueOf(status));
    }

    void failed(CallObserver.Outcome outcome, Exception reason) {
        ended(outcome, outcome + " (" + reason.getMessage() + ")");
    }

    private void ended(CallObserver.Outcome outcome, String told) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        observer.called(service, took, outcome);
        if (LOG.isDebugEnabled()) {
            String path = IDS.matcher(request.url().encodedPath()).replaceAll("{ids}");
            LOG.debug("{}: {} {}: {} after {} ms", service.inWords(), request.method(), path, told, took.toMillis());
        }
    }
}
