package io.drift.cli;

import io.drift.json.FileDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in a file, or was collected from a machine.
 *
 * @param documents its systems and baselines
 * @param missing what of it could not be read, each as a sentence
 * @param remarks what else to know of it, each as a sentence
 */
record FileContent(List<Named> documents, List<String> missing, List<String> remarks) {

    static final FileContent NOTHING = new FileContent(List.of(), List.of(), List.of());

    /**
     * A system or a baseline.
     *
     * @param document what the file says
     * @param name what the file calls it where the document has no place for that; null if it does not
     */
    record Named(FileDocument document, @Nullable String name) {}

    static FileContent of(List<FileDocument> documents) {
        return of(documents, List.of(), List.of());
    }

    static FileContent of(List<FileDocument> documents, List<String> missing, List<String> remarks) {
        return new FileContent(
                documents.stream().map(document -> new Named(document, null)).toList(), missing, remarks);
    }
}
