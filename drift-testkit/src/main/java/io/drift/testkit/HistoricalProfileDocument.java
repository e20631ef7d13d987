package io.drift.testkit;

import io.drift.core.profile.Reading;
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
     * @return read as the platform's adapters read it ({@link Reading#ARCHIVED})
     */
    public HistoricalProfile historicalProfile() {
        return historicalProfile(new ProfileReader(Reading.ARCHIVED));
    }

    /**
     * The profile as the core sees it.
     *
     * @param profiles says how profiles are recorded
     * @return the profile
     */
    public HistoricalProfile historicalProfile(ProfileReader profiles) {
        return AnswerReader.read(
                HistoricalProfileAnswers.page(List.of(this)), profiles::readHistoricalProfiles, all -> all.get(0));
    }
}
