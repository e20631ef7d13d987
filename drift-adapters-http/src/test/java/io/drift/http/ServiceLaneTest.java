package io.drift.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.UnavailableException;
import io.drift.core.port.RequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many calls a service gets at once, how many wait, and whose turn it is. */
@Timeout(60)
class ServiceLaneTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final SilentService silent = new SilentService();
    private final List<RequestContext> requests = new ArrayList<>();

    private final AtomicInteger refusedCalls = new AtomicInteger();

    @AfterEach
    void stop() {
        requests.forEach(request -> request.cancellation().cancel());
        silent.close();
    }

    private PlatformClients clients(CallLimits limits) {
        ServiceEndpoints.Endpoint endpoint = ServiceEndpoints.Endpoint.of(silent.url());
        return PlatformClients.of(
                new ServiceEndpoints(endpoint, endpoint, endpoint, endpoint, null),
                ServiceProxies.NONE,
                new CallTimeouts(Duration.ofSeconds(5), AN_HOUR, AN_HOUR),
                limits,
                Clock.systemUTC(),
                new CallObserver() {
                    @Override
                    public void called(Service service, Duration took, Outcome outcome) {
                        // of no interest
                    }

                    @Override
                    public void refused(Service service, int calls) {
                        refusedCalls.addAndGet(calls);
                    }
                });
    }

    /** A request that makes so many calls to the baseline service. */
    private CompletableFuture<?> find(PlatformClients clients, int calls) {
        List<String> ids = IntStream.range(0, calls * 40)
                .mapToObj(number -> new UUID(7, number).toString())
                .toList();
        RequestContext request = RequestContext.local();
        requests.add(request);
        return CompletableFuture.supplyAsync(
                () -> clients.baselines().find(ids, request), work -> new Thread(work).start());
    }

    private void cancel(int request) {
        requests.get(request).cancellation().cancel();
    }

    @Test
    void one_request_has_half_of_the_calls_and_leaves_the_rest_to_others() throws Exception {
        try (PlatformClients clients = clients(new CallLimits(8, 100, 1 << 20, 1_000))) {
            find(clients, 50);
            assertThat(silent.isCalled(4)).isTrue();

            find(clients, 50);
            assertThat(silent.isCalled(4)).isTrue();

            CompletableFuture<?> third = find(clients, 1);
            cancel(0);
            // one of the four places goes to the third; the second request has its half already
            assertThat(silent.isCalled(1)).isTrue();
            cancel(2);
            assertThatThrownBy(third::join).hasCauseInstanceOf(DeadlineExceededException.class);
            assertThat(silent.furtherCalls()).isZero();
        }
    }

    @Test
    void a_request_for_which_no_place_to_wait_is_left_is_refused_as_a_whole() throws Exception {
        try (PlatformClients clients = clients(new CallLimits(2, 10, 1 << 20, 1_000))) {
            CompletableFuture<?> first = find(clients, 9);
            assertThat(silent.isCalled(1)).isTrue();
            CompletableFuture<?> second = find(clients, 1);
            assertThat(silent.isCalled(1)).isTrue();

            CompletableFuture<?> third = find(clients, 3);
            CompletionException failed = catchThrowableOfType(CompletionException.class, third::join);

            assertThat(failed).hasCauseInstanceOf(UnavailableException.class);
            UnavailableException refused = (UnavailableException) failed.getCause();
            assertThat(refused.service()).isEqualTo("baselines");
            assertThat(refused).hasMessageContaining("baseline service");
            assertThat(refused.retryAfter()).isPositive();
            assertThat(refusedCalls).hasValue(3);
            assertThat(first).isNotDone();
            assertThat(second).isNotDone();
            find(clients, 2);
            cancel(0);
            assertThat(silent.isCalled(1)).isTrue();
        }
    }

    @Test
    void a_request_with_more_calls_than_may_wait_is_taken_in_where_nobody_else_waits() throws Exception {
        try (PlatformClients clients = clients(new CallLimits(1, 2, 1 << 20, 1_000))) {
            CompletableFuture<?> large = find(clients, 25);
            assertThat(silent.isCalled(1)).isTrue();

            UnavailableException refused = catchThrowableOfType(
                    UnavailableException.class,
                    () -> clients.baselines().find(List.of(new UUID(1, 1).toString()), RequestContext.local()));

            assertThat(refused).isNotNull();
            assertThat(large).isNotDone();
        }
    }

    @Test
    void a_service_that_hangs_takes_no_place_of_another() throws Exception {
        try (PlatformClients clients = clients(new CallLimits(1, 0, 1 << 20, 1_000))) {
            find(clients, 1);
            assertThat(silent.isCalled(1)).isTrue();
            RequestContext request = RequestContext.local();
            requests.add(request);

            CompletableFuture.runAsync(() -> clients.accessControl().find(request), work -> new Thread(work).start());

            assertThat(silent.isCalled(1)).isTrue();
        }
    }

    @Test
    void calls_that_ended_leave_no_place_taken() throws Exception {
        try (PlatformClients clients = clients(new CallLimits(2, 4, 1 << 20, 1_000))) {
            for (int round = 0; round < 20; round++) {
                CompletableFuture<?> found = find(clients, 4);
                assertThat(silent.isCalled(1)).isTrue();
                cancel(round);
                assertThat(silent.isHungUp(1)).isTrue();
                assertThatThrownBy(found::join).hasCauseInstanceOf(DeadlineExceededException.class);
            }
        }
    }
}
