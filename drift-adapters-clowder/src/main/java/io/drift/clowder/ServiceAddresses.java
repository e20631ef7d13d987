package io.drift.clowder;

import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the addresses of the services, each with the authorities that may sign for it. */
final class ServiceAddresses {

    private static final String PEM_FILE = "must be a file with PEM certificates, but ";

    private final SettingTexts texts;
    private final Set<Setting> required;
    private final @Nullable List<X509Certificate> common;

    /**
     * Addresses.
     *
     * @param texts where they are found
     * @param required the services without which there is a fault
     */
    ServiceAddresses(SettingTexts texts, Set<Setting> required) {
        this.texts = texts;
        this.required = required;
        List<X509Certificate> ofServices = authorities(Setting.TLS_CA_PATH);
        List<X509Certificate> ofAll = authorities(Setting.REQUESTS_CA_BUNDLE);
        this.common = ofServices == null ? ofAll : ofServices;
    }

    DriftSettings.Services services() {
        return new DriftSettings.Services(
                find(Setting.INVENTORY_SVC_URL),
                find(Setting.BASELINE_SVC_URL),
                find(Setting.HSP_SVC_URL),
                find(Setting.RBAC_SVC_URL));
    }

    private void missing(Setting service) {
        String unless = service == Setting.RBAC_SVC_URL ? ", unless ENABLE_RBAC=False" : "";
        ClowderFile clowder = texts.clowder();
        if (clowder == null) {
            texts.fault(service, "must be the URL of the " + service.service() + unless);
        } else if (clowder.isReadable()) {
            texts.faults()
                    .add(clowder.prefix() + "endpoints has no usable entry for the app " + service.app()
                            + ": it must be a dependency of the ClowdApp" + unless);
        }
    }

    private @Nullable ServiceAddress find(Setting service) {
        String text = texts.text(service);
        if (text == null) {
            if (required.contains(service)) {
                missing(service);
            }
            return null;
        }
        URI url = HttpUrls.parse(text);
        if (url == null) {
            texts.fault(service, "must be a URL like http://inventory.example.com:8080");
            return null;
        }
        List<X509Certificate> own = own(service);
        boolean secured = "https".equals(url.getScheme());
        return new ServiceAddress(url, secured ? (own == null ? common : own) : null);
    }

    private @Nullable List<X509Certificate> own(Setting service) {
        ClowderFile clowder = texts.clowder();
        ClowderFile.Entry entry = clowder == null ? null : clowder.authorities(service);
        if (clowder == null || entry == null) {
            return null;
        }
        String shown = PemCertificates.isPem(entry.text()) ? "(a text)" : entry.text();
        return read(
                entry.text(),
                why -> texts.faults()
                        .add(clowder.prefix() + entry.place() + "=" + shown + " is not valid: " + PEM_FILE + why));
    }

    private @Nullable List<X509Certificate> authorities(Setting setting) {
        String text = texts.text(setting);
        return text == null ? null : read(text, why -> texts.fault(setting, PEM_FILE + why));
    }

    private static @Nullable List<X509Certificate> read(String pemOrPath, Consumer<String> fault) {
        try {
            return PemCertificates.read(pemOrPath);
        } catch (CertificateException none) {
            fault.accept(String.valueOf(none.getMessage()));
            return null;
        }
    }
}
