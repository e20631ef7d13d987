package io.drift.http;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the services are; null for one that there is not. Of a URL only scheme, host and port count; paths are the
 * services' own.
 *
 * @param inventory the host inventory
 * @param baselines the baseline service
 * @param historicalProfiles the service of historical profiles
 * @param rbac the service that knows permissions
 * @param sharedSecret sent to the baseline service as a proof of being Drift; never printed
 */
public record ServiceEndpoints(
        @Nullable URI inventory,
        @Nullable URI baselines,
        @Nullable URI historicalProfiles,
        @Nullable URI rbac,
        @Nullable String sharedSecret) {

    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]*");

    /**
     * Checks that the secret can be sent; found out later, it would be quoted by whoever cannot send it.
     *
     * @throws IllegalArgumentException if it has other characters than printable ASCII
     */
    public ServiceEndpoints {
        if (sharedSecret != null && !HEADER_VALUE.matcher(sharedSecret).matches()) {
            throw new IllegalArgumentException("the shared secret has characters that a header cannot have");
        }
    }

    /** Names the URLs, not the secret. */
    @Override
    public String toString() {
        return "ServiceEndpoints[inventory=" + inventory + ", baselines=" + baselines + ", historicalProfiles="
                + historicalProfiles + ", rbac=" + rbac + "]";
    }
}
