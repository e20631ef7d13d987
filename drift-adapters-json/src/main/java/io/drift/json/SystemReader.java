package io.drift.json;

import io.drift.core.fact.MemoryShare;
import io.drift.core.profile.Reading;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the systems of one comparison, in any form in which people have them: a host with its {@code system_profile} and
 * {@code tags}, an answer of the inventory or of the historical profiles with such hosts under {@code results} or
 * {@code data}, or a bare profile.
 *
 * <pre>{@code
 * SystemReader reader = new SystemReader();
 * InventorySystem before = reader.read("before", "{\"arch\": \"x86_64\", \"os_release\": \"9.3\"}");
 * InventorySystem after = reader.read("after", "{\"arch\": \"x86_64\", \"os_release\": \"9.4\"}");
 * ComparisonReport report = Comparison.of(before, after).report();
 * }</pre>
 *
 * <p>What recurs in several documents is worked out once. The reader keeps names that come from the documents, so it is
 * dropped with the comparison. Thread-safe: several threads may read at the same time.
 */
public final class SystemReader {

    private final Recorders recorders;

    /** A reader that reads exactly ({@link Reading#EXACT}). */
    public SystemReader() {
        this(Reading.EXACT);
    }

    /**
     * A reader.
     *
     * @param reading how closely profiles are read
     */
    public SystemReader(Reading reading) {
        this(reading, MemoryShare.UNLIMITED);
    }

    /**
     * A reader that tells what it takes.
     *
     * @param reading how closely profiles are read
     * @param memory is told how much memory what is read takes, about; by several threads, if several read. Once it is
     *     too much, a document is refused as {@link UnreadableJsonException.Reason#TOO_LARGE}
     */
    public SystemReader(Reading reading, MemoryShare memory) {
        recorders = Recorders.ofSingleDocuments(reading).ofOneRequest(DocumentLimits.ofOwnDocuments(memory));
    }

    /**
     * Reads a system.
     *
     * @param name what it is called in the comparison, and its id there
     * @param json the document
     * @return the system
     * @throws UnreadableJsonException if it is not JSON, not a system, or several
     */
    public InventorySystem read(String name, String json) throws UnreadableJsonException {
        return named(name, systems(documents(json)));
    }

    /**
     * Reads a system.
     *
     * @param name what it is called in the comparison, and its id there
     * @param in the document, UTF-8; read to its end
     * @return the system
     * @throws UnreadableJsonException if it is not JSON, not a system, or several
     * @throws IOException if {@code in} fails
     */
    public InventorySystem read(String name, InputStream in) throws IOException {
        return named(name, readAll(in));
    }

    /**
     * Reads all systems of a document, under the ids and names that they bring along.
     *
     * @param in the document, UTF-8; read to its end
     * @return the systems in their order, at least one
     * @throws UnreadableJsonException if it is not JSON, or something in it is no system
     * @throws IOException if {@code in} fails
     */
    public List<HostDocument> readAll(InputStream in) throws IOException {
        return systems(readFile(in));
    }

    /**
     * Reads everything in a document that can be compared: systems, and baselines, under the ids and names that they bring
     * along. An object is a host, a profile or a baseline; a list, perhaps under {@code results} or {@code data}, has any
     * of them, or the facts of one baseline. Several may stand one behind the other, as in JSON lines.
     *
     * @param in the document, UTF-8; read to its end
     * @return the documents in their order, at least one
     * @throws UnreadableJsonException if it is not JSON, or something else; see {@link
     *     UnreadableJsonException.Reason#UNKNOWN_DOCUMENT}
     * @throws IOException if {@code in} fails
     */
    public List<FileDocument> readFile(InputStream in) throws IOException {
        return recorders.with(
                profiles -> JsonSource.read(in, profiles.names(), source -> FileStream.readAll(source, profiles)));
    }

    /** As {@link #readFile}, from a text. */
    List<FileDocument> documents(String json) throws UnreadableJsonException {
        try {
            return recorders.with(profiles -> JsonSource.read(json, source -> FileStream.readAll(source, profiles)));
        } catch (UnreadableJsonException unreadable) {
            throw unreadable;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<HostDocument> systems(List<FileDocument> documents) throws UnreadableJsonException {
        List<HostDocument> systems = new ArrayList<>(documents.size());
        for (FileDocument document : documents) {
            if (!(document instanceof HostDocument host)) {
                throw UnreadableJsonException.wrongShape("this is a baseline, and a system is expected");
            }
            systems.add(host);
        }
        return systems;
    }

    private static InventorySystem named(String name, List<HostDocument> documents) throws UnreadableJsonException {
        if (documents.size() > 1) {
            throw UnreadableJsonException.wrongShape("the document has " + documents.size()
                    + " systems where one is expected; read it as a list of hosts");
        }
        HostDocument document = documents.get(0);
        HostRecord host = document.host() == null ? HostRecord.of(name) : document.host();
        return InventorySystem.of(host.withId(name).withDisplayName(name), document.profile(), document.tags());
    }
}
