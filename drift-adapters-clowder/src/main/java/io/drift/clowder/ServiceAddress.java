package io.drift.clowder;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is, and who may have signed its certificate.
 *
 * <pre>{@code
 * ServiceAddress baselines = settings.platform().services().baselines();
 * String trust = baselines.authorities() == null ? "the JVM's" : baselines.authorities().size() + " of its own";
 * }</pre>
 *
 * @param url its scheme, host and port
 * @param authorities the only certificate authorities that may have; null for those of the JVM. Never empty
 */
public record ServiceAddress(URI url, @Nullable List<X509Certificate> authorities) {

    /**
     * Copies the list; an empty one is refused, for it could be taken for the authorities of the JVM.
     *
     * @throws IllegalArgumentException if the list is empty
     */
    public ServiceAddress {
        if (authorities != null) {
            if (authorities.isEmpty()) {
                throw new IllegalArgumentException("no certificate authority for " + url);
            }
            authorities = List.copyOf(authorities);
        }
    }

    /** Scheme, host and port, without whatever else the URL holds. */
    String place() {
        String authority = String.valueOf(url.getRawAuthority());
        return url.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1);
    }

    /** Counts the certificates instead of printing them. */
    @Override
    public String toString() {
        return url + (authorities == null ? "" : " (" + authorities.size() + " authorities of its own)");
    }
}
