package io.drift.collector.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.collector.HostDraft;
import java.util.ArrayList;
import java.util.List;

/** What was found in a file so far. */
final class Findings {

    private static final int MOST_MACHINES = 2000;

    private final List<SourceDocument> documents = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    void host(HostDraft host) throws UnreadableSourceException {
        document(host.document());
    }

    /** A document that is one already. */
    void document(ObjectNode document) throws UnreadableSourceException {
        if (documents.size() == MOST_MACHINES) {
            throw new UnreadableSourceException("it has more than " + MOST_MACHINES
                    + " documents, each of which would be a column: divide it into several files");
        }
        documents.add(new SourceDocument(document));
    }

    /** Something that could not be read, as a sentence. */
    void missing(String what) {
        missing.add(what);
    }

    /** Something to know, as a sentence. */
    void remark(String what) {
        remarks.add(what);
    }

    ReadSource of(SourceFormat format) throws UnreadableSourceException {
        if (documents.isEmpty()) {
            throw new UnreadableSourceException("read as " + format.name() + ", there is nothing in it");
        }
        return new ReadSource(format.name(), documents, missing, remarks);
    }
}
