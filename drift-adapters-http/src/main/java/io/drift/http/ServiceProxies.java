package io.drift.http;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HTTP proxies on the way to the services. Without any, those of the JVM count ({@code http.proxyHost}).
 *
 * <pre>{@code
 * URI proxy = URI.create("http://proxy.example.com:3128");
 * ServiceProxies proxies = new ServiceProxies(proxy, proxy, List.of("localhost", ".example.org", "10.0.0.0/8"));
 * }</pre>
 *
 * @param http for services with an http URL, {@code http://user:password@proxy:3128}; null for none
 * @param https for services with an https URL, which it connects to without looking inside; null for none
 * @param exceptions what no proxy is used for, as in {@code NO_PROXY}: ends of host names with or without a port,
 *     addresses, IPv4 networks like {@code 10.0.0.0/8}, {@code *}
 */
public record ServiceProxies(@Nullable URI http, @Nullable URI https, List<String> exceptions) {

    /** No proxies. */
    public static final ServiceProxies NONE = new ServiceProxies(null, null, List.of());

    /**
     * Checks that proxies have a host, and copies the list.
     *
     * @throws IllegalArgumentException if one has no host
     */
    public ServiceProxies {
        check(http);
        check(https);
        exceptions = List.copyOf(exceptions);
    }

    private static void check(@Nullable URI proxy) {
        if (proxy != null && proxy.getHost() == null) {
            throw new IllegalArgumentException("a proxy without a host");
        }
    }

    /** Does not print users and passwords. */
    @Override
    public String toString() {
        return "ServiceProxies[http=" + host(http) + ", https=" + host(https) + ", exceptions=" + exceptions + "]";
    }

    private static @Nullable String host(@Nullable URI proxy) {
        return proxy == null ? null : proxy.getHost();
    }
}
