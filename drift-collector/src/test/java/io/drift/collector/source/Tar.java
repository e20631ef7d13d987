package io.drift.collector.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.tukaani.xz.LZMA2Options;

/** Writes archives into memory, also such as no honest tool writes. */
final class Tar {

    /** Of all files, so that an archive is the same bytes whenever it is made. */
    private static final Instant CHANGED = Instant.parse("2024-05-16T07:22:44Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

    Tar() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    static Tar of(String folder, Map<String, String> files) throws IOException {
        Tar tar = new Tar();
        for (Map.Entry<String, String> file : files.entrySet()) {
            tar.file(folder + file.getKey(), file.getValue());
        }
        return tar;
    }

    Tar file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Tar file(String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setLastModifiedTime(FileTime.from(CHANGED));
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        return this;
    }

    Tar link(String name, String target) throws IOException {
        return link(name, target, TarConstants.LF_SYMLINK);
    }

    Tar link(String name, String target, byte kind) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
        entry.setLastModifiedTime(FileTime.from(CHANGED));
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        return this;
    }

    byte[] plain() throws IOException {
        tar.finish();
        return bytes.toByteArray();
    }

    byte[] packed(String how) throws IOException {
        byte[] plain = plain();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packer(how, packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    static OutputStream packer(String how, OutputStream out) throws IOException {
        return switch (how) {
            case "gz" -> new GzipCompressorOutputStream(out);
            case "xz" ->
                XZCompressorOutputStream.builder()
                        .setOutputStream(out)
                        .setLzma2Options(new LZMA2Options(0))
                        .get();
            case "bz2" -> new BZip2CompressorOutputStream(out);
            default -> out;
        };
    }
}
