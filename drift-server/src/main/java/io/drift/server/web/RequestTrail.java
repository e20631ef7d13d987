package io.drift.server.web;

import io.drift.core.access.Caller;
import io.drift.core.port.RequestContext;
import io.drift.server.observability.AuditLog;
import io.drift.server.security.ClaimedIdentity;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
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
    private static final String ID = "drift.request-id";
    private static final String CALLER = "drift.caller";
    private static final String LOG_KEY = RequestContext.REQUEST_ID_IN_LOGS;

    /** A trail without a handler yet. */
    public RequestTrail() {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String id = requestId(request);
        request.setAttribute(ID, id);
        response.getHeaders().put(REQUEST_ID, id);
        AtomicReference<@Nullable Caller> admitted = new AtomicReference<>();
        request.setAttribute(CALLER, admitted);
        if (!request.getHttpURI().getPath().startsWith(ManagementRoutes.PREFIX)) {
            Request.addCompletionListener(request, failure -> audit(request, response, admitted.get(), id));
        }
        MDC.put(LOG_KEY, id);
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(LOG_KEY);
        }
    }

    /** An id that could not stand in a line of a log is not taken over. */
    private static String requestId(Request request) {
        String given = request.getHeaders().get(REQUEST_ID);
        boolean sound = given != null && SOUND_REQUEST_ID.matcher(given).matches();
        return sound ? given : UUID.randomUUID().toString();
    }

    private static void audit(Request request, Response response, @Nullable Caller admitted, String id) {
        Caller caller = admitted != null
                ? admitted
                : ClaimedIdentity.of(request.getHeaders().get(IDENTITY));
        AuditLog.Event event = new AuditLog.Event(
                request.getMethod(),
                request.getHttpURI().getPath(),
                response.getStatus(),
                Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime()));
        MDC.put(LOG_KEY, id);
        try {
            AuditLog.write(caller, event);
        } finally {
            MDC.remove(LOG_KEY);
        }
    }

    /** The id of a request. */
    static String idOf(Context request) {
        return Objects.requireNonNull(request.attribute(ID));
    }

    /** Notes who was let in. */
    static void admitted(Caller caller, Context request) {
        AtomicReference<@Nullable Caller> admitted = Objects.requireNonNull(request.attribute(CALLER));
        admitted.set(caller);
    }
}
