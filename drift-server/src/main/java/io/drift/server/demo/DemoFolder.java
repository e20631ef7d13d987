package io.drift.server.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder that is removed when it is closed. Its lock tells others that it is in use; the lock of a killed
 * process is gone, so the next demo removes what that one left.
 *
 * <pre>{@code
 * try (DemoFolder folder = DemoFolder.create(Path.of("/tmp"))) {
 *     folder.sweep().forEach(left -> System.out.println("removed " + left));
 * }
 * }</pre>
 */
public final class DemoFolder implements AutoCloseable {

    private static final String PREFIX = "drift-demo-";
    private static final String LOCK = "demo.lock";

    private final Path path;
    private final FileChannel lock;

    private DemoFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes a folder for its owner only.
     *
     * @param temporary where temporary folders are
     * @return a new one, locked
     * @throws IOException if nothing can be made there
     */
    public static DemoFolder create(Path temporary) throws IOException {
        while (true) {
            Path folder = Files.createTempDirectory(temporary, PREFIX);
            Path file = folder.resolve(LOCK);
            FileChannel lock = locked(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            // another demo may have taken it for a leftover, before it was locked
            if (lock != null && Files.exists(file)) {
                return new DemoFolder(folder, lock);
            }
        }
    }

    private static @Nullable FileChannel locked(FileChannel file) throws IOException {
        FileLock lock = null;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException byThisProcess) {
            // as by any other
        }
        if (lock == null) {
            file.close();
            return null;
        }
        return file;
    }

    /** Where the demo may write. */
    public Path path() {
        return path;
    }

    /**
     * Removes the folders of demos that run no more. Those of other users stay, whose content cannot be trusted.
     *
     * @return what was removed
     * @throws IOException if one cannot be removed
     */
    public List<Path> sweep() throws IOException {
        List<Path> swept = new ArrayList<>();
        try (Stream<Path> besides = Files.list(path.resolveSibling(""))) {
            for (Path one : besides.sorted().toList()) {
                if (isAnother(one) && removeUnlocked(one)) {
                    swept.add(one);
                }
            }
        }
        return swept;
    }

    private boolean isAnother(Path folder) throws IOException {
        return folder.getFileName().toString().startsWith(PREFIX)
                && !folder.getFileName().equals(path.getFileName())
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && isOfSameOwnerOnly(folder);
    }

    private boolean isOfSameOwnerOnly(Path folder) throws IOException {
        PosixFileAttributeView rights =
                Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (rights == null) {
            return true;
        }
        try {
            return rights.getOwner().equals(Files.getOwner(path))
                    && PosixFilePermissions.toString(rights.readAttributes().permissions())
                            .endsWith("------");
        } catch (NoSuchFileException removedByItsDemo) {
            return false;
        }
    }

    /** A folder without a lock file is about to get one. */
    private static boolean removeUnlocked(Path folder) throws IOException {
        try (FileChannel lock =
                locked(FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            if (lock != null) {
                remove(folder);
            }
            return lock != null;
        } catch (NoSuchFileException removedMeanwhile) {
            return false;
        }
    }

    /** The lock goes last, so that a removal that is cut short can be ended later. */
    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(folder.resolve(LOCK))) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(left.equals(folder) ? folder.resolve(LOCK) : left);
                return FileVisitResult.CONTINUE;
            }
        });
        Files.deleteIfExists(folder);
    }

    /** Removes the folder. */
    @Override
    public void close() throws IOException {
        try (lock) {
            remove(path);
        }
    }
}
