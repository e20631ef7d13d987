package io.drift.clowder;

import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes addresses of services, with the authorities that count for each. */
final class ServiceAddresses {

    private static final String PEM_FILE = "must be a file with PEM certificates, but ";
    /** Stands for a URL that is missing until the fault is told. */
    private static final ServiceAddress NOWHERE = new ServiceAddress(URI.create("http://0.0.0.0"), null);

    private final SettingTexts texts;
    private final @Nullable List<X509Certificate> common;

    ServiceAddresses(SettingTexts texts) {
        this.texts = texts;
        List<X509Certificate> ofServices = authorities(Setting.TLS_CA_PATH);
        List<X509Certificate> ofAll = authorities(Setting.REQUESTS_CA_BUNDLE);
        this.common = ofServices == null ? ofAll : ofServices;
    }

    DriftSettings.Services services(boolean rbacEnabled) {
        ServiceAddress inventory = required(Setting.INVENTORY_SVC_URL, "the URL of the host inventory", "");
        return new DriftSettings.Services(
                inventory == null ? NOWHERE : inventory,
                find(Setting.BASELINE_SVC_URL),
                find(Setting.HSP_SVC_URL),
                rbacEnabled
                        ? required(
                                Setting.RBAC_SVC_URL, "the URL of the permission service", ", unless ENABLE_RBAC=False")
                        : find(Setting.RBAC_SVC_URL));
    }

    private @Nullable ServiceAddress required(Setting service, String what, String unless) {
        if (texts.text(service) != null) {
            return find(service);
        }
        ClowderFile clowder = texts.clowder();
        if (clowder == null) {
            texts.fault(service, "must be " + what + unless);
        } else if (clowder.isReadable()) {
            texts.faults()
                    .add(clowder.prefix() + "endpoints has no usable entry for the app " + service.app()
                            + ": it must be a dependency of the ClowdApp" + unless);
        }
        return null;
    }

    private @Nullable ServiceAddress find(Setting service) {
        String text = texts.text(service);
        if (text == null) {
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
        ClowderFile.Told told = clowder == null ? null : clowder.authorities(service);
        if (clowder == null || told == null) {
            return null;
        }
        String shown = PemCertificates.isPem(told.text()) ? "(a text)" : told.text();
        return read(
                told.text(),
                why -> texts.faults()
                        .add(clowder.prefix() + told.place() + "=" + shown + " is not valid: " + PEM_FILE + why));
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
