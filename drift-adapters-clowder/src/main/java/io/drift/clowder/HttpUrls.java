package io.drift.clowder;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** URLs of services. */
final class HttpUrls {

    private static final int HIGHEST_PORT = 65535;

    private HttpUrls() {}

    /** Parses the URL of a service: http or https, a host, no user. Null for anything else. */
    static @Nullable URI parse(String text) {
        URI url = withHost(text);
        return url != null && url.getRawUserInfo() == null && isHttp(url) ? url : null;
    }

    /** Parses the URL of a proxy: http, which may be left out, a host, perhaps a user. Null for anything else. */
    static @Nullable URI parseProxy(String text) {
        URI url = withHost(text.contains("://") ? text : "http://" + text);
        return url != null && "http".equals(url.getScheme()) ? url : null;
    }

    private static boolean isHttp(URI url) {
        return "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    }

    private static @Nullable URI withHost(String text) {
        try {
            URI url = new URI(text);
            return hasHost(url) ? url : null;
        } catch (URISyntaxException notAUrl) {
            return null;
        }
    }

    /** Names with an underscore are no hosts to {@link URI}, but container networks have them. */
    private static boolean hasHost(URI url) {
        if (url.getHost() == null) {
            return url.getRawAuthority() != null && url.getRawAuthority().matches("[\\w.-]+(:[1-9][0-9]{0,4})?");
        }
        return url.getPort() <= HIGHEST_PORT && url.getPort() != 0;
    }
}
