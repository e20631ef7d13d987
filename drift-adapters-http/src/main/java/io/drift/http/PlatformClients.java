package io.drift.http;

import io.drift.core.port.AccessControl;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.BaselineStatistics;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.SystemInventory;
import io.drift.core.profile.Reading;
import io.drift.http.ServiceEndpoints.Endpoint;
import java.time.Clock;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The platform's services as the core's ports, over one HTTP client.
 *
 * <pre>{@code
 * try (PlatformClients platform = PlatformClients.of(endpoints, CallTimeouts.DEFAULT, Clock.systemUTC())) {
 *     CompareSystems.of(platform.inventory())
 *         .withBaselines(platform.baselines())
 *         .withHistoricalProfiles(platform.historicalProfiles());
 * }
 * }</pre>
 *
 * <p>Profiles are read as the archived service read them, unless another {@link Reading} is asked for. Thread-safe. Identity and request id of a {@link io.drift.core.port.RequestContext} go along with every call.
 */
public final class PlatformClients implements AutoCloseable {

    private final PlatformHttp http;
    /** For all services with TLS that the authorities of the JVM vouch for; null until there is one. */
    private @Nullable PlatformHttp securedByJvm;

    private final ServiceEndpoints endpoints;

    private PlatformClients(PlatformHttp http, ServiceEndpoints endpoints) {
        this.http = http;
        this.endpoints = endpoints;
    }

    /**
     * Clients of the services.
     *
     * @param endpoints where they are
     * @param timeouts how long a call may take
     * @param clock tells how much of a deadline is left
     * @return the clients; to be closed
     */
    public static PlatformClients of(ServiceEndpoints endpoints, CallTimeouts timeouts, Clock clock) {
        return of(endpoints, ServiceProxies.NONE, timeouts, clock, CallObserver.NONE);
    }

    /**
     * Clients of services behind proxies, whose calls are observed.
     *
     * @param endpoints where they are
     * @param proxies what stands between them and us
     * @param timeouts how long a call may take
     * @param clock tells how much of a deadline is left
     * @param observer hears of every call
     * @return the clients; to be closed
     */
    public static PlatformClients of(
            ServiceEndpoints endpoints,
            ServiceProxies proxies,
            CallTimeouts timeouts,
            Clock clock,
            CallObserver observer) {
        return of(endpoints, proxies, timeouts, CallLimits.DEFAULT, clock, observer);
    }

    /**
     * Clients of services behind proxies, whose calls are observed, and which are given no more work than they may have.
     *
     * @param endpoints where they are
     * @param proxies what stands between them and us
     * @param timeouts how long a call may take
     * @param limits how many calls may run and wait
     * @param clock tells how much of a deadline is left
     * @param observer hears of every call
     * @return the clients; to be closed
     */
    public static PlatformClients of(
            ServiceEndpoints endpoints,
            ServiceProxies proxies,
            CallTimeouts timeouts,
            CallLimits limits,
            Clock clock,
            CallObserver observer) {
        return new PlatformClients(new PlatformHttp(timeouts, limits, proxies, clock, observer), endpoints);
    }

    /**
     * The host inventory, whose profiles are read as {@link Reading#ARCHIVED}.
     *
     * @return as {@link #inventory(Reading)}
     * @throws IllegalStateException if there is no URL of it
     * @throws IllegalArgumentException if its URL is neither http nor https
     */
    public SystemInventory inventory() {
        return inventory(Reading.ARCHIVED);
    }

    /**
     * The host inventory.
     *
     * @param reading how closely profiles are read
     * @return asks 40 ids a call, batches of all three documents at the same time
     * @throws IllegalStateException if there is no URL of it
     * @throws IllegalArgumentException if its URL is neither http nor https
     */
    public SystemInventory inventory(Reading reading) {
        Endpoint inventory = required(endpoints.inventory(), "inventory");
        return new InventoryClient(http(inventory), url(inventory), reading);
    }

    /**
     * The baseline service.
     *
     * @return asks 40 ids a call, all at the same time
     * @throws IllegalStateException if there is no URL of it
     * @throws IllegalArgumentException if its URL is neither http nor https
     */
    public BaselineCatalog baselines() {
        return baselineClient();
    }

    /**
     * How much baselines are used, as the baseline service tells the staff.
     *
     * @return asks as the caller, with the shared secret beside
     * @throws IllegalStateException if there is no URL of it
     * @throws IllegalArgumentException if its URL is neither http nor https
     */
    public BaselineStatistics baselineStatistics() {
        return baselineClient();
    }

    private BaselineClient baselineClient() {
        Endpoint baselines = required(endpoints.baselines(), "baseline service");
        return new BaselineClient(http(baselines), url(baselines), endpoints.sharedSecret());
    }

    /**
     * The service of historical profiles, which are read as {@link Reading#ARCHIVED}.
     *
     * @return as {@link #historicalProfiles(Reading)}
     * @throws IllegalStateException if there is no URL of it
     * @throws IllegalArgumentException if its URL is neither http nor https
     */
    public HistoricalProfiles historicalProfiles() {
        return historicalProfiles(Reading.ARCHIVED);
    }

    /**
     * The service of historical profiles.
     *
     * @param reading how closely profiles are read
     * @return asks 40 ids a call, all at the same time
     * @throws IllegalStateException if there is no URL of it
     * @throws IllegalArgumentException if its URL is neither http nor https
     */
    public HistoricalProfiles historicalProfiles(Reading reading) {
        Endpoint historicalProfiles = required(endpoints.historicalProfiles(), "historical profile service");
        return new HistoricalProfileClient(http(historicalProfiles), url(historicalProfiles), reading);
    }

    /**
     * The permission service.
     *
     * @return asks for what the caller may do in the applications drift and inventory, page by page
     * @throws IllegalStateException if there is no URL of it
     * @throws IllegalArgumentException if its URL is neither http nor https
     */
    public AccessControl accessControl() {
        Endpoint rbac = required(endpoints.rbac(), "permission service");
        return new RbacClient(http(rbac), url(rbac));
    }

    private static Endpoint required(@Nullable Endpoint endpoint, String service) {
        if (endpoint == null) {
            throw new IllegalStateException("there is no URL of the " + service);
        }
        return endpoint;
    }

    private PlatformHttp http(Endpoint endpoint) {
        if (!"https".equalsIgnoreCase(endpoint.url().getScheme())) {
            return http;
        }
        return endpoint.authorities() == null ? securedByJvm() : http.secured(endpoint.authorities());
    }

    private synchronized PlatformHttp securedByJvm() {
        if (securedByJvm == null) {
            securedByJvm = http.secured(null);
        }
        return securedByJvm;
    }

    private static HttpUrl url(Endpoint endpoint) {
        return HttpUrl.get(endpoint.url().toString());
    }

    /** Gives up calls in flight and closes connections. */
    @Override
    public void close() {
        http.close();
    }
}
