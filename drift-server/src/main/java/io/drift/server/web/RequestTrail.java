package io.drift.server.web;

import io.drift.core.access.Caller;
import io.drift.core.port.RequestContext;
import io.drift.server.observability.AuditLog;
import io.drift.server.security.ClaimedIdentity;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
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
        private volatile @Nullable Caller admitted;
        private volatile @Nullable Throwable failure;

        Trace(String id) {
            this.id = id;
        }
    }

    /** An answer of which nothing more is sent once it has failed; the server then closes the connection. */
    private static final class CuttableResponse extends Response.Wrapper {

        private final Trace trace;

        CuttableResponse(Request request, Response response, Trace trace) {
            super(request, response);
            this.trace = trace;
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            Throwable failure = trace.failure;
            if (failure == null) {
                super.write(last, content, callback);
            } else {
                callback.failed(failure);
            }
        }
    }

    /** A trail without a handler yet. */
    public RequestTrail() {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Trace trace = new Trace(requestId(request));
        request.setAttribute(TRACE, trace);
        response.getHeaders().put(REQUEST_ID, trace.id);
        if (!request.getHttpURI().getPath().startsWith(ManagementRoutes.PREFIX)) {
            Request.addCompletionListener(request, failure -> audit(request, response, trace, failure));
        }
        MDC.put(LOG_KEY, trace.id);
        try {
            return super.handle(request, new CuttableResponse(request, response, trace), cuttable(callback, trace));
        } finally {
            MDC.remove(LOG_KEY);
        }
    }

    /** The server would send the end of an answer itself if it were told that all went well. */
    private static Callback cuttable(Callback callback, Trace trace) {
        return new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                Throwable failure = trace.failure;
                if (failure == null) {
                    super.succeeded();
                } else {
                    super.failed(failure);
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
                : ClaimedIdentity.of(request.getHeaders().get(IDENTITY));
        boolean cutOff = failure != null || trace.failure != null;
        AuditLog.Event event = new AuditLog.Event(
                request.getMethod(),
                request.getHttpURI().getPath(),
                cutOff ? AuditLog.Event.ABORTED : Integer.toString(response.getStatus()),
                Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime()));
        MDC.put(LOG_KEY, trace.id);
        try {
            AuditLog.write(caller, event);
        } finally {
            MDC.remove(LOG_KEY);
        }
    }

    private static Trace traceOf(Context request) {
        return Objects.requireNonNull(request.attribute(TRACE));
    }

    /** The id of a request. */
    static String idOf(Context request) {
        return traceOf(request).id;
    }

    /** Notes who was let in. */
    static void admitted(Caller caller, Context request) {
        traceOf(request).admitted = caller;
    }

    /** Whether somebody was let in. */
    static boolean isAdmitted(Context request) {
        return traceOf(request).admitted != null;
    }

    /** Sends nothing more of an answer that has begun (Q46), as if nobody read it; the server is silent about that. */
    static void cutOff(Throwable failure, Context request) {
        traceOf(request).failure = new EofException(failure);
    }
}
