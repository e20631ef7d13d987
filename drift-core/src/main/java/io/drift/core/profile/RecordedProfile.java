package io.drift.core.profile;

import io.drift.core.fact.RecordedFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ProfileRecorder} made of one profile.
 *
 * <pre>{@code
 * RecordedProfile profile = new ProfileRecorder().record(Map.of("enabled_services", List.of("insights-client")));
 * boolean enabled = profile.insightsEnabled(); // true
 * }</pre>
 *
 * @param reading how closely it was read
 * @param facts its facts
 * @param exists whether the profile has any content; false for a system that never uploaded one
 * @param capturedDate {@code captured_date} as given; null if the profile has none
 * @param operatingSystem {@code operating_system.name} as given; null if the profile has none
 * @param insightsInstalled whether an installed package is called {@code insights-client}
 * @param insightsEnabled whether the service {@code insights-client} is enabled
 */
public record RecordedProfile(
        Reading reading,
        RecordedFacts facts,
        boolean exists,
        @Nullable String capturedDate,
        @Nullable String operatingSystem,
        boolean insightsInstalled,
        boolean insightsEnabled) {

    /**
     * The same profile with other facts, such as those of a system that it is joined with.
     *
     * @param other all facts, in place of those that it has
     * @return the changed profile
     */
    public RecordedProfile withFacts(RecordedFacts other) {
        return new RecordedProfile(
                reading, other, exists, capturedDate, operatingSystem, insightsInstalled, insightsEnabled);
    }
}
