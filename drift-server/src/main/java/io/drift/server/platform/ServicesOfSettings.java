package io.drift.server.platform;

import io.drift.clowder.DriftSettings;
import io.drift.clowder.ServiceAddress;
import io.drift.http.ServiceEndpoints;
import io.drift.http.ServiceEndpoints.Endpoint;
import io.drift.http.ServiceProxies;
import org.jspecify.annotations.Nullable;

/** Translates what the settings say about services into the types of the HTTP clients. */
final class ServicesOfSettings {

    private ServicesOfSettings() {}

    static ServiceEndpoints endpoints(DriftSettings settings) {
        DriftSettings.Services services = settings.services();
        return new ServiceEndpoints(
                endpoint(services.inventory()),
                endpoint(services.baselines()),
                endpoint(services.historicalProfiles()),
                endpoint(services.rbac()),
                settings.access().sharedSecret());
    }

    private static @Nullable Endpoint endpoint(@Nullable ServiceAddress address) {
        return address == null ? null : new Endpoint(address.url(), address.authorities());
    }

    static ServiceProxies proxies(DriftSettings settings) {
        DriftSettings.Proxies proxies = settings.proxies();
        return new ServiceProxies(proxies.http(), proxies.https(), proxies.exceptions());
    }
}
