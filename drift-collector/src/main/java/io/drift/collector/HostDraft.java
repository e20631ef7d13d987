package io.drift.collector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host document in the making: who the machine is, when it was looked at, its profile, and what nobody looked at.
 *
 * <pre>{@code
 * HostDraft host = new HostDraft();
 * host.name("web-1");
 * host.profile().putArray("installed_packages").add("bash-0:5.1.8-9.el9.x86_64");
 * host.onlyLookedAt("installed_packages");
 * String json = host.document().toString();
 * }</pre>
 */
public final class HostDraft {

    private static final String LOOKED_AT = "looked_at";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode profile = JsonNodeFactory.instance.objectNode();
    private final List<String> misunderstood = new ArrayList<>();

    /** Nobody yet. */
    public HostDraft() {}

    /**
     * Says what the machine is called.
     *
     * @param name for people, such as its host name
     */
    public void name(String name) {
        document.put("display_name", name);
    }

    /**
     * Says which machine it is.
     *
     * @param id a UUID
     */
    public void id(String id) {
        document.put("id", id);
    }

    /**
     * Says when it was looked at.
     *
     * @param captured by the clock of the machine
     */
    public void captured(Instant captured) {
        document.put("updated", captured.toString());
    }

    /**
     * Adds a tag.
     *
     * @param namespace whose tag it is
     * @param key what it tells
     * @param value what it says
     */
    public void tag(String namespace, String key, String value) {
        document.withArrayProperty("tags")
                .addObject()
                .put("namespace", namespace)
                .put("key", key)
                .put("value", value);
    }

    /**
     * Says that the source tells of these groups of facts alone; whatever else the machine has, nobody looked at.
     *
     * @param groups keys of the profile; none, if it tells of nothing
     */
    public void onlyLookedAt(String... groups) {
        ArrayNode only = document.withObjectProperty(LOOKED_AT).withArrayProperty("only");
        for (String group : groups) {
            only.add(group);
        }
    }

    /**
     * Says that a group of facts could not be looked at.
     *
     * @param group key of the profile, or a fact
     */
    public void notLookedAt(String group) {
        document.withObjectProperty(LOOKED_AT).withArrayProperty("except").add(group);
    }

    /**
     * Says that a section was printed and is not what it should be, so that what it tells of was not looked at.
     *
     * @param section its name
     */
    void misunderstood(String section) {
        misunderstood.add(section);
    }

    /**
     * Whether a section was printed and could not be understood.
     *
     * @param section its name
     * @return false also if it was not printed
     */
    public boolean isMisunderstood(String section) {
        return misunderstood.contains(section);
    }

    /**
     * What was printed and could not be understood.
     *
     * @return sentences; empty if all that was printed was read
     */
    public List<String> missing() {
        return misunderstood.stream()
                .map(section ->
                        "what tells " + section + " has something in it that cannot be read, so it was not looked at")
                .toList();
    }

    /**
     * The profile.
     *
     * @return to be filled, with the keys of the platform's schema where it has one, else with keys of one's own
     */
    public ObjectNode profile() {
        return profile;
    }

    /**
     * All of it.
     *
     * @return a host with its {@code system_profile}, as the inventory shows it, and {@code looked_at} where something
     *     was not
     */
    public ObjectNode document() {
        document.set("system_profile", profile);
        return document;
    }

    /**
     * What the machine is called.
     *
     * @return its name; null if nobody said it
     */
    public @Nullable String name() {
        return document.has("display_name") ? document.path("display_name").asText() : null;
    }

    /**
     * When it was looked at.
     *
     * @return by the clock of the machine; null if nobody said it
     */
    public @Nullable Instant captured() {
        return document.has("updated") ? Instant.parse(document.path("updated").asText()) : null;
    }

    /**
     * Whether nothing is told yet.
     *
     * @return true if there is neither a fact nor a tag, and nobody said which machine it is: no reader takes such a
     *     document, since there is nothing in it to compare
     */
    public boolean isBlank() {
        return profile.isEmpty() && !document.has("display_name") && !document.has("id") && !document.has("tags");
    }

    /**
     * The document as one line of JSON.
     *
     * @return without an end
     */
    public String line() {
        return document().toString();
    }

    /**
     * The document as JSON for people.
     *
     * @return several lines, without an end
     */
    public String lines() {
        return document().toPrettyString();
    }
}
