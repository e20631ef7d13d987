package io.drift.cli;

import io.drift.collector.HostDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what was collected: to standard output, one a line where there are several, or a file for each. */
final class CollectedWriter {

    private static final String ODD = "[^A-Za-z0-9._-]";

    private final Shell shell;
    private final boolean raw;

    /**
     * A writer.
     *
     * @param shell its standard output gets the documents, or the names of the files
     * @param raw whether collections are written, as the machines printed them
     */
    CollectedWriter(Shell shell, boolean raw) {
        this.shell = shell;
        this.raw = raw;
    }

    /**
     * Writes all.
     *
     * @param folder where to; null for standard output
     * @throws CannotCompareException if it cannot be written
     */
    void write(List<Collected> all, @Nullable String folder) {
        try {
            if (folder == null) {
                print(all);
            } else {
                writeInto(Path.of(folder), all);
            }
        } catch (FileAlreadyExistsException file) {
            throw new CannotCompareException("-o " + folder + " is a file: name a folder");
        } catch (InvalidPathException odd) {
            throw new CannotCompareException("-o " + folder + " cannot be the name of a folder");
        } catch (IOException unwritable) {
            String where = folder == null ? "standard output" : folder;
            throw new CannotCompareException(where + ": cannot be written: " + unwritable.getMessage());
        }
    }

    private void print(List<Collected> all) throws IOException {
        for (Collected one : all) {
            shell.report().write(raw ? one.raw() : json(one, all.size() == 1));
        }
        shell.report().flush();
    }

    private static byte[] json(Collected one, boolean pretty) {
        HostDraft host = one.host();
        String json = host == null ? "" : pretty ? host.lines() : host.line();
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void writeInto(Path folder, List<Collected> all) throws IOException {
        Files.createDirectories(folder);
        Set<String> taken = new HashSet<>();
        for (Collected one : all) {
            Path file = folder.resolve(freeName(one, taken) + (raw ? ".collection" : ".json"));
            write(file, raw ? one.raw() : json(one, true));
            shell.out().println(CellText.shown(file.toString()));
        }
    }

    /** Nobody sees half a file, not even who compares the folder meanwhile. */
    private static void write(Path file, byte[] content) throws IOException {
        Path begun = Files.createTempFile(file.toAbsolutePath().getParent(), ".drift", null);
        try {
            Files.write(begun, content);
            Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private static String freeName(Collected one, Set<String> taken) {
        String wanted = one.name().replaceAll(ODD, "_").replaceFirst("^\\.", "_");
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + "-" + number;
        }
        return name;
    }
}
