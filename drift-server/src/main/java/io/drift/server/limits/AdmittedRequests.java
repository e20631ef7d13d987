package io.drift.server.limits;

import java.time.Duration;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * How many requests are worked for at once. Others wait without a thread, and not for long; what is too much is refused.
 * Management is let through always, so there are always threads left for it.
 */
public final class AdmittedRequests extends QoSHandler {

    /** Threads that no request can take. */
    private static final int SPARE = 50;
    /** Where threads are virtual, and nobody counts them. */
    private static final int MOST = 200;

    private static final int MOST_WAITING = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * For a server.
     *
     * @param server its threads count
     * @param management whether a request is one of management, which answers it at once
     */
    public AdmittedRequests(Server server, Predicate<Request> management) {
        exclude(management);
        setMaxSuspendedRequestCount(MOST_WAITING);
        setMaxSuspend(PATIENCE);
        boolean sized = server.getThreadPool() instanceof ThreadPool.SizedThreadPool;
        setMaxRequestCount(
                sized
                        ? Math.max(1, ((ThreadPool.SizedThreadPool) server.getThreadPool()).getMaxThreads() - SPARE)
                        : MOST);
    }

    @Override
    protected void reject(Request request, Response response, Callback callback, int status) {
        Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }

    @Override
    protected void failSuspended(Request request, Response response, Callback callback, int status, Throwable failure) {
        Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }
}
