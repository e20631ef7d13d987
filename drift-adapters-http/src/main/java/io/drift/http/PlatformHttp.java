package io.drift.http;

import io.drift.core.error.DriftException;
import io.drift.core.port.RequestContext;
import io.drift.json.DocumentLimits;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
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
 * The HTTP clients that services are called with, one for each service, and the headers that every call carries. A
 * service's threads and connections are its own.
 */
final class PlatformHttp implements AutoCloseable {

    private static final String IDENTITY = "x-rh-identity";
    private static final String REQUEST_ID = "x-rh-insights-request-id";
    private static final int IDLE_CONNECTIONS = 32;
    private static final int IDLE_MINUTES = 5;

    /** For each service of its own: threads, connections and a limit, so that one that hangs takes none of another. */
    private final Map<Service, Lane> lanes;

    private final CallTimeouts timeouts;
    private final CallLimits limits;
    private final RequestMemory memory;
    private final TimerThread timer;
    private final Clock clock;
    private final CallObserver observer;

    private record Lane(OkHttpClient client, ServiceLane turns, Retries retries) {}

    PlatformHttp(CallTimeouts timeouts, CallLimits limits, ServiceProxies proxies, Clock clock, CallObserver observer) {
        this(
                lanes(client(timeouts, proxies), limits, clock, observer),
                timeouts,
                limits,
                new RequestMemory(limits.documentFacts()),
                new TimerThread(),
                clock,
                observer);
    }

    private PlatformHttp(
            Map<Service, Lane> lanes,
            CallTimeouts timeouts,
            CallLimits limits,
            RequestMemory memory,
            TimerThread timer,
            Clock clock,
            CallObserver observer) {
        this.lanes = lanes;
        this.timeouts = timeouts;
        this.limits = limits;
        this.memory = memory;
        this.timer = timer;
        this.clock = clock;
        this.observer = observer;
    }

    private static Map<Service, Lane> lanes(
            OkHttpClient common, CallLimits limits, Clock clock, CallObserver observer) {
        Map<Service, Lane> lanes = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Dispatcher threads = new Dispatcher();
            // a lane lets no more calls through than there may be: none of them waits here
            threads.setMaxRequests(Integer.MAX_VALUE);
            threads.setMaxRequestsPerHost(Integer.MAX_VALUE);
            OkHttpClient client = common.newBuilder()
                    .dispatcher(threads)
                    .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES))
                    .build();
            lanes.put(
                    service,
                    new Lane(
                            client,
                            new ServiceLane(service, limits, clock, observer),
                            new Retries(clock, () -> ThreadLocalRandom.current().nextDouble())));
        }
        return lanes;
    }

    /** Without a time-out of a whole call: each call watches its own. */
    private static OkHttpClient client(CallTimeouts timeouts, ServiceProxies proxies) {
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .writeTimeout(timeouts.read())
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .addInterceptor(PlatformHttp::answer)
                .eventListenerFactory(Connecting::of)
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
        PrivateTrust trust = authorities == null ? null : PrivateTrust.in(authorities);
        Map<Service, Lane> secured = new EnumMap<>(Service.class);
        lanes.forEach((service, lane) ->
                secured.put(service, new Lane(secured(lane.client, trust), lane.turns, lane.retries)));
        return new PlatformHttp(secured, timeouts, limits, memory, timer, clock, observer);
    }

    private static OkHttpClient secured(OkHttpClient client, @Nullable PrivateTrust trust) {
        OkHttpClient.Builder secured = client.newBuilder().connectionSpecs(List.of(ConnectionSpec.MODERN_TLS));
        if (trust != null) {
            secured.sslSocketFactory(trust.sockets(), trust.authorities());
        }
        return secured.build();
    }

    /** How much of the answers for a request is read. */
    DocumentLimits limitsOf(RequestContext context) {
        return memory.of(context);
    }

    /** The same request, whose several calls one after the other may take no longer than a single one. */
    RequestContext withinOneCall(RequestContext context) {
        Instant latest = clock.instant().plus(timeouts.call());
        return latest.isBefore(context.deadline())
                ? new RequestContext(context.caller(), context.requestId(), latest, context.cancellation())
                : context;
    }

    /** A GET with the caller's identity and the request's id, to be run. */
    <T> ServiceCall<T> call(HttpUrl url, Service service, RequestContext context, ServiceCall.BodyReader<T> reader) {
        return call(new Request.Builder().url(url), service, context, reader);
    }

    /** A GET with headers of its own besides, to be run. */
    <T> ServiceCall<T> call(
            Request.Builder request, Service service, RequestContext context, ServiceCall.BodyReader<T> reader) {
        String identity = context.caller().forwardedHeader();
        if (identity != null) {
            request.header(IDENTITY, identity);
        }
        request.header(REQUEST_ID, context.requestId());
        ServiceCall.Line line = new ServiceCall.Line(
                lane(service).client,
                service,
                timeouts.call(),
                limits.answerBytes(),
                clock,
                timer,
                lane(service).retries,
                observer);
        return new ServiceCall<>(line, request.build(), reader, context);
    }

    private Lane lane(Service service) {
        return Objects.requireNonNull(lanes.get(service));
    }

    /**
     * Runs all of several calls to one service, and waits for their answers.
     *
     * @throws DriftException the worst failure, if any failed
     */
    <T> List<T> join(List<ServiceCall<T>> calls) {
        run(calls);
        return answers(calls);
    }

    /** The answers of calls that were run. */
    static <T> List<T> answers(List<ServiceCall<T>> calls) {
        return calls.stream().map(call -> call.answer().join()).toList();
    }

    /** As {@link #join} for answers of different kinds, which stay in their calls. */
    void run(List<? extends ServiceCall<?>> calls) {
        if (calls.isEmpty()) {
            return;
        }
        lane(calls.get(0).service()).turns.start(calls);
        List<DriftException> failures = new ArrayList<>();
        for (ServiceCall<?> one : calls) {
            try {
                one.answer().join();
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
        for (Lane lane : lanes.values()) {
            lane.client.dispatcher().cancelAll();
            lane.client.dispatcher().executorService().shutdown();
            lane.client.connectionPool().evictAll();
        }
        timer.close();
    }
}
