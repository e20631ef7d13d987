package io.drift.testkit.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads recorded cases: one JSON file each. */
public final class ConformanceCases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ConformanceCases() {}

    /**
     * The cases of a folder.
     *
     * @param folder a folder; every file below it that ends in {@code .json} is a case
     * @return the cases, sorted by the paths of their files
     * @throws UncheckedIOException if a file cannot be read, or is not JSON
     * @throws IllegalArgumentException if a file is not a case
     */
    public static List<ConformanceCase> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .map(ConformanceCases::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One case.
     *
     * @param file its file
     * @return the case
     * @throws UncheckedIOException if the file cannot be read, or is not JSON
     * @throws IllegalArgumentException if the file is not a case
     */
    public static ConformanceCase read(Path file) {
        try {
            return ConformanceCase.of(JSON.readTree(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + ": " + unreadable.getMessage(), unreadable);
        } catch (IllegalArgumentException noCase) {
            throw new IllegalArgumentException(file + ": " + noCase.getMessage(), noCase);
        }
    }
}
