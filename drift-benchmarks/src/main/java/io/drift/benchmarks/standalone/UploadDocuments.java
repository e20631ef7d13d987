package io.drift.benchmarks.standalone;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.benchmarks.fleet.Fleet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Systems of the fleet as they are uploaded: a document of about 32 KB each. */
public final class UploadDocuments {

    /** With which a document of the fleet has 32 KB. */
    private static final int PACKAGES = 370;

    private static final JsonMapper JSON = new JsonMapper();

    private UploadDocuments() {}

    /**
     * Some systems.
     *
     * @param from the number of the first, from 0
     * @param until the number behind the last
     * @return a document for each, as UTF-8 without an end of line
     */
    public static List<byte[]> of(int from, int until) throws IOException {
        List<byte[]> documents = new ArrayList<>();
        for (ObjectNode host : trees(from, until)) {
            documents.add(host.toString().getBytes(StandardCharsets.UTF_8));
        }
        return documents;
    }

    /** The same as trees. */
    static List<ObjectNode> trees(int from, int until) throws IOException {
        List<ObjectNode> hosts = new ArrayList<>();
        for (byte[] document : Fleet.part(from, until, Fleet.SEED).documents()) {
            hosts.add(upload((ObjectNode) JSON.readTree(document)));
        }
        return hosts;
    }

    private static ObjectNode upload(ObjectNode host) {
        host.set("insights_id", host.remove("id"));
        host.remove(List.of("stale_timestamp", "stale_warning_timestamp", "culled_timestamp", "facts"));
        ArrayNode packages = host.withObjectProperty("system_profile").withArrayProperty("installed_packages");
        while (packages.size() > PACKAGES) {
            packages.remove(packages.size() - 1);
        }
        return host;
    }
}
