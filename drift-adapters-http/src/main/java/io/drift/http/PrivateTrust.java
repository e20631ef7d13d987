package io.drift.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Believes nobody but the given authorities.
 *
 * @param sockets makes connections that are checked
 * @param authorities who checks them
 */
record PrivateTrust(SSLSocketFactory sockets, X509TrustManager authorities) {

    /** Trust in at least one authority. */
    static PrivateTrust in(List<X509Certificate> certificates) {
        try {
            X509TrustManager authorities = trustManager(certificates);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {authorities}, null);
            return new PrivateTrust(tls.getSocketFactory(), authorities);
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalArgumentException("these certificate authorities cannot be used", unusable);
        }
    }

    private static X509TrustManager trustManager(List<X509Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry("authority-" + store.size(), certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager one) {
                return one;
            }
        }
        throw new GeneralSecurityException("the JVM cannot check certificates");
    }
}
