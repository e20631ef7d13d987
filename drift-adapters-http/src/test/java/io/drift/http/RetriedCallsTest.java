package io.drift.http;

import static io.drift.testkit.PlatformService.BASELINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.access.Caller;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.core.source.Baseline;
import io.drift.testkit.BaselineDocument;
import io.drift.testkit.Baselines;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.Fault;
import io.drift.testkit.junit.FakePlatformExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls are made again, over real connections. */
@Timeout(60)
@ExtendWith(FakePlatformExtension.class)
class RetriedCallsTest {

    private static final CallTimeouts PATIENT =
            new CallTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30));

    private final BaselineDocument baseline = Baselines.baseline("web").document();
    private final FakePlatform platform;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CallObserver observer = (service, took, outcome) -> seen.add(service + " " + outcome);

    RetriedCallsTest(FakePlatform platform) {
        this.platform = platform.serve(baseline);
    }

    private List<Baseline> find(PlatformClients clients) {
        return clients.baselines().find(List.of(baseline.id()), RequestContext.local());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void a_service_that_is_not_there_for_now_is_asked_up_to_three_times(int status) {
        try (PlatformClients clients = Clients.of(platform, PATIENT, observer)) {
            platform.fault(BASELINES, Fault.status(status).once())
                    .fault(BASELINES, Fault.status(status).once());
            assertThat(find(clients)).hasSize(1);
            assertThat(seen).hasSize(3);

            platform.fault(BASELINES, Fault.status(status));
            assertThatThrownBy(() -> find(clients))
                    .isInstanceOf(ServiceFailureException.class)
                    .hasMessage("Error received from backend service");
            assertThat(seen).hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 500, 501})
    void any_other_answer_stands(int status) {
        try (PlatformClients clients = Clients.of(platform, PATIENT, observer)) {
            platform.fault(BASELINES, Fault.status(status));

            assertThatThrownBy(() -> find(clients)).isNotNull();

            assertThat(seen).containsExactly("BASELINES ANSWERED");
        }
    }

    @Test
    void a_service_that_cannot_be_reached_is_tried_three_times() throws IOException {
        try (PlatformClients clients = Clients.observed(unreachable(), observer)) {
            assertThatThrownBy(() -> find(clients)).isInstanceOf(ServiceFailureException.class);
        }
        assertThat(seen).containsExactly("BASELINES BROKEN", "BASELINES BROKEN", "BASELINES BROKEN");
    }

    private static URI unreachable() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
    }

    @Test
    void no_further_try_is_waited_for_longer_than_the_answer_is_of_use() {
        byte[] busy =
                "HTTP/1.1 503 X\r\nRetry-After: 20\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        RequestContext soon =
                new RequestContext(Caller.LOCAL, "a request", Instant.now().plusSeconds(15), new Cancellation());
        try (RawService service = new RawService(busy);
                PlatformClients clients = Clients.observed(service.url(), observer)) {
            long begin = System.nanoTime();
            assertThatThrownBy(() -> clients.baselines().find(List.of(baseline.id()), soon))
                    .isInstanceOf(ServiceFailureException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            assertThat(service.calls()).isEqualTo(1);
        }
    }

    @Test
    void a_service_that_fails_everybody_gets_ten_further_tries_and_a_tenth() {
        try (PlatformClients clients = Clients.of(platform, PATIENT, observer)) {
            platform.fault(BASELINES, Fault.status(502));
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> find(clients)).isInstanceOf(ServiceFailureException.class);
            }
            assertThat(seen).hasSizeBetween(31, 32);
        }
    }
}
