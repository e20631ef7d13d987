package io.drift.server.observability;

import io.drift.core.port.RequestContext;
import java.util.concurrent.Executor;
import org.slf4j.MDC;

/** Runs work on other threads, with the id of the request that it is done for in every line of the log. */
public final class RequestIdExecutor implements Executor {

    private static final String KEY = RequestContext.REQUEST_ID_IN_LOGS;

    private final Executor threads;

    /**
     * An executor over threads.
     *
     * @param threads run the work
     */
    public RequestIdExecutor(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable work) {
        String requestId = MDC.get(KEY);
        threads.execute(() -> {
            MDC.put(KEY, requestId);
            try {
                work.run();
            } finally {
                MDC.remove(KEY);
            }
        });
    }
}
