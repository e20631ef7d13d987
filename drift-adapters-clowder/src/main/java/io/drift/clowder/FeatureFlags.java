package io.drift.clowder;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feature flag service.
 *
 * <pre>{@code
 * FeatureFlags flags = settings.platform().resources().featureFlags();
 * String host = flags == null ? "(none)" : flags.hostname();
 * }</pre>
 *
 * @param scheme {@code http} or {@code https}
 * @param hostname its host
 * @param port its port; null for that of the scheme
 * @param token lets a client in; null for none. Never printed
 */
public record FeatureFlags(
        String scheme,
        String hostname,
        @Nullable Integer port,
        @Nullable String token) {

    static @Nullable FeatureFlags read(@Nullable ClowderNode node) {
        if (node == null) {
            return null;
        }
        String scheme = node.text("scheme");
        String known = scheme == null ? "http" : scheme.toLowerCase(Locale.ROOT);
        if (!known.equals("http") && !known.equals("https")) {
            node.invalidText("scheme", known, "must be http or https");
        }
        return new FeatureFlags(known, node.required("hostname"), node.port("port"), node.secret("clientAccessToken"));
    }

    /** Does not print the token. */
    @Override
    public String toString() {
        return scheme + "://" + hostname + (port == null ? "" : ":" + port) + ", token " + Masked.presence(token);
    }
}
