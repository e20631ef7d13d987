package io.drift.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Logs in at proxies whose URL tells how. */
final class ProxyLogin implements Authenticator {

    private static final String HEADER = "Proxy-Authorization";

    private final Map<InetSocketAddress, String> credentials = new HashMap<>();

    ProxyLogin(ServiceProxies proxies) {
        add(proxies.http());
        add(proxies.https());
    }

    private void add(@Nullable URI proxy) {
        String login = proxy == null ? null : proxy.getUserInfo();
        if (proxy == null || login == null) {
            return;
        }
        int colon = login.indexOf(':');
        String user = colon < 0 ? login : login.substring(0, colon);
        String password = colon < 0 ? "" : login.substring(colon + 1);
        credentials.put(ProxyChoice.address(proxy), Credentials.basic(user, password, StandardCharsets.UTF_8));
    }

    /** Null once it was refused. */
    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response refused) {
        String login = route == null ? null : credentials.get(route.proxy().address());
        return login == null || refused.request().header(HEADER) != null
                ? null
                : refused.request().newBuilder().header(HEADER, login).build();
    }
}
