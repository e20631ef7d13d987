package io.drift.benchmarks.http;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Reports as people ask for them: mostly of a few systems, as JSON or CSV, compressed or not; the same for one seed. */
final class MixedReports {

    private static final int[] SYSTEMS = {2, 2, 2, 2, 5, 5, 10, 20, 50, 200};

    private final List<String> ids;
    private final Random random;

    MixedReports(List<String> ids, long seed) {
        this.ids = ids;
        this.random = new Random(seed);
    }

    /**
     * A request.
     *
     * @param target path and query
     * @param headers those that decide on the format
     */
    record Asked(String target, Map<String, String> headers) {}

    /** The next one. */
    synchronized Asked next() {
        int systems = SYSTEMS[random.nextInt(SYSTEMS.length)];
        int first = random.nextInt(ids.size() - systems + 1);
        String query = ids.subList(first, first + systems).stream()
                .map(id -> "system_ids%5B%5D=" + id)
                .collect(Collectors.joining("&"));
        return new Asked(
                "/api/drift/v1/comparison_report?" + query,
                Map.of(
                        "Accept", random.nextInt(4) == 0 ? "text/csv" : "application/json",
                        "Accept-Encoding", random.nextBoolean() ? "gzip" : "identity"));
    }
}
