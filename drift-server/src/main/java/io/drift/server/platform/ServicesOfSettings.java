package io.drift.server.platform;

import io.drift.clowder.DriftSettings;
import io.drift.clowder.ServiceAddress;
import io.drift.http.ServiceEndpoints;
import io.drift.http.ServiceEndpoints.Endpoint;
import io.drift.http.ServiceProxies;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Translates what the settings say about services into the types of the HTTP clients. */
final class ServicesOfSettings {

    private ServicesOfSettings() {}

    static ServiceEndpoints endpoints(DriftSettings settings) {
        DriftSettings.Services services = settings.platform().services();
        return new ServiceEndpoints(
                Objects.requireNonNull(endpoint(services.inventory()), "INVENTORY_SVC_URL is required"),
                endpoint(services.baselines()),
                endpoint(services.historicalProfiles()),
                endpoint(services.rbac()),
                settings.access().sharedSecret());
    }

    private static @Nullable Endpoint endpoint(@Nullable ServiceAddress address) {
        return address == null ? null : new Endpoint(address.url(), address.authorities());
    }

    static ServiceProxies proxies(DriftSettings settings) {
        DriftSettings.Proxies proxies = settings.platform().proxies();
        return new ServiceProxies(proxies.http(), proxies.https(), proxies.exceptions());
    }
}
