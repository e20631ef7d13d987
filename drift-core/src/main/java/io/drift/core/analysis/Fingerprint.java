package io.drift.core.analysis;

import io.drift.core.fact.FactName;
import io.drift.core.fact.FactValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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

    /** Several texts are a set. */
    void add(FactName name, FactValue value) {
        List<String> texts = List.copyOf(new TreeSet<>(value.texts()));
        add(name.toString());
        add(Integer.toString(texts.size()));
        texts.forEach(this::add);
    }

    private void add(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        digest.update((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(octets);
    }

    /** {@code sha256:} and 64 hexadecimal digits. */
    String end() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }
}
