package io.drift.clowder;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the services that an app provides, in the newer list of dependencies and in the older one. */
final class ClowderServices {

    /**
     * A service.
     *
     * @param url not checked yet
     * @param place where it stands in the file
     * @param authorities its own, PEM or a path; null for none
     * @param authoritiesPlace where they stand in the file
     */
    record Found(String url, String place, @Nullable String authorities, String authoritiesPlace) {}

    private static final String TLS = "_tls";
    private static final String H2C = "_h2c";
    /** How the services of the platform name what they offer; other names serve other purposes. */
    private static final List<String> USUAL_NAMES = List.of("service", "backend-service");

    private final List<ClowderNode> endpoints;
    private final @Nullable ClowderNode newer;
    private final boolean commonAuthorities;

    ClowderServices(ClowderNode root) {
        this.endpoints = root.children("endpoints");
        ClowderNode dependencies = root.child("dependencyEndpoints");
        this.newer = dependencies == null ? null : dependencies.child("v2");
        this.commonAuthorities = root.text("tlsCAPath") != null;
    }

    /** The newer entry with TLS, else the older one, which may have TLS too, else the newer one without; null for none. */
    @Nullable
    Found find(String app) {
        ClowderNode endpoint = endpoints.stream()
                .filter(one -> app.equals(one.text("app")))
                .findFirst()
                .orElse(null);
        ClowderNode entries = newer == null ? null : newer.child(app);
        String name = entries == null ? null : name(entries, endpoint);
        Found secured = found(entries, name == null ? null : name + TLS);
        if (secured != null) {
            return secured;
        }
        return endpoint == null ? found(entries, name) : found(endpoint);
    }

    /** The name that the older list has, else a usual one, else the first. */
    private static @Nullable String name(ClowderNode entries, @Nullable ClowderNode endpoint) {
        List<String> names = entries.names().stream()
                .map(ClowderServices::withoutSuffix)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        String older = endpoint == null ? null : endpoint.text("name");
        return Stream.concat(Stream.ofNullable(older), USUAL_NAMES.stream())
                .filter(names::contains)
                .findFirst()
                .orElse(names.isEmpty() ? null : names.get(0));
    }

    private static @Nullable String withoutSuffix(String key) {
        String name = key.endsWith(TLS) ? key.substring(0, key.length() - TLS.length()) : key;
        return name.endsWith(H2C) ? null : name;
    }

    private static @Nullable Found found(@Nullable ClowderNode entries, @Nullable String key) {
        if (entries == null || key == null || !entries.names().contains(key)) {
            return null;
        }
        ClowderNode entry = entries.child(key);
        String url = entry == null ? null : entry.required("uri");
        return url == null || url.isEmpty()
                ? null
                : new Found(url, entry.path("uri"), entry.text("ca_certificate"), entry.path("ca_certificate"));
    }

    private @Nullable Found found(ClowderNode endpoint) {
        String host = endpoint.required("hostname");
        Integer port = endpoint.port("port");
        Integer tlsPort = endpoint.port("tlsPort");
        String authorities = endpoint.text("tlsCAPath");
        boolean secured = tlsPort != null && (authorities != null || commonAuthorities || port == null);
        Integer chosen = secured ? tlsPort : port;
        if (chosen == null) {
            endpoint.missing("port", "there must be a port or a tlsPort from 1 to 65535");
        }
        if (chosen == null || host.isEmpty()) {
            return null;
        }
        String url = String.format(Locale.ROOT, "%s://%s:%d", secured ? "https" : "http", host, chosen);
        return new Found(url, endpoint.path(), authorities, endpoint.path("tlsCAPath"));
    }
}
