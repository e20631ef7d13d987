package io.drift.server.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.core.source.TimeStamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the services of a recorded case know of systems and baselines, as documents that can be uploaded. */
final class RecordedSystems {

    private static final String INVENTORY = "/api/inventory/v1/hosts/";

    private final Map<String, ObjectNode> hosts = new HashMap<>();
    private final List<ObjectNode> historicalProfiles = new ArrayList<>();
    private final List<JsonNode> baselines = new ArrayList<>();

    /**
     * A document to be uploaded.
     *
     * @param systemId which id the inventory has for its system
     * @param profileId which id the service of historical profiles has for it; null if it is what the system is now
     * @param received when it was received
     * @param host what is uploaded
     */
    record Upload(String systemId, @Nullable String profileId, Instant received, ObjectNode host) {

        /** The same with the id that each host of the platform has, and that recordings leave out. */
        Upload withInsightsId() {
            return new Upload(systemId, profileId, received, host.deepCopy().put("insights_id", systemId));
        }
    }

    RecordedSystems(JsonNode recording) {
        for (JsonNode upstream : recording.path("upstreams")) {
            String path = upstream.path("path").asText();
            JsonNode body = upstream.path("body");
            if (upstream.path("service").asText().equals("hsp")) {
                body.path("data").forEach(profile -> historicalProfiles.add((ObjectNode) profile));
            } else if (upstream.path("service").asText().equals("baseline")) {
                body.path("data").forEach(baselines::add);
            } else if (path.startsWith(INVENTORY) && path.endsWith("/system_profile")) {
                body.path("results").forEach(one -> host(one).set("system_profile", one.path("system_profile")));
            } else if (path.startsWith(INVENTORY) && path.endsWith("/tags")) {
                body.path("results")
                        .properties()
                        .forEach(one -> host(one.getKey()).set("tags", one.getValue()));
            } else if (path.startsWith(INVENTORY)) {
                body.path("results").forEach(one -> host(one).setAll((ObjectNode) one));
            }
        }
    }

    private ObjectNode host(JsonNode one) {
        return host(one.path("id").asText());
    }

    private ObjectNode host(String id) {
        return hosts.computeIfAbsent(id, any -> JsonNodeFactory.instance.objectNode());
    }

    /** Baselines as their service knows them. */
    List<JsonNode> baselines() {
        return baselines;
    }

    /** All systems and historical profiles, in the order in which they were received. */
    List<Upload> uploads() {
        return Stream.concat(
                        historicalProfiles.stream().map(this::historical),
                        hosts.entrySet().stream()
                                .map(one -> new Upload(
                                        one.getKey(),
                                        null,
                                        received(one.getValue().path("updated")),
                                        one.getValue())))
                .sorted(Comparator.comparing(Upload::received))
                .toList();
    }

    /** A historical profile is what its system uploaded once; what its system is called is known of today alone. */
    private Upload historical(ObjectNode profile) {
        String systemId = profile.path("inventory_id").asText();
        ObjectNode said = ((ObjectNode) profile.path("system_profile")).deepCopy();
        said.remove(List.of("id", "display_name"));
        said.set("captured_date", profile.path("captured_date"));
        ObjectNode today = hosts.getOrDefault(systemId, profile);
        ObjectNode host = JsonNodeFactory.instance.objectNode();
        host.set("display_name", today.path("display_name"));
        host.set("fqdn", said.has("fqdn") ? said.get("fqdn") : today.path("fqdn"));
        host.set("system_profile", said);
        return new Upload(systemId, profile.path("id").asText(), received(profile.path("captured_date")), host);
    }

    static Instant received(JsonNode date) {
        return TimeStamp.parse(date.asText()).orElse(Instant.EPOCH);
    }
}
