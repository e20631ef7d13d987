package io.drift.collector.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** How an archive is packed; its first bytes tell. */
enum Packing {
    PLAIN,
    GZIP(0x1f, 0x8b),
    XZ(0xfd, '7', 'z', 'X', 'Z', 0),
    BZIP2('B', 'Z', 'h');

    /** The header of a tar. */
    private static final int HEADER = 512;
    /** The presets of xz need up to 65 MiB. */
    private static final int XZ_MEMORY_KIB = 128 << 10;

    private final byte[] magic;

    Packing(int... magic) {
        this.magic = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            this.magic[i] = (byte) magic[i];
        }
    }

    static Packing of(byte[] beginning) {
        return Arrays.stream(values())
                .filter(packing -> packing != PLAIN && packing.isOf(beginning))
                .findFirst()
                .orElse(PLAIN);
    }

    private boolean isOf(byte[] beginning) {
        return beginning.length >= magic.length && Arrays.equals(beginning, 0, magic.length, magic, 0, magic.length);
    }

    InputStream unpacked(InputStream in) throws IOException {
        return switch (this) {
            case PLAIN -> in;
            case GZIP ->
                GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .get();
            case XZ ->
                XZCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .setMemoryLimitKiB(XZ_MEMORY_KIB)
                        .get();
            case BZIP2 -> new BZip2CompressorInputStream(in, true);
        };
    }

    /** Whether there is a tar in what begins like this. */
    static boolean isArchive(byte[] beginning) {
        Packing packing = of(beginning);
        try (InputStream in = packing.unpacked(new ByteArrayInputStream(beginning))) {
            byte[] header = new BufferedInputStream(in).readNBytes(HEADER);
            return header.length == HEADER && TarArchiveInputStream.matches(header, HEADER);
        } catch (IOException | RuntimeException broken) {
            // a library that is given anything at all may throw anything; it is none then
            return false;
        }
    }
}
