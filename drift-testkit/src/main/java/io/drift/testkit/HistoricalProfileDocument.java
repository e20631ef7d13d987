package io.drift.testkit;

import io.drift.core.profile.PackageDetail;
import io.drift.core.profile.ProfileWarnings;
import io.drift.core.source.HistoricalProfile;
import io.drift.json.ProfileReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An earlier profile of a system as its service knows it.
 *
 * @param json the document
 */
public record HistoricalProfileDocument(Map<String, @Nullable Object> json) implements PlatformDocument {

    /** Copies the document, which must have an id. */
    public HistoricalProfileDocument {
        json = JsonText.copyOf(json);
        JsonText.required(json, "id");
    }

    @Override
    public HistoricalProfileDocument document() {
        return this;
    }

    /**
     * The profile as the core sees it.
     *
     * @return packages as recorded reports have them
     */
    public HistoricalProfile historicalProfile() {
        return historicalProfile(new ProfileReader(PackageDetail.AS_ARCHIVED, ProfileWarnings.IGNORED));
    }

    /**
     * The profile as the core sees it.
     *
     * @param profiles says how profiles are recorded
     * @return the profile
     */
    public HistoricalProfile historicalProfile(ProfileReader profiles) {
        return Reading.of(
                HistoricalProfileAnswers.page(List.of(this)), profiles::readHistoricalProfiles, all -> all.get(0));
    }
}
