package io.drift.core.profile;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a profile besides its facts.
 *
 * <pre>{@code
 * RecordedProfile profile = new ProfileRecorder().record(Map.of("captured_date", "2024-05-01T10:00:00+00:00"));
 * String when = profile.header().capturedDate(); // 2024-05-01T10:00:00+00:00
 * }</pre>
 *
 * @param exists whether the profile has any content; false for a system that never uploaded one
 * @param capturedDate {@code captured_date} as given; null if the profile has none
 * @param operatingSystem {@code operating_system.name} as given; null if the profile has none
 * @param client what it tells of the client that uploads profiles
 */
public record ProfileHeader(
        boolean exists,
        @Nullable String capturedDate,
        @Nullable String operatingSystem,
        InsightsClient client) {}
