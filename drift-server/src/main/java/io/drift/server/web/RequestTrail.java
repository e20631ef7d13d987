package io.drift.server.web;

import io.drift.core.access.Caller;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.server.limits.ClientWatch;
import io.drift.server.observability.AuditLog;
import io.drift.server.security.IdentityHeader;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What every request leaves behind, however it ends: its id, in each line of the log and in the answer, and a line in
 * the audit log. Management is not audited: probes come every few seconds, and nobody stands behind them.
 */
public final class RequestTrail extends Handler.Wrapper {

    private static final String REQUEST_ID = "x-rh-insights-request-id";
    private static final String IDENTITY = "x-rh-identity";
    private static final Pattern SOUND_REQUEST_ID = Pattern.compile("[\\w.-]{1,128}");
    private static final String TRACE = "drift.trace";
    private static final String LOG_KEY = RequestContext.REQUEST_ID_IN_LOGS;

    /** What becomes known about one request while it is answered, perhaps on another thread. */
    private static final class Trace {

        private final String id;
        private final long arrival;
        private final EndPoint connection;
        private volatile @Nullable Caller admitted;
        private final Cancellation cancellation = new Cancellation();
        private volatile boolean cutOff;
        private volatile boolean gone;
        private volatile boolean answered;
        private volatile String failed = "";

        Trace(Request request) {
            id = requestId(request);
            arrival = request.getBeginNanoTime();
            connection = request.getConnectionMetaData().getConnection().getEndPoint();
        }
    }

    /** A trail without a handler yet. */
    public RequestTrail() {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Trace trace = new Trace(request);
        request.setAttribute(TRACE, trace);
        response.getHeaders().put(REQUEST_ID, trace.id);
        if (!ManagementRoutes.has(request)) {
            Request.addCompletionListener(request, failure -> {
                try {
                    trace.cancellation.cancel();
                } finally {
                    audit(request, response, trace, failure);
                }
            });
        }
        return super.handle(request, response, noting(trace, callback));
    }

    private static Callback noting(Trace trace, Callback callback) {
        return new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                trace.answered = true;
                super.succeeded();
            }
        };
    }

    /**
     * Puts the id of a request into each line of the log; to be inserted where a request has the thread that works for
     * it, which may be another one than at its arrival.
     *
     * @return a handler behind the trail
     */
    public static Handler.Wrapper idInLog() {
        return new Handler.Wrapper() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                Trace trace = (Trace) Objects.requireNonNull(request.getAttribute(TRACE));
                MDC.put(LOG_KEY, trace.id);
                try {
                    return super.handle(request, response, callback);
                } finally {
                    MDC.remove(LOG_KEY);
                }
            }
        };
    }

    /** An id that could not stand in a line of a log is not taken over. */
    private static String requestId(Request request) {
        String given = request.getHeaders().get(REQUEST_ID);
        boolean sound = given != null && SOUND_REQUEST_ID.matcher(given).matches();
        return sound ? given : UUID.randomUUID().toString();
    }

    private static void audit(Request request, Response response, Trace trace, @Nullable Throwable failure) {
        Caller caller = trace.admitted != null
                ? trace.admitted
                : IdentityHeader.claimed(request.getHeaders().get(IDENTITY));
        AuditLog.Event event = new AuditLog.Event(
                request.getMethod(),
                request.getHttpURI().getPath(),
                isWhole(trace, failure) ? Integer.toString(response.getStatus()) : AuditLog.Event.ABORTED,
                trace.failed,
                Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime()));
        MDC.put(LOG_KEY, trace.id);
        try {
            AuditLog.write(caller, event);
        } finally {
            MDC.remove(LOG_KEY);
        }
    }

    /** An answer can be whole where the body of its request was not read to the end, which the web server calls a failure. */
    private static boolean isWhole(Trace trace, @Nullable Throwable failure) {
        return !trace.cutOff && (failure == null || trace.answered && !(failure instanceof IOException));
    }

    private static Trace traceOf(Context request) {
        return Objects.requireNonNull(request.attribute(TRACE));
    }

    /** The id of a request. */
    static String idOf(Context request) {
        return traceOf(request).id;
    }

    /** When the first byte of a request arrived, on the scale of {@link System#nanoTime}. */
    static long arrivalOf(Context request) {
        return traceOf(request).arrival;
    }

    /** Cancelled when nobody waits for the answer any more, and when it is complete. */
    static Cancellation cancellationOf(Context request) {
        return traceOf(request).cancellation;
    }

    /** Who waits for the answer. */
    static ClientWatch.Waiting waitingOf(Context request) {
        Trace trace = traceOf(request);
        return new ClientWatch.Waiting(trace.connection, trace.cancellation, () -> trace.gone = true);
    }

    /** Whether it is known that nobody waits for the answer any more. */
    static boolean isGone(Context request) {
        return traceOf(request).gone;
    }

    /** Notes who was let in. */
    static void admitted(Caller caller, Context request) {
        traceOf(request).admitted = caller;
    }

    /** Whether somebody was let in. */
    static boolean isAdmitted(Context request) {
        return traceOf(request).admitted != null;
    }

    /** Notes which services made the request fail. */
    static void failed(String services, Context request) {
        traceOf(request).failed = services;
    }

    /** What cuts the connection of a request, on any thread. */
    static Runnable cutOffLater(Context request) {
        Trace trace = traceOf(request);
        return () -> cutOff(new IOException("the client takes its answer too slowly"), trace);
    }

    /** Cuts the connection, so that nothing more of an answer is sent; the framework is silent about such an exception. */
    static void cutOff(Throwable failure, Context request) {
        cutOff(failure, traceOf(request));
    }

    private static void cutOff(Throwable failure, Trace trace) {
        trace.cutOff = true;
        trace.connection.close(new EofException(failure));
    }
}
