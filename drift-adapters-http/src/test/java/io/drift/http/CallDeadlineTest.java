package io.drift.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drift.core.access.Caller;
import io.drift.core.error.DeadlineExceededException;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.testkit.FakePlatform;
import io.drift.testkit.Fault;
import io.drift.testkit.PlatformService;
import io.drift.testkit.Systems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call has one limit of time, which counts from the moment in which it is asked for. */
@Timeout(60)
class CallDeadlineTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration LIMIT = Duration.ofMillis(1_500);
    private static final String ID = "00000000-0000-0000-0000-000000000001";

    private final SilentService silent = new SilentService();

    @AfterEach
    void stop() {
        silent.close();
    }

    private PlatformClients clients(Duration limit, CallLimits limits) {
        ServiceEndpoints.Endpoint endpoint = ServiceEndpoints.Endpoint.of(silent.url());
        return PlatformClients.of(
                new ServiceEndpoints(endpoint, endpoint, endpoint, endpoint, null),
                ServiceProxies.NONE,
                new CallTimeouts(Duration.ofSeconds(5), AN_HOUR, limit),
                limits,
                Clock.systemUTC(),
                CallObserver.NONE);
    }

    private static RequestContext until(Instant deadline) {
        return new RequestContext(Caller.LOCAL, "a request", deadline, new Cancellation());
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new UUID(7, number).toString())
                .toList();
    }

    @Test
    void waiting_for_ones_turn_counts() throws Exception {
        try (PlatformClients clients = clients(LIMIT, new CallLimits(1, 100, 1 << 20, 1_000))) {
            long begin = System.nanoTime();
            // one call runs, seven wait: one after the other they would take eight times the limit
            assertThatThrownBy(() -> clients.baselines().find(ids(8 * 40), RequestContext.local()))
                    .isInstanceOf(DeadlineExceededException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT.multipliedBy(2));
            assertThat(silent.isHungUp(1)).isTrue();
        }
    }

    @Test
    void the_deadline_of_the_request_counts_if_it_is_earlier() throws Exception {
        try (PlatformClients clients = clients(AN_HOUR, CallLimits.DEFAULT)) {
            DeadlineExceededException late = catchThrowableOfType(
                    DeadlineExceededException.class,
                    () -> clients.historicalProfiles()
                            .find(ids(50), until(Instant.now().plusMillis(500))));

            assertThat(late).hasMessage("the historical profile service did not answer in time");
            assertThat(late.service()).isEqualTo("historical-profiles");
            assertThat(silent.isHungUp(2)).isTrue();
        }
    }

    @Test
    void nobody_is_called_once_the_deadline_has_passed() {
        try (PlatformClients clients = clients(AN_HOUR, CallLimits.DEFAULT)) {
            assertThatThrownBy(() -> clients.inventory().find(ids(1), until(Instant.EPOCH)))
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageContaining("inventory");
        }
        assertThat(silent.furtherCalls()).isZero();
    }

    @Test
    void a_request_that_is_cancelled_closes_its_calls_at_once_and_makes_no_further_one() throws Exception {
        RequestContext context = until(Instant.MAX);
        try (PlatformClients clients = clients(AN_HOUR, new CallLimits(4, 100, 1 << 20, 1_000))) {
            CompletableFuture<List<?>> found =
                    CompletableFuture.supplyAsync(() -> clients.inventory().find(ids(400), context));
            assertThat(silent.isCalled(2)).isTrue();

            context.cancellation().cancel();

            assertThat(silent.isHungUp(2)).isTrue();
            assertThatThrownBy(found::join).hasCauseInstanceOf(DeadlineExceededException.class);
            assertThatThrownBy(() -> clients.inventory().find(ids(1), context))
                    .isInstanceOf(DeadlineExceededException.class);
        }
        assertThat(silent.furtherCalls()).isZero();
    }

    @Test
    void what_waits_behind_a_service_that_hangs_does_not_keep_another_service_waiting() throws Exception {
        try (FakePlatform platform = FakePlatform.start();
                PlatformClients clients = Clients.of(
                        platform, new CallTimeouts(Duration.ofSeconds(5), AN_HOUR, AN_HOUR), CallObserver.NONE)) {
            platform.serve(Systems.system("web-1").withId(ID))
                    .fault(PlatformService.HISTORICAL_PROFILES, Fault.delay(AN_HOUR));
            List<RequestContext> hanging =
                    Stream.generate(() -> until(Instant.MAX)).limit(40).toList();
            List<CompletableFuture<?>> hung = hanging.stream()
                    .<CompletableFuture<?>>map(context ->
                            inBackground(() -> clients.historicalProfiles().find(ids(200), context)))
                    .toList();
            // 40 requests want 200 calls: 64 run, the others wait
            assertThat(clients.inventory().find(List.of(ID), RequestContext.local()))
                    .hasSize(1);
            assertThat(hung).noneMatch(CompletableFuture::isDone);
            hanging.forEach(context -> context.cancellation().cancel());
        }
    }

    private static CompletableFuture<Void> inBackground(Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }
}
