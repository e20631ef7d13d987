package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.testkit.Baselines;
import io.drift.testkit.Fault;
import io.drift.testkit.Identities;
import io.drift.testkit.PlatformService;
import io.drift.testkit.Systems;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One deadline a request, for all that is done under it. */
class RequestDeadlineTest {

    private static final String USER = Identities.user("u").header();
    private static final String WEB = "00000000-0000-4000-8000-000000000001";
    private static final String GOLDEN = "00000000-0000-4000-8000-000000000002";
    private static final String REPORT = "/api/drift/v1/comparison_report?system_ids%5B%5D=" + WEB;

    private final DriftOverFakes drift =
            new DriftOverFakes(Map.of("DRIFT_REQUEST_TIMEOUT_SECONDS", "1", "DRIFT_CALL_TIMEOUT_SECONDS", "30"));

    RequestDeadlineTest() {
        drift.platform.serve(
                Systems.system("web").withId(WEB), Baselines.baseline("golden").withId(GOLDEN));
    }

    @AfterEach
    void stop() {
        drift.close();
    }

    private HttpResponse<String> get(String path) {
        return drift.get(path, "x-rh-identity", USER);
    }

    private void delay(PlatformService service, int millis) {
        drift.platform.fault(service, Fault.delay(Duration.ofMillis(millis)));
    }

    @Test
    void bounds_a_call_and_names_who_was_waited_for() {
        delay(PlatformService.INVENTORY, 20_000);
        HttpResponse<String> late = get(REPORT);
        assertThat(late.statusCode()).isEqualTo(504);
        assertThat(late.body()).startsWith("{\"message\":\"").contains("inventory");
    }

    @Test
    void names_each_service_that_was_waited_for_at_the_same_time() {
        delay(PlatformService.INVENTORY, 20_000);
        delay(PlatformService.BASELINES, 20_000);
        HttpResponse<String> late = get(REPORT + "&baseline_ids%5B%5D=" + GOLDEN);
        assertThat(late.statusCode()).isEqualTo(504);
        assertThat(late.body()).contains("inventory", "baseline");
    }

    @Test
    void before_the_gate_is_told_as_it_was_archived() {
        delay(PlatformService.RBAC, 20_000);
        HttpResponse<String> late = get(REPORT);
        assertThat(late.statusCode()).isEqualTo(408);
        assertThat(late.body()).isEqualTo("{\"message\":\"Request to RBAC timed out\"}");
    }

    @Test
    void is_shared_by_the_calls_one_after_the_other() {
        delay(PlatformService.RBAC, 600);
        delay(PlatformService.INVENTORY, 800);
        assertThat(get(REPORT).statusCode()).isEqualTo(504);
    }
}
