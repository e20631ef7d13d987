package io.drift.core.analysis;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;

/** Names and values of facts as one text that no other names and values have. A missing fact adds nothing. */
final class Fingerprint {

    private static final String ALGORITHM = "SHA-256";

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    /** A fact as it goes into fingerprints; several texts are a set. */
    static byte[] encoded(FactName name, FactValue value) {
        ByteArrayOutputStream fact = new ByteArrayOutputStream();
        Collection<String> texts = new TreeSet<>(value.texts());
        write(name.toString(), fact);
        write(Integer.toString(texts.size()), fact);
        texts.forEach(text -> write(text, fact));
        return fact.toByteArray();
    }

    private static void write(String text, ByteArrayOutputStream fact) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        fact.writeBytes((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
        fact.writeBytes(octets);
    }

    /** Adds a fact that was {@link #encoded}. */
    void add(byte[] fact) {
        digest.update(fact);
    }

    /** {@code sha256:} and 64 hexadecimal digits. */
    String end() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
