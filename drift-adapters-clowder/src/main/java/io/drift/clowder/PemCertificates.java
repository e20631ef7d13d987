package io.drift.clowder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates in the PEM form. What else stands in such a text (comments, keys) does not matter. */
final class PemCertificates {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*)-----END");

    private PemCertificates() {}

    static boolean isPem(String text) {
        return text.contains("-----BEGIN");
    }

    /**
     * Reads certificates from a text, or from the file that it names.
     *
     * @return at least one
     * @throws CertificateException if there is none; the message ends the sentence "must be ...: "
     */
    static List<X509Certificate> read(String pemOrPath) throws CertificateException {
        return parse(isPem(pemOrPath) ? pemOrPath : contents(pemOrPath));
    }

    private static String contents(String path) throws CertificateException {
        try {
            return new String(SettingFile.read(path), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new CertificateException(unreadable.getMessage(), unreadable);
        }
    }

    private static List<X509Certificate> parse(String pem) throws CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(pem);
        while (blocks.find()) {
            certificates.add(certificate(factory, blocks.group(1), certificates.size() + 1));
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("it holds no certificate");
        }
        return certificates;
    }

    private static X509Certificate certificate(CertificateFactory factory, String base64, int number)
            throws CertificateException {
        String alone = "-----BEGIN CERTIFICATE-----\n" + base64.strip() + "\n-----END CERTIFICATE-----\n";
        try {
            return (X509Certificate)
                    factory.generateCertificate(new ByteArrayInputStream(alone.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (CertificateException broken) {
            throw new CertificateException("certificate " + number + " in it cannot be read", broken);
        }
    }
}
