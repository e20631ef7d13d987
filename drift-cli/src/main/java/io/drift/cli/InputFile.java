package io.drift.cli;

import io.drift.json.UnreadableJsonException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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

    /**
     * Reads it.
     *
     * @throws CannotCompareException if it cannot be read, with its name and the reason
     */
    <T> T read(InputStream standardInput, Reading<T> reading) {
        try (InputStream in = open(standardInput)) {
            return reading.read(in);
        } catch (NoSuchFileException missing) {
            throw cannot("there is no such file");
        } catch (AccessDeniedException denied) {
            throw cannot("permission denied");
        } catch (InvalidPathException odd) {
            throw cannot("this cannot be the name of a file");
        } catch (UnreadableJsonException unreadable) {
            throw cannot(why(unreadable));
        } catch (IOException broken) {
            throw cannot("cannot be read: " + broken.getMessage());
        }
    }

    /** The parser refers to places in a way that is for programmers. */
    private static String why(UnreadableJsonException unreadable) {
        String message = PARSERS_PLACE.matcher(unreadable.getMessage()).replaceAll("line $1, column $2");
        return unreadable.reason() == UnreadableJsonException.Reason.NOT_JSON ? "not JSON: " + message : message;
    }

    private InputStream open(InputStream standardInput) throws IOException {
        if (isStandardInput()) {
            return new FilterInputStream(standardInput) {
                @Override
                public void close() {
                    // it belongs to the process
                }
            };
        }
        Path path = Path.of(given);
        if (Files.isDirectory(path)) {
            throw cannot("this is a folder, not a file");
        }
        return Files.newInputStream(path);
    }

    private CannotCompareException cannot(String why) {
        return new CannotCompareException(this + ": " + why);
    }

    @Override
    public String toString() {
        return isStandardInput() ? "standard input" : given;
    }
}
