package io.drift.collector.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Goes through a tar once and writes nothing to a disk. Links are not followed: what they lead to is in the archive
 * itself, or not at all.
 */
final class TarWalk {

    /** What {@code sos collect} makes: an archive of the archives of several machines. */
    private static final Pattern INNER = Pattern.compile("(?:\\./)?(?:[^/]+/){0,2}[^/]+\\.tar(?:\\.gz|\\.xz|\\.bz2)?");

    private final ArchivedMachines machines;
    private final ArchiveLimits limits;

    TarWalk(ArchivedMachines machines, ArchiveLimits limits) {
        this.machines = machines;
        this.limits = limits;
    }

    void read(InputStream in) throws IOException {
        read(limits.packed(in), "");
    }

    private void read(InputStream packed, String archive) throws IOException {
        BufferedInputStream in = new BufferedInputStream(packed);
        in.mark(Beginning.LENGTH);
        Packing packing = Packing.of(in.readNBytes(8));
        in.reset();
        try {
            CountedStream unpacked = limits.unpacked(packing.unpacked(in));
            TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(unpacked));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                limits.countEntry();
                if (!entry.isCheckSumOK()) {
                    throw new IOException("a header is damaged");
                }
                add(entry, tar, archive);
            }
            if (!unpacked.endedAsTar()) {
                throw new EOFException("no end of the tar");
            }
        } catch (UnreadableSourceException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // of a file that is broken on purpose a library may make anything
            machines.missing("the archive" + (archive.isEmpty() ? "" : " " + archive)
                    + " is broken or ends too early; what should follow was not looked at");
        }
    }

    private void add(TarArchiveEntry entry, TarArchiveInputStream tar, String archive) throws IOException {
        String name = entry.getName();
        if (entry.isSymbolicLink()) {
            machines.addLink(name, archive, entry.getLinkName());
        } else if (entry.isFile() && !entry.isLink() && !entry.isSparse()) {
            if (archive.isEmpty() && INNER.matcher(name).matches()) {
                read(limits.packed(tar), name);
            } else {
                machines.addFile(name, archive, () -> limits.keep(tar));
            }
        }
    }
}
