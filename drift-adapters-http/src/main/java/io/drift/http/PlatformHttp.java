package io.drift.http;

import io.drift.core.error.DriftException;
import io.drift.core.port.RequestContext;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client that services are called with, and the headers that every call carries. All services share threads
 * and connections, also those that are trusted in different ways.
 */
final class PlatformHttp implements AutoCloseable {

    private static final String IDENTITY = "x-rh-identity";
    private static final String REQUEST_ID = "x-rh-insights-request-id";
    /** All calls of a large request are in flight together: 1,000 systems are 75 calls. */
    private static final int CALLS_AT_ONCE = 512;

    private static final int IDLE_CONNECTIONS = 32;
    private static final int IDLE_MINUTES = 5;

    private final OkHttpClient client;
    private final Clock clock;
    private final CallObserver observer;

    PlatformHttp(CallTimeouts timeouts, ServiceProxies proxies, Clock clock, CallObserver observer) {
        this(client(timeouts, proxies), clock, observer);
    }

    private PlatformHttp(OkHttpClient client, Clock clock, CallObserver observer) {
        this.client = client;
        this.clock = clock;
        this.observer = observer;
    }

    private static OkHttpClient client(CallTimeouts timeouts, ServiceProxies proxies) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CALLS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES))
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .writeTimeout(timeouts.read())
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .callTimeout(timeouts.call())
                .addInterceptor(PlatformHttp::answer)
                // an identity must not travel to wherever a redirect points
                .followRedirects(false);
        if (proxies.http() != null || proxies.https() != null) {
            client.proxySelector(new ProxyChoice(proxies)).proxyAuthenticator(new ProxyLogin(proxies));
        }
        return client.build();
    }

    /** An answer that confuses the HTTP client is a broken one; any other exception would end the thread. */
    private static Response answer(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (RuntimeException confused) {
            throw new IOException("the answer makes no sense", confused);
        }
    }

    /**
     * The same client for a service with TLS. Without such a service nothing of TLS is loaded, which costs a start a tenth
     * of a second.
     *
     * @param authorities who vouches for the service; null for the authorities of the JVM
     */
    PlatformHttp secured(@Nullable List<X509Certificate> authorities) {
        OkHttpClient.Builder secured = client.newBuilder().connectionSpecs(List.of(ConnectionSpec.MODERN_TLS));
        if (authorities != null) {
            PrivateTrust trust = PrivateTrust.in(authorities);
            secured.sslSocketFactory(trust.sockets(), trust.authorities());
        }
        return new PlatformHttp(secured.build(), clock, observer);
    }

    /** The same request, whose several calls one after the other may take no longer than a single one. */
    RequestContext withinOneCall(RequestContext context) {
        Instant latest = clock.instant().plusMillis(client.callTimeoutMillis());
        return latest.isBefore(context.deadline())
                ? new RequestContext(context.caller(), context.requestId(), latest, context.cancellation())
                : context;
    }

    /** Starts a GET with the caller's identity and the request's id. */
    <T> CompletableFuture<T> get(
            HttpUrl url, Service service, RequestContext context, ServiceCall.BodyReader<T> reader) {
        return get(new Request.Builder().url(url), service, context, reader);
    }

    /** Starts a GET with headers of its own besides. */
    <T> CompletableFuture<T> get(
            Request.Builder request, Service service, RequestContext context, ServiceCall.BodyReader<T> reader) {
        String identity = context.caller().forwardedHeader();
        if (identity != null) {
            request.header(IDENTITY, identity);
        }
        request.header(REQUEST_ID, context.requestId());
        return ServiceCall.start(client, request.build(), service, reader, context, clock, observer);
    }

    /**
     * Waits for all of several answers.
     *
     * @throws DriftException the worst failure, if any failed
     */
    static <T> List<T> join(List<CompletableFuture<T>> running) {
        await(running);
        return running.stream().map(CompletableFuture::join).toList();
    }

    /** As {@link #join} for answers of different kinds, which stay in their futures. */
    static void await(List<? extends CompletableFuture<?>> running) {
        List<DriftException> failures = new ArrayList<>();
        for (CompletableFuture<?> one : running) {
            try {
                one.join();
            } catch (CompletionException failed) {
                if (!(failed.getCause() instanceof DriftException failure)) {
                    throw failed;
                }
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw CallFailures.combined(failures);
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
