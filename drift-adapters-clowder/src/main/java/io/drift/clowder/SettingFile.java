package io.drift.clowder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file that a setting names: a regular one of at most 1 MiB. It may be named by a symbolic link, as in what Kubernetes
 * mounts.
 */
final class SettingFile {

    static final int MOST_BYTES = 1 << 20;

    private static final String TOO_LARGE = "it is larger than 1 MiB";

    private SettingFile() {}

    /**
     * Reads it. What it is gets looked at before it is opened, for a pipe may never answer and a device may never end.
     *
     * @throws IOException if it cannot be read, or must not be; the message ends the sentence "must be a file, but "
     */
    static byte[] read(String path) throws IOException {
        try {
            Path file = Path.of(path);
            check(Files.readAttributes(file, BasicFileAttributes.class));
            return contents(file);
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new IOException("there is no such file", missing);
        } catch (AccessDeniedException | SecurityException forbidden) {
            throw new IOException("it may not be read", forbidden);
        } catch (FileSystemException odd) {
            throw new IOException("it cannot be read: " + odd.getReason(), odd);
        }
    }

    private static void check(BasicFileAttributes file) throws IOException {
        if (file.isDirectory()) {
            throw new IOException("it is a folder");
        }
        if (!file.isRegularFile()) {
            throw new IOException("it is a device, a pipe or a socket, and no regular file");
        }
        if (file.size() > MOST_BYTES) {
            throw new IOException(TOO_LARGE);
        }
    }

    /** Files that the system makes up say that they are empty, so the size is checked here too. */
    private static byte[] contents(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (FileSystemException notOpened) {
            throw notOpened;
        } catch (IOException broken) {
            throw new IOException("it cannot be read: " + broken.getMessage(), broken);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException(TOO_LARGE);
        }
        return bytes;
    }
}
