package io.drift.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service of historical profiles: it answers all of them or none. */
final class HistoricalProfileAnswers implements ServiceAnswers {

    private static final String PROFILES = "/api/historical-system-profiles/v1/profiles/";

    private final Shelf<HistoricalProfileDocument> profiles;

    HistoricalProfileAnswers(Shelf<HistoricalProfileDocument> profiles) {
        this.profiles = profiles;
    }

    @Override
    public Optional<ScriptedAnswer> to(CallTarget target) {
        List<String> ids = target.ids(PROFILES, "");
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        List<String> missing = profiles.missing(ids);
        return Optional.of(
                missing.isEmpty() ? ScriptedAnswer.of(200, page(profiles.find(ids))) : notAvailable(missing));
    }

    /** What this service and that of the baselines say of ids that they do not know. */
    static ScriptedAnswer notAvailable(List<String> ids) {
        return ScriptedAnswer.of(
                404, Map.of("message", "ids [" + String.join(", ", ids) + "] not available to display"));
    }

    static Map<String, Object> page(List<HistoricalProfileDocument> profiles) {
        return Map.of(
                "data", profiles.stream().map(HistoricalProfileDocument::json).toList());
    }
}
