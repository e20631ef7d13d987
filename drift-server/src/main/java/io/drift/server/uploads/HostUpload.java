package io.drift.server.uploads;

import com.fasterxml.jackson.databind.JsonNode;
import io.drift.core.report.ValidUnicode;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.SystemLabels;
import io.drift.registry.store.Tag;
import io.drift.registry.systems.UploadedSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a copied host says, with the right types. Its own id, organisation and dates of staleness are not believed. */
final class HostUpload {

    private static final int LONGEST_NAME = 255;
    private static final int MOST_TAGS = 500;
    private static final int MOST_OF_TAGS = 1 << 16;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");
    /** The id that 'drift collect' prints is made of the machine's id; a UUID of version 3 is nothing else. */
    private static final Pattern COLLECTED =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** The same, or one that is made of a name where there is no id of the machine (version 8). */
    private static final Pattern MADE_BY_COLLECTOR =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[38][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final HostCopy host;

    HostUpload(HostCopy host) {
        this.host = host;
    }

    /**
     * What is uploaded.
     *
     * @param comparability finds out whether a comparison will be able to read it
     */
    UploadedSystem read(Comparability comparability) throws WrongHostException {
        byte[] kept = host.content();
        ProfileContent content = ProfileContent.of(kept);
        List<Tag> tags = tags(host.beside("tags"));
        String ofHost = text("fqdn", host.beside("fqdn"));
        String fqdn = ofHost == null ? text("fqdn", host.ofProfile("fqdn")) : ofHost;
        SystemLabels labels = new SystemLabels(
                text("display_name", host.beside("display_name")), text("reporter", host.beside("reporter")), tags);
        UploadedSystem upload = new UploadedSystem(identity(fqdn), fqdn, labels, captured(), content);
        comparability.check(kept);
        return upload;
    }

    private MachineIdentity identity(@Nullable String fqdn) throws WrongHostException {
        String machineId = id("machine_id");
        return MachineIdentity.NONE
                .with(IdentityKind.INSIGHTS_ID, id("insights_id"))
                .with(IdentityKind.MACHINE_ID, machineId == null ? collectedId() : machineId)
                .with(IdentityKind.SUBSCRIPTION_MANAGER_ID, id("subscription_manager_id"))
                .with(IdentityKind.FQDN, fqdn)
                .withBiosUuid(id("bios_uuid"))
                .withMacAddresses(host.macAddresses());
    }

    private @Nullable String id(String name) throws WrongHostException {
        String id = text(name, host.beside(name));
        if (id != null && !ID.matcher(id).matches()) {
            throw new WrongHostException(name + " is no UUID");
        }
        return id;
    }

    private @Nullable String collectedId() throws WrongHostException {
        String id = host.beside("id").asText("");
        return COLLECTED.matcher(id).matches() ? id : null;
    }

    static boolean isMadeByCollector(String id) {
        return MADE_BY_COLLECTOR.matcher(id).matches();
    }

    private @Nullable String captured() throws WrongHostException {
        for (JsonNode given : List.of(host.ofProfile("captured_date"), host.beside("captured_date"))) {
            String text = text("captured_date", given);
            if (text != null) {
                return text;
            }
        }
        return isMadeByCollector(host.beside("id").asText("")) ? text("updated", host.beside("updated")) : null;
    }

    private static @Nullable List<Tag> tags(JsonNode given) throws WrongHostException {
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        if (!given.isArray() || given.size() > MOST_TAGS) {
            throw new WrongHostException("tags must be a list of at most " + MOST_TAGS + " tags");
        }
        List<Tag> tags = new ArrayList<>();
        int characters = 0;
        for (JsonNode tag : given) {
            String key = text("the key of a tag", tag.path("key"));
            if (key == null) {
                throw new WrongHostException("a tag must be an object with a key");
            }
            String namespace = text("the namespace of a tag", tag.path("namespace"));
            String value = text("the value of a tag", tag.path("value"));
            tags.add(new Tag(namespace, key, value));
            characters += key.length() + length(namespace) + length(value);
        }
        if (characters > MOST_OF_TAGS) {
            throw new WrongHostException("tags may have " + MOST_OF_TAGS + " characters in all");
        }
        return tags;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static @Nullable String text(String name, JsonNode given) throws WrongHostException {
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        if (!given.isTextual()) {
            throw new WrongHostException(name + " must be a text");
        }
        if (!ValidUnicode.of(given.asText()).equals(given.asText())) {
            throw new WrongHostException(name + " has half of a character in it, a surrogate without the other one");
        }
        if (given.asText().length() > LONGEST_NAME) {
            throw new WrongHostException(name + " is longer than " + LONGEST_NAME + " characters");
        }
        return given.asText();
    }
}
