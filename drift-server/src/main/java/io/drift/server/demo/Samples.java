package io.drift.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/**
 * The machines in the folder {@code samples/}, as documents to upload. They were looked at in October 2024; all their dates
 * are moved by the same time, so that the newest is of now and what was a week ago still is. Nothing else is changed.
 */
final class Samples {

    private static final String HISTORY = "historical-profiles/";

    /** Files of one machine stand with the oldest first, as a machine would have sent them. */
    static final List<String> FILES = List.of(
            HISTORY + "web-1-2024-10-07.json",
            "web-1-last-week.json",
            HISTORY + "web-1-2024-10-18.json",
            "web-1.json",
            "web-2.json",
            "web-3.json",
            HISTORY + "db-1-2024-10-07.json",
            "db-1.json",
            "db-2.json",
            "centos-1.json",
            "ubuntu-1.json",
            "spare-1.json");

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROFILE = "system_profile";
    private static final String CAPTURED_DATE = "captured_date";
    /** What the service of historical profiles writes into a profile; a machine has it beside its own. */
    private static final List<String> OF_HISTORY = List.of("id", "display_name", "fqdn", "tags");

    private final List<ObjectNode> documents =
            FILES.stream().map(Samples::document).toList();

    private static ObjectNode document(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("samples/" + name), name)) {
            ObjectNode document = (ObjectNode) JSON.readTree(in);
            return name.startsWith(HISTORY) ? host(document) : document;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The host that a historical profile was made of. */
    private static ObjectNode host(ObjectNode historical) {
        ObjectNode profile = (ObjectNode) historical.path(PROFILE);
        ObjectNode host = JSON.createObjectNode();
        OF_HISTORY.forEach(name -> host.set(name, profile.remove(name)));
        return host.set(PROFILE, profile);
    }

    /**
     * The documents.
     *
     * @param now the date of the newest
     * @return a JSON array
     */
    byte[] asOf(Instant now) {
        Duration later = Duration.between(newest(), now);
        ArrayNode array = JSON.createArrayNode();
        documents.forEach(document -> array.add(moved(document.deepCopy(), later)));
        return array.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Instant newest() {
        return documents.stream()
                .map(document -> document.path(PROFILE).path(CAPTURED_DATE))
                .filter(JsonNode::isTextual)
                .map(Samples::instant)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static ObjectNode moved(ObjectNode document, Duration later) {
        ObjectNode profile = (ObjectNode) document.path(PROFILE);
        JsonNode captured = profile.path(CAPTURED_DATE);
        if (captured.isTextual()) {
            Instant moved = instant(captured).plus(later);
            profile.put(CAPTURED_DATE, moved.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        }
        return document;
    }

    private static Instant instant(JsonNode date) {
        return OffsetDateTime.parse(date.asText()).toInstant();
    }
}
