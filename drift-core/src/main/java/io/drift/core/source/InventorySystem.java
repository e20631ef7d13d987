package io.drift.core.source;

import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.RecordedProfile;

/**
 * A system: its host record, profile and tags, joined.
 *
 * @param host its record; the fqdn there is the system's, even if the profile has one
 * @param profile its profile
 * @param facts all its facts
 */
public record InventorySystem(HostRecord host, RecordedProfile profile, RecordedFacts facts) implements FactSource {

    /**
     * Joins the three documents of a system.
     *
     * @param host its record
     * @param profile its profile
     * @param tags the facts of its tags
     * @return the system
     */
    public static InventorySystem of(HostRecord host, RecordedProfile profile, RecordedFacts tags) {
        return new InventorySystem(
                host, profile, profile.facts().and(host.facts()).and(tags));
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
