package io.drift.http;

import static io.drift.testkit.PlatformService.BASELINES;
import static io.drift.testkit.PlatformService.RBAC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.drift.core.access.Caller;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.error.UnavailableException;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.testkit.BaselineDocument;
import io.drift.testkit.Baselines;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.Fault;
import io.drift.testkit.junit.FakePlatformExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service of which too many calls are not answered is not called for a while (Q47). */
@Timeout(60)
@ExtendWith(FakePlatformExtension.class)
class BrokenServicesTest {

    private static final CallTimeouts PATIENT =
            new CallTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final BaselineDocument baseline = Baselines.baseline("web").document();
    private final FakePlatform platform;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CallObserver observer = new CallObserver() {
        @Override
        public void called(Service service, Duration took, Outcome outcome) {
            // counted by the platform
        }

        @Override
        public void breakerChanged(Service service, BreakerState state) {
            seen.add(service + " " + state);
        }
    };

    BrokenServicesTest(FakePlatform platform) {
        this.platform = platform.serve(baseline);
    }

    private PlatformClients clients(CallTimeouts timeouts) {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        ServiceEndpoints endpoints = new ServiceEndpoints(
                null,
                ServiceEndpoints.Endpoint.of(platform.baselineUrl()),
                null,
                ServiceEndpoints.Endpoint.of(platform.rbacUrl()),
                null);
        return PlatformClients.of(endpoints, ServiceProxies.NONE, timeouts, clock, observer);
    }

    private Throwable find(PlatformClients clients) {
        RequestContext request = new RequestContext(Caller.LOCAL, "a request", Instant.MAX, new Cancellation());
        return catchThrowable(() -> clients.baselines().find(List.of(baseline.id()), request));
    }

    private static void times(int count, IntConsumer work) {
        IntStream.range(0, count).forEach(work);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void is_not_called_and_the_answer_names_it_and_says_when_to_come_back(int status) {
        platform.fault(BASELINES, Fault.status(status));
        try (PlatformClients clients = clients(PATIENT)) {
            times(20, any -> assertThat(find(clients)).isInstanceOf(ServiceFailureException.class));
            assertThat(seen).containsExactly("BASELINES OPEN");
            now.updateAndGet(before -> before.plusSeconds(2));
            int callsBefore = platform.calls(BASELINES).size();

            UnavailableException refused = (UnavailableException) find(clients);

            assertThat(refused.service()).isEqualTo("baselines");
            assertThat(refused).hasMessageContaining("baseline service");
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(3));
            assertThat(platform.calls(BASELINES)).hasSize(callsBefore);
        }
    }

    @Test
    void is_called_again_after_five_seconds_and_three_calls_that_are_answered() {
        try (PlatformClients clients = clients(PATIENT)) {
            platform.fault(BASELINES, Fault.status(503));
            times(20, any -> find(clients));
            platform.heal();
            assertThat(find(clients)).isInstanceOf(UnavailableException.class);

            now.updateAndGet(before -> before.plusSeconds(5));
            times(3, any -> assertThat(find(clients)).isNull());

            assertThat(seen).containsExactly("BASELINES OPEN", "BASELINES TRYING", "BASELINES CLOSED");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 502, 504})
    void goes_on_being_called_if_it_answers_whatever_it_answers(int status) {
        platform.fault(BASELINES, Fault.status(status));
        try (PlatformClients clients = clients(PATIENT)) {
            times(25, any -> assertThat(find(clients)).isNotInstanceOf(UnavailableException.class));
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void counts_what_is_not_answered_in_time() {
        platform.fault(BASELINES, Fault.delay(Duration.ofHours(1)));
        try (PlatformClients clients =
                clients(new CallTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(50)))) {
            times(20, any -> find(clients));
            assertThat(find(clients)).isInstanceOf(UnavailableException.class);
        }
        assertThat(seen).containsExactly("BASELINES OPEN");
    }

    @Test
    void leaves_the_others_alone() {
        platform.fault(BASELINES, Fault.status(503)).fault(RBAC, Fault.status(500));
        try (PlatformClients clients = clients(PATIENT)) {
            times(20, any -> find(clients));
            RequestContext request = new RequestContext(Caller.LOCAL, "a request", Instant.MAX, new Cancellation());
            assertThatThrownBy(() -> clients.accessControl().find(request)).isInstanceOf(ServiceFailureException.class);
        }
    }
}
