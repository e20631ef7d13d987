package io.drift.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/**
 * The four services of the platform over real HTTP, each on a port of its own of the loopback address.
 *
 * <pre>{@code
 * try (FakePlatform platform = FakePlatform.start()) {
 *     platform.serve(Systems.system("web-1").with("arch", "x86_64"), Baselines.baseline("web").with("arch", "x86_64"));
 *     URI inventory = platform.inventoryUrl();
 * }
 * }</pre>
 *
 * <p>It serves what it is given, as today's services do: an unknown id is a 404 that names it. Everybody may do
 * everything, and nobody needs an identity. Single answers can be {@linkplain #answer scripted}, and services can be made
 * to {@linkplain #fault fail} as networks and services do. Thread-safe.
 */
public final class FakePlatform implements AutoCloseable {

    private static final int NOT_FORESEEN = 599;
    private static final int MOST_CALLS = 10_000;

    private final Map<PlatformService, FakeService> services = new EnumMap<>(PlatformService.class);
    private final PlatformContents contents = new PlatformContents();
    private final Map<String, ScriptedAnswer> scripts = new ConcurrentHashMap<>();
    private final Faults faults = new Faults();
    private final CallLog<PlatformCall> calls = new CallLog<>(MOST_CALLS);
    private volatile boolean strict;

    private FakePlatform() {
        for (PlatformService service : PlatformService.values()) {
            services.put(
                    service, new FakeService((method, target, headers) -> deliver(service, method, target, headers)));
        }
    }

    /**
     * Starts a platform on ports that are free.
     *
     * @return a platform that knows nothing yet; to be closed
     */
    public static FakePlatform start() {
        return start(service -> 0);
    }

    /**
     * Starts a platform on given ports.
     *
     * @param ports the port of each service, 0 for any that is free
     * @return a platform that knows nothing yet; to be closed
     * @throws UncheckedIOException if a port cannot be had; the message says which
     */
    public static FakePlatform start(ToIntFunction<PlatformService> ports) {
        FakePlatform platform = new FakePlatform();
        try {
            for (PlatformService service : PlatformService.values()) {
                platform.start(service, ports.applyAsInt(service));
            }
        } catch (UncheckedIOException portTaken) {
            platform.close();
            throw portTaken;
        }
        return platform;
    }

    private void start(PlatformService service, int port) {
        try {
            services.get(service).start(port);
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "cannot listen on port " + port + " for the service " + service + ": " + taken.getMessage(), taken);
        }
    }

    /**
     * Serves the samples on the ports of {@code local_cdappconfig.json}, until it is stopped.
     *
     * @param args nothing, or the folder whose documents to serve in place of the samples
     */
    public static void main(String[] args) {
        if (new SampleServing(PlatformService::usualPort, System.out, System.err).start(List.of(args)) == null) {
            System.exit(2);
        }
    }

    /**
     * Where the host inventory is.
     *
     * @return scheme, host and port
     */
    public URI inventoryUrl() {
        return url(PlatformService.INVENTORY);
    }

    /**
     * Where the baseline service is.
     *
     * @return scheme, host and port
     */
    public URI baselineUrl() {
        return url(PlatformService.BASELINES);
    }

    /**
     * Where the service of historical profiles is.
     *
     * @return scheme, host and port
     */
    public URI historicalProfilesUrl() {
        return url(PlatformService.HISTORICAL_PROFILES);
    }

    /**
     * Where the service is that knows permissions.
     *
     * @return scheme, host and port
     */
    public URI rbacUrl() {
        return url(PlatformService.RBAC);
    }

    /**
     * Where a service is.
     *
     * @param service the service
     * @return scheme, host and port
     */
    public URI url(PlatformService service) {
        return services.get(service).url();
    }

    /**
     * Serves systems, baselines and historical profiles, in place of those with the same ids.
     *
     * @param items documents, or builders of them
     * @return this
     */
    public FakePlatform serve(PlatformItem... items) {
        return serve(List.of(items));
    }

    /**
     * Serves systems, baselines and historical profiles, in place of those with the same ids.
     *
     * @param items documents, or builders of them
     * @return this
     */
    public FakePlatform serve(Collection<? extends PlatformItem> items) {
        items.forEach(item -> contents.put(item.document()));
        return this;
    }

    /**
     * Grants everybody these permissions and no others.
     *
     * @param permissions such as {@code drift:comparisons:read}; none at all is fine
     * @return this
     */
    public FakePlatform grantOnly(String... permissions) {
        contents.grant(List.of(permissions));
        return this;
    }

    /**
     * From now on the inventory leaves out what it does not know, as it did until 2025, and no longer answers 404.
     *
     * @return this
     */
    public FakePlatform shortLists() {
        contents.setShortLists(true);
        return this;
    }

    /**
     * Scripts an answer, which beats what the service would answer by itself.
     *
     * @param service the service
     * @param pathAndQuery what is called; percent-encoded or not, both are the same
     * @param answer the answer, whatever the method of the call
     * @return this
     */
    public FakePlatform answer(PlatformService service, String pathAndQuery, ScriptedAnswer answer) {
        scripts.put(key(service, CallTarget.decoded(pathAndQuery)), answer);
        return this;
    }

    /**
     * From now on something goes wrong when a service is called, whether its answer is scripted or its own. Of
     * several faults that apply to a call, the one that was told first happens.
     *
     * @param service the service
     * @param fault what goes wrong, on which paths and how often
     * @return this
     */
    public FakePlatform fault(PlatformService service, Fault fault) {
        faults.add(service, fault);
        return this;
    }

    /**
     * From now on a service refuses connections, as one does that does not run, and those that are open end. {@link #heal}
     * lets it run again, on its port.
     *
     * @param service the service
     * @return this
     */
    public FakePlatform refuse(PlatformService service) {
        services.get(service).refuse();
        return this;
    }

    /**
     * From now on nothing goes wrong any more. What has begun to go wrong goes on.
     *
     * @return this
     * @throws UncheckedIOException if a service refused connections, and meanwhile something else listens on its port
     */
    public FakePlatform heal() {
        for (PlatformService service : PlatformService.values()) {
            heal(service);
        }
        return this;
    }

    /**
     * From now on nothing goes wrong any more with one service. What has begun to go wrong goes on.
     *
     * @param service the service
     * @return this
     * @throws UncheckedIOException if it refused connections, and meanwhile something else listens on its port
     */
    public FakePlatform heal(PlatformService service) {
        faults.heal(service);
        try {
            services.get(service).listenAgain();
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "the service " + service + " cannot listen again: " + taken.getMessage(), taken);
        }
        return this;
    }

    /**
     * From now on only scripted answers are given; any other call is answered with the status 599.
     *
     * @return this
     */
    public FakePlatform strict() {
        strict = true;
        return this;
    }

    /**
     * What was called since the start or the last {@link #reset}.
     *
     * @return the most recent 10,000 calls, oldest first
     */
    public List<PlatformCall> calls() {
        return calls.all();
    }

    /**
     * What was called of one service since the start or the last {@link #reset}.
     *
     * @param service the service
     * @return those of the most recent 10,000 calls, oldest first
     */
    public List<PlatformCall> calls(PlatformService service) {
        return calls.all().stream().filter(call -> call.service() == service).toList();
    }

    /** Forgets everything it was told and asked; it stays on its ports. */
    public void reset() {
        contents.reset();
        scripts.clear();
        heal();
        strict = false;
        calls.clear();
    }

    private Delivery deliver(PlatformService service, String method, String target, Map<String, String> headers) {
        Delivery meant = Delivery.of(answer(service, method, target, headers));
        return faults.happenTo(service, CallTarget.decoded(target), meant);
    }

    private ScriptedAnswer answer(PlatformService service, String method, String target, Map<String, String> headers) {
        String path = CallTarget.decoded(target);
        ScriptedAnswer scripted = scripts.get(key(service, path));
        boolean foreseen = scripted != null || !strict;
        calls.add(new PlatformCall(service, method, path, headers, foreseen));
        if (scripted != null) {
            return scripted;
        }
        return foreseen ? ownAnswer(service, method, target) : notForeseen();
    }

    private ScriptedAnswer ownAnswer(PlatformService service, String method, String target) {
        if (!method.equals("GET")) {
            return ScriptedAnswer.of(405, Map.of("title", "Method Not Allowed", "status", 405));
        }
        return contents.answer(service, target)
                .orElseGet(() -> ScriptedAnswer.of(404, Map.of("title", "Not Found", "status", 404)));
    }

    private static ScriptedAnswer notForeseen() {
        return ScriptedAnswer.of(NOT_FORESEEN, Map.of("error", "nothing is scripted for this call"));
    }

    private static String key(PlatformService service, String path) {
        return service.name() + " " + path;
    }

    /** Stops listening and closes connections. */
    @Override
    public void close() {
        services.values().forEach(FakeService::close);
    }
}
