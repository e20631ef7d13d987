package io.drift.registry.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * What a machine said of itself, without the date: as it was given, deflated, and known by its digest. Two that have the
 * same digest are kept once.
 *
 * <pre>{@code
 * ProfileContent content = ProfileContent.of("{\"system_profile\":{\"arch\":\"x86_64\"}}".getBytes(UTF_8));
 * try (InputStream json = content.read()) {
 *     json.transferTo(out);
 * }
 * }</pre>
 */
public final class ProfileContent {

    private static final int FEW = 512;
    /** To how many times its size content grows, mostly a little less. */
    private static final int USUAL_RATIO = 4;

    private final String digest;
    private final byte[] deflated;

    private ProfileContent(String digest, byte[] deflated) {
        this.digest = digest;
        this.deflated = deflated;
    }

    /**
     * Content that was just given.
     *
     * @param bytes a JSON object in UTF-8; whoever reads it makes sure of that
     * @return the content
     */
    public static ProfileContent of(byte[] bytes) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ProfileContent(HexFormat.of().formatHex(sha256().digest(bytes)), deflated.toByteArray());
    }

    /**
     * Content that was kept.
     *
     * @param digest as {@link #digest} told it
     * @param deflated as {@link #deflated} told it
     * @return the content
     */
    public static ProfileContent kept(String digest, byte[] deflated) {
        return new ProfileContent(digest, deflated.clone());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has it", impossible);
        }
    }

    /**
     * What it is known by.
     *
     * @return 64 hexadecimal digits
     */
    public String digest() {
        return digest;
    }

    /**
     * How it is kept.
     *
     * @return the bytes in the form of zlib
     */
    public byte[] deflated() {
        return deflated.clone();
    }

    /**
     * How much room it takes.
     *
     * @return in bytes, as it is kept
     */
    public int size() {
        return deflated.length;
    }

    /**
     * What was given, as a whole.
     *
     * @return the bytes
     * @throws IOException if what was kept is damaged
     */
    public byte[] bytes() throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            byte[] bytes = new byte[Math.max(FEW, USUAL_RATIO * deflated.length)];
            int filled = inflater.inflate(bytes);
            while (!inflater.finished()) {
                if (inflater.needsInput() || inflater.needsDictionary()) {
                    throw new ZipException("the content " + digest + " is cut off");
                }
                bytes = filled == bytes.length ? Arrays.copyOf(bytes, 2 * filled) : bytes;
                filled += inflater.inflate(bytes, filled, bytes.length - filled);
            }
            return Arrays.copyOf(bytes, filled);
        } catch (DataFormatException damaged) {
            throw new IOException("the content " + digest + " is damaged", damaged);
        } finally {
            inflater.end();
        }
    }

    /**
     * What was given, piece by piece.
     *
     * @return the bytes, to be closed
     */
    public InputStream read() {
        return new InflaterInputStream(new ByteArrayInputStream(deflated));
    }

    /** Does not print the content. */
    @Override
    public String toString() {
        return "ProfileContent[" + digest + "]";
    }
}
