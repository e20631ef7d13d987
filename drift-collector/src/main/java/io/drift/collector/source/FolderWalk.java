package io.drift.collector.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Goes through the folder of an archive that somebody unpacked. Links are not followed, since they may lead anywhere. */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private static final List<String> MARKS = List.of("sos_commands", "insights_commands", "data/insights_commands");

    private final Path folder;
    private final ArchivedMachines machines;
    private final ArchiveLimits limits = new ArchiveLimits();

    FolderWalk(Path folder, ArchivedMachines machines) {
        this.folder = folder;
        this.machines = machines;
    }

    /** Whether a collector of support data left this folder. */
    static boolean isArchive(Path folder) {
        return MARKS.stream().anyMatch(mark -> Files.isDirectory(folder.resolve(mark), LinkOption.NOFOLLOW_LINKS));
    }

    void read() throws IOException {
        Files.walkFileTree(folder, this);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        limits.countEntry();
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (attributes.isSymbolicLink()) {
            machines.addLink(name, "", Files.readSymbolicLink(file).toString());
        } else if (attributes.isRegularFile()) {
            machines.addFile(name, "", () -> content(file));
        }
        return FileVisitResult.CONTINUE;
    }

    private byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return limits.keep(in);
        }
    }

    /** What may not be read is missing, and the rest is there. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        machines.missing(folder.relativize(file) + " could not be read");
        return FileVisitResult.CONTINUE;
    }
}
