package io.drift.jdbc;

import io.drift.registry.store.StoreFailureException;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder with the database: nobody else may look into it, and one server at a time works on it. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "drift.lock";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path path;
    private final @Nullable FileChannel lockFile;

    private DataFolder(Path path, @Nullable FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    static DataFolder open(Path given) {
        Path path = given.toAbsolutePath().normalize();
        refuseFile(path);
        try {
            create(path);
            refuseIfOpenToOthers(path);
            return new DataFolder(path, lock(path));
        } catch (IOException failed) {
            throw new StoreFailureException(
                    "the data folder " + path + " cannot be used: look at its permissions, or give another one ("
                            + failed + ")",
                    failed);
        }
    }

    private static void refuseFile(Path path) {
        for (Path part = path; part != null; part = part.getParent()) {
            if (Files.exists(part) && !Files.isDirectory(part)) {
                throw new StoreFailureException("the data folder cannot be " + path + ", since " + part
                        + " is a file: give a folder, or a name where there is nothing yet");
            }
        }
    }

    /** A folder with a database, on which somebody else may work. */
    static DataFolder look(Path given) {
        DataFolder folder = new DataFolder(given.toAbsolutePath().normalize(), null);
        refuseFile(folder.path);
        if (!Files.isRegularFile(folder.database())) {
            throw new StoreFailureException(
                    "there is no drift.db in the data folder " + folder.path + ": --data names another one");
        }
        return folder;
    }

    static long bytes(Path folder) {
        return Stream.of("drift.db", "drift.db-wal")
                .map(name -> folder.resolve(name).toFile())
                .mapToLong(File::length)
                .sum();
    }

    private static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Path above = path.getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        if (isPosix(path.getRoot())) {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createDirectory(path);
        }
    }

    private static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }

    private static void refuseIfOpenToOthers(Path path) throws IOException {
        if (isPosix(path) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
            throw new StoreFailureException("others may look into the data folder " + path + ": chmod 700 " + path);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(channel) == null) {
            channel.close();
            throw new StoreFailureException(
                    "another Drift works on the data folder " + path + ": stop it, or give another folder");
        }
        return channel;
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException byThisProcess) {
            return null;
        }
    }

    Path database() {
        return path.resolve("drift.db");
    }

    /** Where the driver unpacks its native library. */
    Path driverFolder() {
        Path folder = path.resolve("driver");
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new StoreFailureException("the folder " + folder + " cannot be written", failed);
        }
    }

    /** A killed process leaves its library behind, so it is removed at each start. */
    void sweepDriver() {
        Path folder = driverFolder();
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new StoreFailureException("the folder " + folder + " cannot be written", failed);
        }
    }

    /** Removes everything of the database; the lock stays until it is closed. */
    void empty() {
        sweepDriver();
        Stream.of("drift.db", "drift.db-wal", "drift.db-shm", "driver").forEach(this::remove);
    }

    private void remove(String name) {
        try {
            Files.deleteIfExists(path.resolve(name));
        } catch (IOException failed) {
            throw new StoreFailureException(path.resolve(name) + " cannot be removed", failed);
        }
    }

    /** Removes a folder in which nothing but the file of the lock is left. */
    static void removeIfEmpty(Path given) {
        Path path = given.toAbsolutePath().normalize();
        try (Stream<Path> left = Files.list(path)) {
            if (left.allMatch(file -> file.endsWith(LOCK))) {
                Files.deleteIfExists(path.resolve(LOCK));
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new StoreFailureException("the folder " + path + " cannot be removed", failed);
        }
    }

    @Override
    public void close() {
        try {
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (IOException failed) {
            throw new StoreFailureException("the data folder could not be closed", failed);
        }
    }
}
