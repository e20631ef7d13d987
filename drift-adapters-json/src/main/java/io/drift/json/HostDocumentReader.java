package io.drift.json;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.profile.PythonText;
import io.drift.core.profile.TagRecorder;
import io.drift.core.source.HostRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads systems from a file in any of the forms in which people have them: a host with its {@code system_profile} and
 * {@code tags}, an answer of the inventory or of the historical profiles with such hosts under {@code results} or
 * {@code data}, or a bare profile.
 *
 * <pre>{@code
 * ProfileReader profiles = new ProfileReader(Reading.ARCHIVED, ProfileWarnings.IGNORED);
 * List<HostDocument> documents = new HostDocumentReader(profiles).read(in);
 * }</pre>
 */
public final class HostDocumentReader {

    /** A historical profile has it beside the profile, perhaps only there. */
    private static final String CAPTURED = "captured_date";

    private final ProfileReader profiles;
    private final boolean profileRequired;

    /**
     * A reader.
     *
     * @param profiles says how profiles are recorded
     */
    public HostDocumentReader(ProfileReader profiles) {
        this(profiles, true);
    }

    private HostDocumentReader(ProfileReader profiles, boolean profileRequired) {
        this.profiles = profiles;
        this.profileRequired = profileRequired;
    }

    /**
     * The same for an inventory, which also knows systems that never uploaded a profile.
     *
     * @return a reader that does not refuse a host because its {@code system_profile} is empty or not there
     */
    public HostDocumentReader acceptingHostsWithoutProfile() {
        return new HostDocumentReader(profiles, false);
    }

    /**
     * Reads a file.
     *
     * @param in the file's content, UTF-8
     * @return the systems in their order, at least one
     * @throws UnreadableJsonException if it is not JSON, or nothing in it is a system
     * @throws IOException if {@code in} fails
     */
    public List<HostDocument> read(InputStream in) throws IOException {
        return hostsOf(JsonSource.read(in, HostDocumentReader::object));
    }

    /** Reads a text as {@link #read(InputStream)} reads a file. */
    List<HostDocument> read(String json) throws UnreadableJsonException {
        return hostsOf(JsonSource.read(json, HostDocumentReader::object));
    }

    private static Map<String, @Nullable Object> object(JsonSource source) throws IOException {
        if (!source.isObject()) {
            throw source.wrongShape("a host or a profile is an object, and this is not one");
        }
        return source.plainMap();
    }

    private List<HostDocument> hostsOf(Map<String, @Nullable Object> document) throws UnreadableJsonException {
        ProfileRecorder recorder = profiles.recorder();
        Object results = document.containsKey("results") ? document.get("results") : document.get("data");
        if (!(results instanceof Collection<?> hosts)) {
            return List.of(readHost(document, recorder));
        }
        if (hosts.isEmpty()) {
            throw UnreadableJsonException.wrongShape("the answer contains no host");
        }
        List<HostDocument> read = new ArrayList<>();
        for (Object host : hosts) {
            read.add(readHost(asObject(host), recorder));
        }
        return read;
    }

    private static Map<String, @Nullable Object> asObject(@Nullable Object value) throws UnreadableJsonException {
        if (!(value instanceof Map<?, ?> object)) {
            throw UnreadableJsonException.wrongShape("a host is not an object");
        }
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        object.forEach((key, member) -> typed.put(PythonText.of(key), member));
        return typed;
    }

    private HostDocument readHost(Map<String, @Nullable Object> document, ProfileRecorder recorder)
            throws UnreadableJsonException {
        if (!document.containsKey("system_profile") && !isHostWithoutProfile(document)) {
            if (document.keySet().stream().noneMatch(recorder::isCompared) || document.containsKey("stale_timestamp")) {
                throw UnreadableJsonException.wrongShape(
                        "neither a host with its system_profile, nor a profile, nor an answer with results");
            }
            return new HostDocument(null, recorder.record(document), RecordedFacts.NONE);
        }
        Object profile = document.get("system_profile");
        if (isHostWithoutProfile(document)) {
            return new HostDocument(hostOf(document), recorder.record(Map.of()), tagsOf(document.get("tags")));
        }
        if (!(profile instanceof Map<?, ?> parts) || parts.isEmpty()) {
            throw UnreadableJsonException.wrongShape("the host has no system profile: there is nothing to compare");
        }
        Map<String, @Nullable Object> whole = asObject(parts);
        if (document.get(CAPTURED) != null) {
            whole.putIfAbsent(CAPTURED, document.get(CAPTURED));
        }
        return new HostDocument(hostOf(document), recorder.record(whole), tagsOf(document.get("tags")));
    }

    private boolean isHostWithoutProfile(Map<String, @Nullable Object> document) {
        Object profile = document.get("system_profile");
        return !profileRequired
                && document.get("id") != null
                && (profile == null || profile instanceof Map<?, ?> parts && parts.isEmpty());
    }

    /** A historical profile belongs to the system of its {@code inventory_id}. */
    private static @Nullable HostRecord hostOf(Map<String, @Nullable Object> document) {
        Object id = document.get("inventory_id") != null ? document.get("inventory_id") : document.get("id");
        return id == null ? null : HostReader.of(PythonText.of(id), document);
    }

    private static RecordedFacts tagsOf(@Nullable Object tags) throws UnreadableJsonException {
        TagRecorder recorder = new TagRecorder(new FactRecorder());
        if (tags instanceof Collection<?> list) {
            for (Object one : list) {
                Map<String, @Nullable Object> tag = asObject(one);
                recorder.tag(tag.get("namespace"), tag.get("key"), tag.get("value"));
            }
        }
        return recorder.end();
    }
}
