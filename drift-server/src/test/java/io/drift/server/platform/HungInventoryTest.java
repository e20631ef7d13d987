package io.drift.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.testkit.Baselines;
import io.drift.testkit.Fault;
import io.drift.testkit.Identities;
import io.drift.testkit.PlatformService;
import io.drift.testkit.Systems;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * While one service hangs and everybody asks for what it has, everything else goes on. The bounds are for a busy machine;
 * without limits, each of these waits for the deadline of others.
 */
class HungInventoryTest {

    private static final int CLIENTS = 600;
    private static final String WEB = "00000000-0000-4000-8000-000000000001";
    private static final String GOLDEN = "00000000-0000-4000-8000-000000000002";
    private static final String REPORT = "/api/drift/v1/comparison_report?";

    private final DriftOverFakes drift = new DriftOverFakes(Map.of());
    private final ManyClients clients = new ManyClients(drift.url());

    HungInventoryTest() {
        drift.platform.serve(
                Systems.system("web").withId(WEB), Baselines.baseline("golden").withId(GOLDEN));
        drift.platform.fault(PlatformService.INVENTORY, Fault.delay(Duration.ofSeconds(20)));
        // what is loaded only once is not of interest
        drift.get("/mgmt/v0/status");
        clients.send(CLIENTS, ManyClients.get(REPORT + "system_ids%5B%5D=" + WEB));
    }

    @AfterEach
    void stop() {
        clients.close();
        drift.close();
    }

    private static Duration took(Runnable request) {
        long begin = System.nanoTime();
        request.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void management_answers_at_once() {
        List<Duration> took = IntStream.range(0, 20)
                .mapToObj(any -> took(() ->
                        assertThat(drift.get("/mgmt/v0/status").statusCode()).isEqualTo(200)))
                .sorted()
                .toList();
        assertThat(took.get(10)).isLessThan(Duration.ofMillis(500));
        assertThat(took.get(19)).isLessThan(Duration.ofSeconds(2));
        assertThat(drift.get("/mgmt/v0/ready").statusCode()).isEqualTo(200);
    }

    /** Nothing else can be answered so early. */
    @Test
    void what_is_too_much_is_refused_at_once() throws Exception {
        byte[] first = new byte[4096];
        int length = 0;
        while (length == 0) {
            for (Socket client : clients.sockets) {
                if (length == 0 && client.getInputStream().available() > 0) {
                    length = client.getInputStream().read(first);
                }
            }
        }
        assertThat(new String(first, 0, length, StandardCharsets.US_ASCII))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: ", "{\"message\":\"Drift ");
    }

    @Test
    void reports_that_do_not_need_it_are_answered() {
        for (int i = 0; i < 20; i++) {
            assertThat(took(() -> {
                        HttpResponse<String> answer = drift.get(
                                REPORT + "baseline_ids%5B%5D=" + GOLDEN,
                                "x-rh-identity",
                                Identities.user("u").header());
                        assertThat(answer.statusCode()).isEqualTo(200);
                    }))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }
}
