package io.drift.json;

import io.drift.core.source.HostRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads host records as the inventory answers them.
 *
 * <pre>{@code
 * for (HostRecord host : HostReader.readHosts(in)) {
 *     System.out.println(host.id() + " is " + host.name());
 * }
 * }</pre>
 */
public final class HostReader {

    private static final Set<String> FIELDS =
            Set.of("id", "display_name", "fqdn", "updated", "stale_warning_timestamp");

    private HostReader() {}

    /**
     * Reads an answer of {@code /hosts/{ids}}.
     *
     * @param in the answer, UTF-8; read to its end and closed
     * @return the records in their order
     * @throws UnreadableJsonException if it is not JSON or has another shape
     * @throws IOException if {@code in} fails
     */
    public static List<HostRecord> readHosts(InputStream in) throws IOException {
        return readHosts(in, DocumentLimits.NONE);
    }

    /**
     * As {@link #readHosts(InputStream)}, up to limits.
     *
     * @param in the answer, UTF-8
     * @param limits how much is read
     * @return as there
     * @throws UnreadableJsonException as there, and if there is more
     * @throws IOException if {@code in} fails
     */
    public static List<HostRecord> readHosts(InputStream in, DocumentLimits limits) throws IOException {
        return ResultsReader.read(in, limits, source -> {
            List<HostRecord> hosts = new ArrayList<>();
            source.items("results", item -> item.document(true, host -> hosts.add(readHost(host))));
            return hosts;
        });
    }

    private static HostRecord readHost(JsonSource source) throws IOException {
        TextFields host = TextFields.read("a host", FIELDS, source);
        return new HostRecord(
                host.required("id"),
                host.get("display_name"),
                host.get("fqdn"),
                host.get("updated"),
                host.get("stale_warning_timestamp"));
    }

    /** The record among the other keys of a host document, for a document that is read as a map. */
    static HostRecord of(String id, Map<String, @Nullable Object> host) {
        TextFields fields = TextFields.of(FIELDS, host);
        return new HostRecord(
                id,
                fields.get("display_name"),
                fields.get("fqdn"),
                fields.get("updated"),
                fields.get("stale_warning_timestamp"));
    }
}
