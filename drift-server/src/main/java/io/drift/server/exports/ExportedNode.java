package io.drift.server.exports;

import com.fasterxml.jackson.databind.JsonNode;
import io.drift.registry.store.CaptureDate;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.StoredSystem;
import io.drift.registry.store.SystemLabels;
import io.drift.registry.store.SystemState;
import io.drift.registry.store.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object of a line that {@link DataExport} wrote. What is missing or of another type is an
 * {@link IllegalArgumentException}, or a {@link java.time.DateTimeException}.
 */
record ExportedNode(JsonNode node) {

    ExportedNode inner(String name) {
        return new ExportedNode(node.path(name));
    }

    String text(String name) {
        String text = textOrNull(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    @Nullable
    String textOrNull(String name) {
        JsonNode member = node.path(name);
        if (!member.isTextual() && !member.isNull()) {
            throw new IllegalArgumentException(name + " is no text");
        }
        return member.textValue();
    }

    UUID id(String name) {
        return UUID.fromString(text(name));
    }

    boolean flag(String name) {
        if (!node.path(name).isBoolean()) {
            throw new IllegalArgumentException(name + " is neither true nor false");
        }
        return node.path(name).booleanValue();
    }

    private Instant instant(String name) {
        return Instant.parse(text(name));
    }

    private Set<String> texts(String name) {
        Set<String> texts = new TreeSet<>();
        list(name).forEach(one -> texts.add(one.asText()));
        return texts;
    }

    JsonNode list(String name) {
        if (!node.path(name).isArray()) {
            throw new IllegalArgumentException(name + " is no list");
        }
        return node.path(name);
    }

    StoredSystem system(UUID id, SystemState current) {
        return new StoredSystem(
                id,
                identity(),
                new SystemLabels(textOrNull("display_name"), textOrNull("reporter"), tags()),
                new StoredSystem.CheckIns(instant("created"), instant("updated")),
                current);
    }

    private @Nullable List<Tag> tags() {
        if (node.path("tags").isNull()) {
            return null;
        }
        List<Tag> tags = new ArrayList<>();
        for (JsonNode one : list("tags")) {
            ExportedNode tag = new ExportedNode(one);
            tags.add(new Tag(tag.textOrNull("namespace"), tag.text("key"), tag.textOrNull("value")));
        }
        return tags;
    }

    private MachineIdentity identity() {
        MachineIdentity identity = MachineIdentity.NONE;
        for (IdentityKind kind : IdentityKind.values()) {
            identity = identity.with(kind, textOrNull(kind.name().toLowerCase(Locale.ROOT)));
        }
        return identity.withBiosUuid(textOrNull("bios_uuid")).withMacAddresses(texts("mac_addresses"));
    }

    SystemState state(UUID system) {
        CaptureDate captured = new CaptureDate(instant("captured"), textOrNull("captured_as_given"));
        return new SystemState(id("id"), system, captured, textOrNull("fqdn"), text(DataExport.CONTENT));
    }
}
