package io.drift.core.comparison;

import io.drift.core.source.HistoricalProfile;
import org.jspecify.annotations.Nullable;

/**
 * A historical profile in the header of a report.
 *
 * <pre>{@code
 * for (HistoricalProfileSummary profile : report.historicalProfiles()) {
 *     System.out.println(profile.displayName() + " as it was " + profile.updated());
 * }
 * }</pre>
 *
 * @param id its id
 * @param displayName the name of its system
 * @param updated when it was taken; a text as given, null if unknown
 * @param systemId the id of its system; null if unknown
 */
public record HistoricalProfileSummary(
        String id,
        String displayName,
        @Nullable String updated,
        @Nullable String systemId) {

    static HistoricalProfileSummary of(HistoricalProfile profile) {
        return new HistoricalProfileSummary(profile.id(), profile.name(), profile.capturedDate(), profile.systemId());
    }
}
