package io.drift.http;

import io.drift.testkit.FakePlatform;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** The clients under test, over a fake platform. */
final class Clients {

    static final String SECRET = "hush";
    private static final CallTimeouts PATIENT =
            new CallTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30));

    private Clients() {}

    static PlatformClients of(FakePlatform platform) {
        return of(platform, PATIENT);
    }

    static PlatformClients of(FakePlatform platform, CallTimeouts timeouts) {
        return of(platform, timeouts, CallObserver.NONE);
    }

    static PlatformClients of(FakePlatform platform, CallTimeouts timeouts, CallObserver observer) {
        ServiceEndpoints endpoints = new ServiceEndpoints(
                ServiceEndpoints.Endpoint.of(platform.inventoryUrl()),
                ServiceEndpoints.Endpoint.of(platform.baselineUrl()),
                ServiceEndpoints.Endpoint.of(platform.historicalProfilesUrl()),
                ServiceEndpoints.Endpoint.of(platform.rbacUrl()),
                SECRET);
        return of(endpoints, ServiceProxies.NONE, timeouts, observer);
    }

    /** One service, which stands for the baseline service. */
    static PlatformClients of(ServiceEndpoints.Endpoint service, ServiceProxies proxies) {
        return of(new ServiceEndpoints(null, service, null, null, null), proxies);
    }

    /** The same, with an observer. */
    static PlatformClients observed(URI service, CallObserver observer) {
        ServiceEndpoints endpoints =
                new ServiceEndpoints(null, ServiceEndpoints.Endpoint.of(service), null, null, null);
        return of(endpoints, ServiceProxies.NONE, PATIENT, observer);
    }

    static PlatformClients of(ServiceEndpoints endpoints, ServiceProxies proxies) {
        return of(endpoints, proxies, PATIENT, CallObserver.NONE);
    }

    private static PlatformClients of(
            ServiceEndpoints endpoints, ServiceProxies proxies, CallTimeouts timeouts, CallObserver observer) {
        return PlatformClients.of(endpoints, proxies, timeouts, Clock.systemUTC(), observer);
    }
}
