package io.drift.server.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that comes into being as a whole or not at all, for its owner only. What is there already stays. */
final class NewFile {

    private NewFile() {}

    /** Writes the content. */
    @FunctionalInterface
    interface Content {
        /** Writes into a file that is there and empty. */
        void write(Path unfinished) throws IOException;
    }

    /**
     * Makes a file.
     *
     * @throws FileAlreadyExistsException if it is there already
     */
    static void write(Path given, Content content) throws IOException {
        Path file = given.toAbsolutePath();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(given.toString());
        }
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        try {
            create(unfinished);
            content.write(unfinished);
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void create(Path file) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
            Files.createFile(file);
        } else {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }
}
