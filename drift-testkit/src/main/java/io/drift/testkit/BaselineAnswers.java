package io.drift.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The baseline service: baselines by id, all of them or none, and its status page for the staff. */
final class BaselineAnswers implements ServiceAnswers {

    private static final String BASELINES = "/api/system-baseline/v1/baselines/";
    private static final String STATUS = "/api/system-baseline/admin/status";
    private static final int USUAL_LIMIT = 50;

    private final Shelf<BaselineDocument> baselines;

    BaselineAnswers(Shelf<BaselineDocument> baselines) {
        this.baselines = baselines;
    }

    @Override
    public Optional<ScriptedAnswer> to(CallTarget target) {
        if (target.path().equals(STATUS)) {
            return Optional.of(ScriptedAnswer.of(200, status()));
        }
        List<String> ids = target.ids(BASELINES, "");
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        List<String> missing = baselines.missing(ids);
        return Optional.of(
                missing.isEmpty()
                        ? ScriptedAnswer.of(200, page(target, baselines.find(ids)))
                        : HistoricalProfileAnswers.notAvailable(missing));
    }

    private static Map<String, Object> page(CallTarget target, List<BaselineDocument> found) {
        int limit = target.number("limit", USUAL_LIMIT);
        int offset = target.number("offset", 0);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(
                "meta",
                Map.of("count", found.size(), "limit", limit, "offset", offset, "total_available", found.size()));
        page.put("links", links(target, limit, found.size()));
        page.put(
                "data",
                found.stream()
                        .skip(offset)
                        .limit(limit)
                        .map(BaselineDocument::json)
                        .toList());
        return page;
    }

    /** Nobody here reads them, so they lead to the first page and the last. */
    private static Map<String, Object> links(CallTarget target, int limit, int count) {
        String path = target.path() + "?limit=" + limit + "&offset=";
        String last = path + Math.max(count - limit, 0);
        return Map.of("first", path + 0, "previous", path + 0, "next", last, "last", last);
    }

    private Map<String, Object> status() {
        int count = baselines.all().size();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("system_baseline_version", "1.1.0");
        status.put("totalBaselinesCount", count);
        status.put("customerIdsCount", Math.min(count, 1));
        status.put("BaselinesBuckets", buckets(count));
        status.put("createdBaselinesToday", 0);
        status.put("createdBaselinesWeek", 0);
        status.put("createdBaselinesMonth", 0);
        status.put("totalBaselinesWithAssociationsCount", 0);
        status.put("BaselinesAssociationsBuckets", buckets(0));
        return status;
    }

    /** How many organisations have so many; here there is one of them. */
    private static Map<String, Integer> buckets(int count) {
        Map<String, Integer> buckets = new LinkedHashMap<>();
        for (int i = 1; i <= 4; i++) {
            buckets.put(Integer.toString(i), count == i ? 1 : 0);
        }
        buckets.put("5-10", count >= 5 && count <= 10 ? 1 : 0);
        buckets.put("10+", count > 10 ? 1 : 0);
        return buckets;
    }
}
