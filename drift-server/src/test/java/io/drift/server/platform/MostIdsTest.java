package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.testkit.Identities;
import io.drift.testkit.PlatformService;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many ids a report may ask for; that a thousand fit into a GET is shown by {@link PlatformModeTest}. */
class MostIdsTest {

    private static final String REPORT = "/api/drift/v1/comparison_report";

    private static HttpResponse<String> ask(Map<String, String> settings, int systems, int baselines) {
        try (DriftOverFakes drift = new DriftOverFakes(settings)) {
            String body = "{\"system_ids\":[" + ids(1, systems) + "],\"baseline_ids\":[" + ids(2, baselines) + "]}";
            HttpResponse<String> answer = drift.post(
                    REPORT,
                    body,
                    "Content-Type",
                    "application/json",
                    "x-rh-identity",
                    Identities.user("u").header());
            assertThat(drift.platform.calls(PlatformService.INVENTORY)).isEmpty();
            return answer;
        }
    }

    private static String ids(int kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> String.format("\"0000000%d-0000-4000-8000-%012d\"", kind, number))
                .collect(Collectors.joining(","));
    }

    @Test
    void a_thousand_and_one_are_too_many() {
        HttpResponse<String> refused = ask(Map.of(), 600, 401);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .isEqualTo("{\"message\":\"a report may ask for 1000 ids at most, and this one asks for 1001: ask for"
                        + " several reports\"}");
    }

    @Test
    void the_setting_says_how_many() {
        assertThat(ask(Map.of("DRIFT_MOST_IDS", "2"), 2, 1).body()).contains("may ask for 2 ids at most");
    }
}
