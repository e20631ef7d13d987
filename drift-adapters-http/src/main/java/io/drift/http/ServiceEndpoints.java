package io.drift.http;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the services are; null for a service that does not exist.
 *
 * <pre>{@code
 * ServiceEndpoints.Endpoint inventory = ServiceEndpoints.Endpoint.of(URI.create("https://inventory.example.com"));
 * ServiceEndpoints endpoints = new ServiceEndpoints(inventory, null, null, null, null);
 * }</pre>
 *
 * @param inventory the host inventory
 * @param baselines the baseline service
 * @param historicalProfiles the service of historical profiles
 * @param rbac the service that knows permissions
 * @param sharedSecret sent to the baseline service as a proof of being Drift; never printed
 */
public record ServiceEndpoints(
        @Nullable Endpoint inventory,
        @Nullable Endpoint baselines,
        @Nullable Endpoint historicalProfiles,
        @Nullable Endpoint rbac,
        @Nullable String sharedSecret) {

    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]*");

    /**
     * Checks that the secret can be sent; later, the message of whatever fails to send it would quote it.
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

    /**
     * Where one service is, and which authorities vouch for it.
     *
     * <pre>{@code
     * CertificateFactory certificates = CertificateFactory.getInstance("X.509");
     * X509Certificate authority = (X509Certificate) certificates.generateCertificate(pem);
     * ServiceEndpoints.Endpoint inventory = new ServiceEndpoints.Endpoint(url, List.of(authority));
     * }</pre>
     *
     * @param url only its scheme, host and port count; paths are the services' own
     * @param authorities the only certificate authorities that count for an https URL; null for those of the JVM
     */
    public record Endpoint(URI url, @Nullable List<X509Certificate> authorities) {

        /**
         * Copies the list; an empty one is refused, since no service could be trusted then.
         *
         * @throws IllegalArgumentException if the list is empty
         */
        public Endpoint {
            if (authorities != null && authorities.isEmpty()) {
                throw new IllegalArgumentException("no certificate authority for " + url);
            }
            authorities = authorities == null ? null : List.copyOf(authorities);
        }

        /**
         * A service that the authorities of the JVM vouch for.
         *
         * @param url only its scheme, host and port count
         * @return its endpoint
         */
        public static Endpoint of(URI url) {
            return new Endpoint(url, null);
        }

        /** Only the URL. */
        @Override
        public String toString() {
            return url.toString();
        }
    }
}
