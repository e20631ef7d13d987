package io.drift.core.source;

import io.drift.core.fact.RecordedFacts;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import org.jspecify.annotations.Nullable;

/**
 * An earlier profile of a system.
 *
 * <pre>{@code
 * RecordedProfile then = new ProfileRecorder().record(profile);
 * HistoricalProfile before = new HistoricalProfile(id, now.name(), now.id(), "2024-05-01T10:00:00+00:00", then);
 * ComparisonReport report = Comparison.of(now, before).withReference(now.id()).report();
 * }</pre>
 *
 * @param id its own id, a UUID
 * @param name the display name of its system
 * @param systemId the id of its system; null if unknown
 * @param capturedDate when it was taken, a text as given; null if unknown
 * @param profile the profile, with the fqdn that it had then; historical profiles have no tags
 */
public record HistoricalProfile(
        String id,
        String name,
        @Nullable String systemId,
        @Nullable String capturedDate,
        RecordedProfile profile) implements FactSource {

    @Override
    public SourceKind kind() {
        return SourceKind.HISTORICAL_PROFILE;
    }

    @Override
    public RecordedFacts facts() {
        return profile.facts();
    }

    @Override
    public Reading reading() {
        return profile.reading();
    }
}
