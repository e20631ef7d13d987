package io.drift.testkit;

import io.drift.core.source.TimeStamp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a folder of JSON documents, each of which shows by its keys what it is. */
final class SampleFiles {

    private static final String FOLDER = "samples";

    private SampleFiles() {}

    /** The samples that were packed with these classes. */
    static Collection<PlatformDocument> packed() throws IOException {
        Path home = homeOfClasses();
        if (Files.isDirectory(home)) {
            return in(home.resolve(FOLDER));
        }
        try (FileSystem jar = FileSystems.newFileSystem(home)) {
            return in(jar.getPath(FOLDER));
        }
    }

    private static Path homeOfClasses() {
        try {
            return Path.of(SampleFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The documents of a folder, in the order of their paths; of several with one id the one captured last. */
    static Collection<PlatformDocument> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("no such folder: " + folder);
        }
        Map<String, PlatformDocument> documents = new LinkedHashMap<>();
        for (Path file : jsonFiles(folder)) {
            PlatformDocument document = read(file);
            documents.merge(document.id(), document, SampleFiles::later);
        }
        return documents.values();
    }

    private static List<Path> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private static PlatformDocument read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return documentOf(JsonText.readObject(in));
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IOException(file + ": " + unusable.getMessage(), unusable);
        }
    }

    private static PlatformDocument documentOf(Map<String, @Nullable Object> json) {
        if (json.containsKey("baseline_facts")) {
            return new BaselineDocument(json);
        }
        return json.containsKey("inventory_id") ? new HistoricalProfileDocument(json) : new SystemDocument(json);
    }

    private static PlatformDocument later(PlatformDocument one, PlatformDocument other) {
        return capturedAt(other).isAfter(capturedAt(one)) ? other : one;
    }

    private static Instant capturedAt(PlatformDocument document) {
        Object date = JsonText.objectAt(document.json(), "system_profile").get("captured_date");
        return TimeStamp.parse(date instanceof String text ? text : null).orElse(Instant.MIN);
    }
}
