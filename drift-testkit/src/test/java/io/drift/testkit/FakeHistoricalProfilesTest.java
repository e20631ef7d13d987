package io.drift.testkit;

import io.drift.core.port.HistoricalProfiles;
import io.drift.core.source.HistoricalProfile;
import io.drift.testkit.junit.HistoricalProfilesContract;
import java.util.List;

class FakeHistoricalProfilesTest extends HistoricalProfilesContract {

    @Override
    protected HistoricalProfiles profilesWith(List<HistoricalProfileDocument> profiles) {
        return new FakeHistoricalProfiles()
                .with(profiles.stream()
                        .map(HistoricalProfileDocument::historicalProfile)
                        .toArray(HistoricalProfile[]::new));
    }
}
