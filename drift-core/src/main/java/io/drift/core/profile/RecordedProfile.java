package io.drift.core.profile;

import io.drift.core.fact.RecordedFacts;
import java.util.List;

/**
 * What a {@link ProfileRecorder} made of one profile.
 *
 * <pre>{@code
 * RecordedProfile profile = new ProfileRecorder().record(Map.of("enabled_services", List.of("insights-client")));
 * boolean enabled = profile.header().client().enabled(); // true
 * }</pre>
 *
 * @param reading how closely it was read
 * @param facts its facts
 * @param header what is known of it besides
 * @param skipped the parts that could not be looked at
 */
public record RecordedProfile(Reading reading, RecordedFacts facts, ProfileHeader header, List<SkippedPart> skipped) {

    /** Copies the list. */
    public RecordedProfile {
        skipped = List.copyOf(skipped);
    }

    /**
     * Whether the profile has any content.
     *
     * @return false for a system that never uploaded one
     */
    public boolean exists() {
        return header.exists();
    }

    /**
     * The same profile with other facts, such as those of a system that it is joined with.
     *
     * @param other all facts, in place of those that it has
     * @return the changed profile
     */
    public RecordedProfile withFacts(RecordedFacts other) {
        return new RecordedProfile(reading, other, header, skipped);
    }
}
