package io.drift.http;

import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.RequestContext;
import io.drift.core.profile.Reading;
import io.drift.core.source.HistoricalProfile;
import io.drift.json.ProfileReader;
import java.util.List;
import okhttp3.HttpUrl;

/** Historical profiles from their service. */
final class HistoricalProfileClient implements HistoricalProfiles {

    private final PlatformHttp http;
    private final HttpUrl profiles;
    private final ProfileReader profileReader;

    HistoricalProfileClient(PlatformHttp http, HttpUrl base, Reading reading) {
        this.http = http;
        this.profiles = base.newBuilder()
                .encodedPath("/api/historical-system-profiles/v1/profiles")
                .build();
        this.profileReader = new ProfileReader(reading);
    }

    @Override
    public List<HistoricalProfile> find(List<String> ids, RequestContext context) {
        ProfileReader reader = profileReader.ofOneRequest(http.limitsOf(context));
        return http
                .join(BatchedGet.calls(
                        ids,
                        batch -> http.call(
                                profiles.newBuilder().addPathSegment(batch).build(),
                                Service.HISTORICAL_PROFILES,
                                context,
                                reader::readHistoricalProfiles)))
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
