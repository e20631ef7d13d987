package io.drift.core.comparison;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that stands for a long one. */
final class TextDigest {

    private static final int BYTES = 8;

    private TextDigest() {}

    /** Such as {@code sha256:0123456789abcdef}. */
    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("each JDK has SHA-256", never);
        }
    }
}
