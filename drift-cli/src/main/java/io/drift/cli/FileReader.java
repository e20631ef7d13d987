package io.drift.cli;

import io.drift.collector.source.ReadSource;
import io.drift.collector.source.SourceDocument;
import io.drift.collector.source.SourceReader;
import io.drift.core.profile.Reading;
import io.drift.json.FileDocument;
import io.drift.json.SystemReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file, whatever it is. What other tools wrote becomes host documents first, so that there is one way from a
 * document to facts.
 */
final class FileReader {

    private final SystemReader systems;
    private final SourceReader sources;

    FileReader(SourceReader sources, Reading reading) {
        this.systems = new SystemReader(reading);
        this.sources = sources;
    }

    /**
     * What is in it.
     *
     * @param in can be marked
     */
    FileContent read(InputStream in) throws IOException {
        Optional<ReadSource> source = sources.read(in);
        return source.isPresent() ? content(source.get()) : FileContent.of(systems.readFile(in));
    }

    /** What is in the folder of an archive. */
    FileContent readFolder(Path folder) throws IOException {
        return content(sources.readFolder(folder));
    }

    private FileContent content(ReadSource source) throws IOException {
        List<FileContent.Named> documents = new ArrayList<>();
        for (SourceDocument machine : source.documents()) {
            for (FileDocument document : systems.readFile(new ByteArrayInputStream(machine.json()))) {
                documents.add(new FileContent.Named(document, machine.name()));
            }
        }
        return new FileContent(documents, source.missing(), source.remarks());
    }
}
