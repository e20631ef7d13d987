package io.drift.cli;

import io.drift.collector.source.SourceReader;
import io.drift.collector.source.UnreadableSourceException;
import io.drift.json.UnreadableJsonException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file as it was given on the command line.
 *
 * @param given the word; {@code -} is standard input
 */
record InputFile(String given) {

    private static final String STANDARD_INPUT = "-";
    /** How many bytes of a file tell what it is. */
    private static final int BEGINNING = 64;

    private static final int SHOWN = 30;
    /** A byte order mark and the zeros of UTF-16 leave it to the parser. */
    private static final String JSON_BEGINS = "{[\ufeff\ufffd\0";

    private static final String JSON_BLANKS = "^[ \\t\\r\\n]+";

    private static final Pattern PARSERS_PLACE =
            Pattern.compile("\\[Source: [^\\[\\]]*line: ([0-9]+), column: ([0-9]+)\\]");

    /** Reads an open file. */
    @FunctionalInterface
    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    boolean isStandardInput() {
        return given.equals(STANDARD_INPUT);
    }

    /** What stands behind the last slash. */
    String baseName() {
        return isStandardInput() ? toString() : given.substring(given.lastIndexOf('/') + 1);
    }

    /** Whether there is something of this name, even if it is a link to nowhere. Who reads an odd name learns what is odd. */
    boolean exists() {
        try {
            return Files.exists(Path.of(given), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException odd) {
            return true;
        }
    }

    boolean isFolder() {
        try {
            return !isStandardInput() && Files.isDirectory(Path.of(given));
        } catch (InvalidPathException odd) {
            return false;
        }
    }

    /** Whether it is the folder of an archive, which is one machine. */
    boolean isUnpackedArchive() {
        return isFolder() && SourceReader.isUnpackedArchive(Path.of(given));
    }

    /** Reads the folder of an archive. */
    @FunctionalInterface
    interface FolderReading<T> {
        T read(Path folder) throws IOException;
    }

    /**
     * Reads the folder.
     *
     * @throws CannotCompareException if it cannot be read, with its name and the reason
     */
    <T> T readFolder(FolderReading<T> reading) {
        try {
            return reading.read(Path.of(given));
        } catch (UnreadableSourceException unreadable) {
            throw cannot(unreadable.getMessage());
        } catch (IOException unreadable) {
            throw cannot(reason(unreadable));
        }
    }

    /**
     * Reads it.
     *
     * @throws CannotCompareException if it cannot be read, with its name and the reason
     */
    <T> T read(InputStream standardInput, Reading<T> reading) {
        try (InputStream opened = isStandardInput() ? null : open(Path.of(given))) {
            BufferedInputStream in = new BufferedInputStream(opened == null ? standardInput : opened);
            in.mark(BEGINNING);
            byte[] beginning = in.readNBytes(BEGINNING);
            in.reset();
            return read(in, reading, new String(beginning, StandardCharsets.UTF_8));
        } catch (IOException | InvalidPathException unreadable) {
            throw cannot(reason(unreadable));
        }
    }

    /** A pipe has no position, so it cannot be asked how much is left. */
    private static InputStream open(Path path) throws IOException {
        return new FilterInputStream(Files.newInputStream(path)) {
            @Override
            public int available() {
                return 0;
            }
        };
    }

    private <T> T read(InputStream in, Reading<T> reading, String beginning) throws IOException {
        try {
            return reading.read(in);
        } catch (UnreadableJsonException unreadable) {
            throw cannot(why(unreadable, beginning));
        } catch (UnreadableSourceException unreadable) {
            throw cannot(unreadable.getMessage());
        }
    }

    /** Why a file cannot be opened or read to its end. */
    static String reason(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failure instanceof InvalidPathException
                ? "this cannot be the name of a file"
                : "cannot be read: " + failure.getMessage();
    }

    private static String why(UnreadableJsonException unreadable, String beginning) {
        String message = unreadable.getMessage();
        if (beginning.isBlank() && beginning.length() < BEGINNING) {
            return "there is nothing in it";
        }
        return switch (unreadable.reason()) {
            case NOT_JSON -> looksLikeJson(beginning) ? "not JSON: " + inPeoplesWords(message) : notJson(beginning);
            case UNKNOWN_DOCUMENT ->
                message + "; accepted are: " + AcceptedInputs.inWords() + "; --as json takes any object";
            case TOO_LARGE, WRONG_SHAPE -> message;
        };
    }

    private static boolean looksLikeJson(String beginning) {
        String text = beginning.replaceFirst(JSON_BLANKS, "");
        return text.isEmpty() || JSON_BEGINS.indexOf(text.charAt(0)) >= 0;
    }

    private static String notJson(String beginning) {
        String line = beginning.strip().lines().findFirst().orElse("");
        return "not JSON, it begins with \"" + CellText.cut(line, SHOWN) + "\"; accepted are, as JSON: "
                + AcceptedInputs.inWords() + "; and, as they are: " + AcceptedInputs.formats()
                + ", for one of which --as NAME takes it";
    }

    /** The parser refers to places in a way that is for programmers. */
    private static String inPeoplesWords(String message) {
        return PARSERS_PLACE.matcher(message).replaceAll("line $1, column $2");
    }

    private CannotCompareException cannot(String why) {
        return new CannotCompareException(this + ": " + why);
    }

    @Override
    public String toString() {
        return isStandardInput() ? "standard input" : given;
    }
}
