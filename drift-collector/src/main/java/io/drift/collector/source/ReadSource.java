package io.drift.collector.source;

import java.util.List;

/**
 * What a file says.
 *
 * <pre>{@code
 * ReadSource list = new SourceReader().read(in).orElseThrow();
 * list.missing().forEach(System.err::println); // lines 3 and 9 are no packages and were left out
 * }</pre>
 *
 * @param format the name of its format, such as {@code rpm}
 * @param documents one for each machine in the file; at least one
 * @param missing what could not be read, each as a sentence; empty if everything was read
 * @param remarks what else to know of it, each as a sentence
 */
public record ReadSource(String format, List<SourceDocument> documents, List<String> missing, List<String> remarks) {

    /** Copies the lists. */
    public ReadSource {
        documents = List.copyOf(documents);
        missing = List.copyOf(missing);
        remarks = List.copyOf(remarks);
    }

    /**
     * Whether nothing was left out.
     *
     * @return false if part of the file was not read
     */
    public boolean isComplete() {
        return missing.isEmpty();
    }
}
