package io.drift.http;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the services are. Of a URL only scheme, host and port count; paths are the services' own.
 *
 * @param inventory the host inventory
 * @param baselines the baseline service
 * @param historicalProfiles the service of historical profiles
 * @param rbac the service that knows permissions
 * @param sharedSecret sent to the baseline service as a proof of being Drift; null for none; never printed
 */
public record ServiceEndpoints(
        URI inventory,
        URI baselines,
        URI historicalProfiles,
        URI rbac,
        @Nullable String sharedSecret) {

    /** Checks that all are there. */
    public ServiceEndpoints {
        Objects.requireNonNull(inventory, "inventory");
        Objects.requireNonNull(baselines, "baselines");
        Objects.requireNonNull(historicalProfiles, "historicalProfiles");
        Objects.requireNonNull(rbac, "rbac");
    }

    /** Names the URLs, not the secret. */
    @Override
    public String toString() {
        return "ServiceEndpoints[inventory=" + inventory + ", baselines=" + baselines + ", historicalProfiles="
                + historicalProfiles + ", rbac=" + rbac + "]";
    }
}
