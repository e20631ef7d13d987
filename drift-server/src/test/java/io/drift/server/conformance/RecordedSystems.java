package io.drift.server.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.core.source.TimeStamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Upload withInsightsId(String id) {
            return new Upload(systemId, profileId, received, host.deepCopy().put("insights_id", id));
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
                results(body).forEach(one -> host(one).set("system_profile", one.path("system_profile")));
            } else if (path.startsWith(INVENTORY) && path.endsWith("/tags")) {
                results(body).properties().forEach(one -> host(one.getKey()).set("tags", one.getValue()));
            } else if (path.startsWith(INVENTORY)) {
                results(body).forEach(one -> host(one).setAll((ObjectNode) one));
            }
        }
    }

    /** The archived service bore another name for them. */
    private static JsonNode results(JsonNode body) {
        return body.has("results") ? body.path("results") : body.path("data");
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
                        hosts.entrySet().stream().map(one -> current(one.getKey(), one.getValue())))
                .sorted(Comparator.comparing(Upload::received))
                .toList();
    }

    /** A system of which the platform knows no profile says nothing of itself. */
    private static Upload current(String systemId, ObjectNode host) {
        if (!host.path("system_profile").isObject()) {
            host.putObject("system_profile");
        }
        return new Upload(systemId, null, received(host.path("updated")), host);
    }

    /** A historical profile is what its system uploaded once; what its system is called is known of today alone. */
    private Upload historical(ObjectNode profile) {
        String systemId = profile.path("inventory_id").asText();
        ObjectNode said = ((ObjectNode) profile.path("system_profile")).deepCopy();
        said.remove(List.of("id", "display_name"));
        said.set("captured_date", profile.path("captured_date"));
        ObjectNode host = JsonNodeFactory.instance.objectNode();
        host.set("display_name", hosts.getOrDefault(systemId, profile).path("display_name"));
        host.set("fqdn", said.path("fqdn"));
        host.set("system_profile", said);
        return new Upload(systemId, profile.path("id").asText(), received(profile.path("captured_date")), host);
    }

    /** What about the systems themselves keeps own stores from answering as recorded. */
    enum Cause {
        /** One runs CentOS. */
        CENTOS,
        /** What one is today is older, by its own date, than one of its historical profiles, or as old. */
        HISTORY_IS_NEWER,
        /** A historical profile has another name than its system. */
        HISTORY_HAS_A_NAME,
        /** One does not say its host name any more, or one of its historical profiles did not. */
        HOST_NAME_IS_MISSING,
        /** Several have the same name. */
        NAMESAKES
    }

    Set<Cause> causes() {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        if (hosts.values().stream()
                .anyMatch(host -> host.at("/system_profile/operating_system/name")
                        .asText()
                        .startsWith("CentOS"))) {
            causes.add(Cause.CENTOS);
        }
        if (hosts.values().stream().map(RecordedSystems::name).distinct().count() < hosts.size()) {
            causes.add(Cause.NAMESAKES);
        }
        historicalProfiles.forEach(profile -> addCauses(profile, causes));
        return causes;
    }

    private void addCauses(ObjectNode profile, Set<Cause> causes) {
        JsonNode today = hosts.getOrDefault(profile.path("inventory_id").asText(), profile);
        if (today != profile && !received(profile.path("captured_date")).isBefore(captured(today))) {
            causes.add(Cause.HISTORY_IS_NEWER);
        }
        if (historicalProfiles.stream()
                .filter(other -> other.path("inventory_id").equals(profile.path("inventory_id")))
                .anyMatch(other -> !name(other).equals(name(today)))) {
            causes.add(Cause.HISTORY_HAS_A_NAME);
        }
        if (today.path("fqdn").asText("").isEmpty()
                != profile.at("/system_profile/fqdn").asText("").isEmpty()) {
            causes.add(Cause.HOST_NAME_IS_MISSING);
        }
    }

    private static String name(JsonNode host) {
        return host.path("display_name").asText();
    }

    private static Instant captured(JsonNode host) {
        return TimeStamp.parse(host.at("/system_profile/captured_date").asText())
                .orElse(received(host.path("updated")));
    }

    static Instant received(JsonNode date) {
        return TimeStamp.parse(date.asText()).orElse(Instant.EPOCH);
    }
}
