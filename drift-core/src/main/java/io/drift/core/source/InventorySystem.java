package io.drift.core.source;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.ProfileRecorder;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A system: its host record, profile and tags, joined.
 *
 * <pre>{@code
 * HostRecord host = new HostRecord(id, "web-1", "web-1.example.com", null, null);
 * InventorySystem system = InventorySystem.of(host, new ProfileRecorder().record(profile), RecordedFacts.NONE);
 * }</pre>
 *
 * @param host its record; the fqdn there is the system's, even if the profile has one
 * @param profile its profile
 * @param facts all its facts
 */
public record InventorySystem(HostRecord host, RecordedProfile profile, RecordedFacts facts) implements FactSource {

    private static final String FQDN = "fqdn";

    /**
     * Joins the three documents of a system. The fqdn is that of the host record, even if the profile has one. If the record
     * has none, the fqdn of the profile counts, but only if the profile was read exactly: then nothing may get lost.
     *
     * @param host its record
     * @param profile its profile
     * @param tags the facts of its tags
     * @return the system
     */
    public static InventorySystem of(HostRecord host, RecordedProfile profile, RecordedFacts tags) {
        boolean keepsOwn = host.fqdn() == null && profile.reading() == Reading.EXACT;
        RecordedFacts named = keepsOwn
                ? profile.facts()
                : profile.facts()
                        .with(new FactRecorder().record(FQDN, host.fqdn()).end());
        return new InventorySystem(host, profile, named.with(tags));
    }

    /**
     * A system of which only the profile is known, which is read exactly ({@link Reading#EXACT}).
     *
     * <pre>{@code
     * InventorySystem before = InventorySystem.ofProfile("before", Map.of("arch", "x86_64", "os_release", "9.3"));
     * }</pre>
     *
     * @param name its name, which is its id as well
     * @param profile the parts of its profile by key, made of what {@link ProfileRecorder} takes; parts that cannot be
     *     compared are left out
     * @return the system
     */
    public static InventorySystem ofProfile(String name, Map<String, ? extends @Nullable Object> profile) {
        return ofProfile(name, name, profile);
    }

    /**
     * As {@link #ofProfile(String, Map)}, for a system that is known by something else than its name.
     *
     * @param id its id
     * @param name its name
     * @param profile the parts of its profile by key
     * @return the system
     */
    public static InventorySystem ofProfile(String id, String name, Map<String, ? extends @Nullable Object> profile) {
        return of(HostRecord.of(name).withId(id), new ProfileRecorder().record(profile), RecordedFacts.NONE);
    }

    @Override
    public Reading reading() {
        return profile.reading();
    }

    @Override
    public String id() {
        return host.id();
    }

    @Override
    public String name() {
        return host.name();
    }

    @Override
    public SourceKind kind() {
        return SourceKind.SYSTEM;
    }
}
