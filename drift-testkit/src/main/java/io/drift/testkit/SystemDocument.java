package io.drift.testkit;

import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.Reading;
import io.drift.core.source.InventorySystem;
import io.drift.json.HostReader;
import io.drift.json.ProfileReader;
import io.drift.json.TagReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A host as the inventory knows it, with its profile under {@code system_profile} and its tags under {@code tags}.
 *
 * @param json the document
 */
public record SystemDocument(Map<String, @Nullable Object> json) implements PlatformDocument {

    /** Copies the document, which must have an id. */
    public SystemDocument {
        json = JsonText.copyOf(json);
        JsonText.required(json, "id");
    }

    @Override
    public SystemDocument document() {
        return this;
    }

    /**
     * The system as the core sees it, read from the three documents of the inventory.
     *
     * @return read as the platform's adapters read it ({@link Reading#ARCHIVED})
     */
    public InventorySystem system() {
        return system(new ProfileReader(Reading.ARCHIVED));
    }

    /**
     * The system as the core sees it, read from the three documents of the inventory.
     *
     * @param profiles says how profiles are recorded
     * @return the system
     */
    public InventorySystem system(ProfileReader profiles) {
        List<SystemDocument> alone = List.of(this);
        return AnswerReader.read(
                InventoryAnswers.hosts(alone),
                HostReader::readHosts,
                hosts -> InventorySystem.of(
                        hosts.get(0),
                        AnswerReader.read(
                                InventoryAnswers.profiles(alone), profiles::readProfiles, byId -> byId.get(id())),
                        AnswerReader.read(
                                InventoryAnswers.tags(alone),
                                TagReader::readTags,
                                byId -> byId.getOrDefault(id(), RecordedFacts.NONE))));
    }

    /** The host record alone. */
    Map<String, @Nullable Object> host() {
        Map<String, @Nullable Object> host = new LinkedHashMap<>(json);
        host.remove("system_profile");
        host.remove("tags");
        return host;
    }

    /** The profile; empty for a system that never uploaded one. */
    Map<String, @Nullable Object> profile() {
        return JsonText.objectAt(json, "system_profile");
    }

    List<?> tags() {
        return JsonText.listAt(json, "tags");
    }
}
