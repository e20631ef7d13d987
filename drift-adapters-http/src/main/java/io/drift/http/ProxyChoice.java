package io.drift.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the proxy for a call. */
final class ProxyChoice extends ProxySelector {

    private static final int HTTP_PORT = 80;

    private final @Nullable Proxy http;
    private final @Nullable Proxy https;
    private final ProxyExceptions exceptions;

    ProxyChoice(ServiceProxies proxies) {
        this.http = proxy(proxies.http());
        this.https = proxy(proxies.https());
        this.exceptions = new ProxyExceptions(proxies.exceptions());
    }

    private static @Nullable Proxy proxy(@Nullable URI url) {
        return url == null ? null : new Proxy(Proxy.Type.HTTP, address(url));
    }

    /** Also what a login belongs to. */
    static InetSocketAddress address(URI proxy) {
        return InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort() < 0 ? HTTP_PORT : proxy.getPort());
    }

    @Override
    public List<Proxy> select(URI url) {
        Proxy proxy = "https".equals(url.getScheme()) ? https : http;
        return List.of(proxy == null || exceptions.include(url) ? Proxy.NO_PROXY : proxy);
    }

    /** There is no other one to try. */
    @Override
    public void connectFailed(URI url, SocketAddress proxy, IOException reason) {}
}
