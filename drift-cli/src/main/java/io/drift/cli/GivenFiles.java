package io.drift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a command line stand for: files, where a folder stands for its {@code *.json} and {@code *.collection},
 * and what is in no file, such as a machine.
 */
final class GivenFiles {

    private static final String SUFFIX = ".json";
    /** Of what {@code drift collect --raw} wrote. */
    private static final String RAW = ".collection";

    private final Shell shell;
    private final List<Given> files = new ArrayList<>();
    private final Map<Object, Integer> times = new HashMap<>();
    private int notRead;

    /**
     * Nothing yet.
     *
     * @param shell hears what is odd
     */
    GivenFiles(Shell shell) {
        this.shell = shell;
    }

    /**
     * Something to read.
     *
     * @param file the file; of what is in no file, the word that stands for it
     * @param word what it is, if it is no file; else null
     * @param asBaseline whether it was given as a baseline
     */
    record Given(InputFile file, @Nullable ColumnWord word, boolean asBaseline) {}

    /** The files, in the order of the words. */
    List<Given> files() {
        return files;
    }

    /** How many words stand for nothing that can be read; each was named. */
    int notRead() {
        return notRead;
    }

    /**
     * Adds what words stand for.
     *
     * @throws CannotCompareException if standard input is given twice, or a word is of no known form
     */
    void add(List<String> words, boolean asBaselines) {
        for (String text : words) {
            ColumnWord word = ColumnWord.parse(text);
            if (word instanceof ColumnWord.FilePath file) {
                addPath(file.path(), asBaselines);
            } else if (word instanceof ColumnWord.Plain plain) {
                addPlain(plain.text(), asBaselines);
            } else if (word instanceof ColumnWord.StandardInput) {
                add(new InputFile(text), null, asBaselines);
            } else {
                boolean isBaseline = word instanceof ColumnWord.OnServer name && name.baseline();
                add(new InputFile(text), word, asBaselines || isBaseline);
            }
        }
    }

    /** What looks like a path is one, even if there is no such file. */
    private void addPlain(String text, boolean asBaselines) {
        InputFile file = new InputFile(text);
        if (text.isEmpty() || text.contains("/") || text.endsWith(SUFFIX) || text.endsWith(RAW) || file.exists()) {
            addPath(text, asBaselines);
        } else {
            add(file, new ColumnWord.Missing(asBaselines, text), asBaselines);
        }
    }

    /** A file whose name is {@code -} is no standard input. */
    private void addPath(String path, boolean asBaselines) {
        InputFile file = new InputFile(path.equals(ColumnWord.STANDARD_INPUT) ? "./" + path : path);
        if (file.isFolder() && !file.isUnpackedArchive()) {
            addFolder(path, asBaselines);
        } else {
            add(file, null, asBaselines);
        }
    }

    private void add(InputFile file, @Nullable ColumnWord word, boolean asBaseline) {
        files.add(new Given(file, word, asBaseline));
        int given = times.merge(word == null ? identity(file) : word, 1, Integer::sum);
        if (given == 2 && file.isStandardInput()) {
            throw new CannotCompareException("standard input can be read only once: give - only once");
        }
        if (given == 2) {
            shell.complain(file + " is given more than once");
        }
    }

    private void addFolder(String folder, boolean asBaselines) {
        try (Stream<Path> entries = Files.list(Path.of(folder))) {
            List<Path> all = entries.sorted().toList();
            List<Path> read = all.stream().filter(GivenFiles::isRead).toList();
            if (read.isEmpty()) {
                notRead++;
                shell.complain(folder + ": there is no *.json and no *.collection in this folder");
            } else if (read.size() < all.size()) {
                boolean raw = read.stream().anyMatch(path -> path.toString().endsWith(RAW));
                shell.complain(folder + ": " + read.size() + " of " + all.size() + " entries are *.json "
                        + (raw ? "and *.collection " : "") + "files; the others are left out");
            }
            read.forEach(path -> add(new InputFile(path.toString()), null, asBaselines));
        } catch (IOException denied) {
            notRead++;
            shell.complain(folder + ": the folder cannot be read: " + InputFile.reason(denied));
        }
    }

    /** A link to nowhere counts, so that it is named. */
    private static boolean isRead(Path entry) {
        String name = entry.getFileName().toString();
        return (name.endsWith(SUFFIX) || name.endsWith(RAW))
                && !name.startsWith(".")
                && (Files.isRegularFile(entry) || Files.notExists(entry));
    }

    /** The same for two ways to one file. */
    private static Object identity(InputFile file) {
        try {
            return file.isStandardInput() ? file : Path.of(file.given()).toRealPath();
        } catch (IOException | InvalidPathException unknown) {
            return file;
        }
    }
}
