package io.drift.json;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.LookedAt;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.profile.PythonText;
import io.drift.core.profile.Reading;
import io.drift.core.profile.TagRecorder;
import io.drift.core.source.HostRecord;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a host while it streams in: a host with its profile, a bare profile, or a baseline, which is known only at its
 * end. So long lists at the root of a document are recorded as those of a bare profile, until there is a
 * {@code system_profile}; everything else waits, which is little.
 */
final class HostStream {

    private static final String PROFILE = "system_profile";
    /** A historical profile has it beside the profile, perhaps only there. */
    private static final String CAPTURED = "captured_date";

    private static final String BASELINE_FACTS = "baseline_facts";
    private static final String TAGS = "tags";
    /** Beside the profile: what its maker looked at. */
    private static final String LOOKED_AT = "looked_at";

    private static final String FQDN = "fqdn";

    /** How many keys of an unknown object are told. */
    private static final int FEW = 5;

    /** No profile has these. */
    private static final Set<String> OF_HOSTS_ONLY =
            Set.of("stale_timestamp", "stale_warning_timestamp", "culled_timestamp", "per_reporter_staleness");

    private static final Set<String> OF_HOSTS = Set.of(
            "id", "display_name", "fqdn", "captured_date", "tags", "updated", "created", "inventory_id", "insights_id");

    private final ProfileStream profiles;
    private final Map<String, @Nullable Object> waiting = new LinkedHashMap<>();
    /** The members that stand twice, or have in them a key that does: the key, by the member. */
    private final Map<String, String> repeated = new LinkedHashMap<>();

    private boolean hasProfile;
    private boolean hasDateInProfile;
    private boolean hasFqdnInProfile;
    private boolean isKnown;

    /** Begins to read a host. */
    HostStream(ProfileStream profiles) {
        this.profiles = profiles;
        profiles.recorder().begin();
    }

    /** Reads a member of the document. */
    void read(String key, JsonSource member) throws IOException {
        if (waiting.containsKey(key)) {
            repeated.put(key, key);
        }
        if (key.equals(PROFILE) && member.isObject()) {
            profiles.recorder().begin();
            hasProfile = false;
            waiting.put(PROFILE, null);
            member.members(PROFILE, this::readPart);
        } else if (key.equals(PROFILE) && !member.isNull()) {
            throw member.wrongShape("the system_profile is not an object");
        } else if (!hasProfile && !key.equals(TAGS) && profiles.readList(key, member)) {
            isKnown |= ProfileKeys.isKnown(key);
        } else {
            waiting.put(key, profiles.value(member, twice -> repeated.put(key, twice)));
        }
    }

    private void readPart(String key, JsonSource part) throws IOException {
        hasProfile = true;
        hasDateInProfile |= key.equals(CAPTURED) && !part.isNull();
        hasFqdnInProfile |= key.equals(FQDN) && !part.isNull();
        profiles.readPart(key, part);
    }

    /**
     * What was read.
     *
     * @throws UnreadableJsonException if it is neither a host nor a profile
     */
    FileDocument end() throws UnreadableJsonException {
        if (!waiting.containsKey(PROFILE) && waiting.get(BASELINE_FACTS) instanceof Collection<?>) {
            refuseRepeats();
            return BaselineReader.documentOf(waiting);
        }
        if (!hasProfile && isBareProfile()) {
            waiting.forEach(profiles.recorder()::part);
            repeated.forEach(profiles::skipRepeated);
            return new HostDocument(null, profiles.recorder().end(), RecordedFacts.NONE);
        }
        if (!hasProfile && !isHostWithoutProfile()) {
            throw UnreadableJsonException.unknownDocument(inWords(waiting.keySet()));
        }
        return endHost();
    }

    /** Whether it is a fact of a baseline. */
    boolean isFact() {
        return waiting.containsKey("name")
                && (waiting.size() == 1 || waiting.containsKey("value") || waiting.containsKey("values"));
    }

    /** The members of a fact of a baseline. */
    Map<String, @Nullable Object> fact() throws UnreadableJsonException {
        refuseRepeats();
        return waiting;
    }

    /** Of a baseline, everything must be clear: it says how things should be. */
    private void refuseRepeats() throws UnreadableJsonException {
        for (String key : repeated.values()) {
            throw UnreadableJsonException.wrongShape("\"" + key + "\" stands twice in one object");
        }
    }

    private static String inWords(Set<String> keys) {
        List<String> shown = keys.stream().limit(FEW).toList();
        int more = keys.size() - shown.size();
        if (shown.isEmpty()) {
            return "an object with nothing in it";
        }
        return "an object with the " + (keys.size() == 1 ? "key " : "keys ") + String.join(", ", shown)
                + (more == 0 ? "" : " and " + more + " more");
    }

    private HostDocument endHost() throws UnreadableJsonException {
        ProfileRecorder recorder = profiles.recorder();
        if (!hasProfile) {
            recorder.begin();
        } else if (!hasDateInProfile) {
            recorder.part(CAPTURED, waiting.get(CAPTURED));
        }
        RecordedFacts tags = RecordedFacts.NONE;
        if (recorder.reading() == Reading.ARCHIVED) {
            tags = tags(waiting.get(TAGS));
        } else if (hasProfile) {
            recorder.part(TAGS, waiting.get(TAGS));
        }
        LookedAt lookedAt = lookedAt();
        repeated.keySet().removeIf(key -> !key.equals(PROFILE) && !OF_HOSTS.contains(key));
        repeated.forEach(profiles::skipRepeated);
        HostRecord host = host();
        boolean isTold = host == null || waiting.get(FQDN) instanceof String;
        if (isTold && hasProfile && !hasFqdnInProfile && recorder.reading() == Reading.EXACT) {
            recorder.part(FQDN, waiting.get(FQDN));
        }
        return new HostDocument(host, recorder.end().withLookedAt(lookedAt), tags);
    }

    /** Of this, too, everything must be clear: it says which facts are not told. */
    private LookedAt lookedAt() throws UnreadableJsonException {
        if (repeated.containsKey(LOOKED_AT)) {
            throw UnreadableJsonException.wrongShape("\"" + repeated.get(LOOKED_AT) + "\" stands twice in one object");
        }
        return LookedAtReader.read(waiting.get(LOOKED_AT));
    }

    private boolean isBareProfile() {
        return !waiting.containsKey(PROFILE)
                && (isKnown
                        || has(HostStream::isOnlyOfProfiles)
                        || has(ProfileKeys::isKnown) && !has(OF_HOSTS_ONLY::contains) && !isHostWithoutProfile());
    }

    private boolean has(Predicate<String> key) {
        return waiting.keySet().stream().anyMatch(key);
    }

    /** Host records have some of the keys of profiles, too. */
    private static boolean isOnlyOfProfiles(String key) {
        return ProfileKeys.isKnown(key) && !OF_HOSTS.contains(key);
    }

    /** The inventory also knows systems that never uploaded a profile, and answers hosts without theirs. */
    private boolean isHostWithoutProfile() {
        return waiting.containsKey(PROFILE)
                ? has(OF_HOSTS::contains)
                : waiting.get("id") != null && (has(OF_HOSTS_ONLY::contains) || isRecord());
    }

    private boolean isRecord() {
        return waiting.size() > 1 && OF_HOSTS.containsAll(waiting.keySet());
    }

    /** A historical profile belongs to the system of its {@code inventory_id}. */
    private @Nullable HostRecord host() {
        Object id = waiting.get("inventory_id") != null ? waiting.get("inventory_id") : waiting.get("id");
        return id == null ? null : HostReader.of(PythonText.of(id), waiting);
    }

    private static RecordedFacts tags(@Nullable Object tags) throws UnreadableJsonException {
        TagRecorder recorder = new TagRecorder(new FactRecorder());
        for (Object one : tags instanceof Collection<?> list ? list : List.of()) {
            if (!(one instanceof Map<?, ?> tag)) {
                throw UnreadableJsonException.wrongShape("a tag is not an object");
            }
            recorder.tag(tag.get("namespace"), tag.get("key"), tag.get("value"));
        }
        return recorder.end();
    }
}
