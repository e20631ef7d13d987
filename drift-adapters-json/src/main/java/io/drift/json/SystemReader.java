package io.drift.json;

import io.drift.core.profile.ProfileWarnings;
import io.drift.core.profile.Reading;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads one system for a comparison, in any form in which people have it: a host with its {@code system_profile} and
 * {@code tags}, a historical profile, or a bare profile. It is read exactly ({@link Reading#EXACT}), and what cannot be
 * compared is left out; for anything else there is {@link HostDocumentReader}.
 *
 * <pre>{@code
 * InventorySystem before = SystemReader.read("before", "{\"arch\": \"x86_64\", \"os_release\": \"9.3\"}");
 * }</pre>
 */
public final class SystemReader {

    private static final HostDocumentReader READER =
            new HostDocumentReader(new ProfileReader(Reading.EXACT, ProfileWarnings.IGNORED));

    private SystemReader() {}

    /**
     * Reads a system.
     *
     * @param name what it is called in the comparison, and its id there
     * @param json the document
     * @return the system
     * @throws UnreadableJsonException if it is not JSON, not a system, or several
     */
    public static InventorySystem read(String name, String json) throws UnreadableJsonException {
        return named(name, READER.read(json));
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
    public static InventorySystem read(String name, InputStream in) throws IOException {
        return named(name, READER.read(in));
    }

    private static InventorySystem named(String name, List<HostDocument> documents) throws UnreadableJsonException {
        if (documents.size() > 1) {
            throw UnreadableJsonException.wrongShape("the document has " + documents.size()
                    + " systems where one is expected; read it as a list of hosts");
        }
        return named(name, documents.get(0));
    }

    private static InventorySystem named(String name, HostDocument document) {
        HostRecord host = document.host() == null ? HostRecord.of(name) : document.host();
        return InventorySystem.of(host.withId(name).withDisplayName(name), document.profile(), document.tags());
    }
}
