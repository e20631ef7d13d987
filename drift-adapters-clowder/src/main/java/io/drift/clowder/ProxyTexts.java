package io.drift.clowder;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads the proxies. */
final class ProxyTexts {

    private final SettingTexts texts;

    ProxyTexts(SettingTexts texts) {
        this.texts = texts;
    }

    DriftSettings.Proxies proxies() {
        return new DriftSettings.Proxies(
                proxy(Setting.HTTP_PROXY), proxy(Setting.HTTPS_PROXY), texts.list(Setting.NO_PROXY));
    }

    private @Nullable URI proxy(Setting setting) {
        String text = texts.text(setting);
        URI proxy = text == null ? null : HttpUrls.parseProxy(text);
        if (text != null && (proxy == null || proxy.getHost() == null)) {
            texts.fault(setting, "must be the URL of an HTTP proxy, like http://proxy.example.com:3128");
            return null;
        }
        return proxy;
    }
}
