package io.drift.server.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.access.Caller;
import io.drift.core.error.DeadlineExceededException;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.core.profile.Reading;
import io.drift.registry.Registry;
import io.drift.registry.baselines.BaselineName;
import io.drift.registry.contract.MemoryStores;
import io.drift.registry.store.IdentityKind;
import io.drift.registry.store.MachineIdentity;
import io.drift.registry.store.OrgId;
import io.drift.registry.store.ProfileContent;
import io.drift.registry.store.SystemLabels;
import io.drift.registry.systems.UploadOutcome;
import io.drift.registry.systems.UploadedSystem;
import io.drift.server.baselines.StoredBaselines;
import io.drift.server.systems.RecentDocuments;
import io.drift.server.systems.StoredHistory;
import io.drift.server.systems.StoredSystems;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports over own stores that nobody waits for end, before the next system is read. */
class StoredPortsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int SYSTEMS = 200;
    private static final RecentDocuments CONTENTS = RecentDocuments.within(1 << 30, () -> {}, () -> {});

    /** What happens each time somebody looks at it: what is asked before each step shows how many steps there were. */
    private static final class WatchedClock extends Clock {

        private int looks;
        private boolean counts;
        private Runnable atThird = () -> {};
        private Duration passes = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public synchronized Instant instant() {
            if (counts && ++looks == 3) {
                atThird.run();
            }
            return NOW.plus(passes.multipliedBy(looks));
        }

        synchronized void start() {
            counts = true;
        }
    }

    private final WatchedClock clock = new WatchedClock();
    private final Registry registry = Registry.over(new MemoryStores(), clock);
    private final Cancellation cancellation = new Cancellation();

    private RequestContext until(Instant deadline) {
        return new RequestContext(Caller.LOCAL, "test", deadline, cancellation);
    }

    private List<UUID> uploaded() {
        List<UploadedSystem> systems = IntStream.range(0, SYSTEMS)
                .mapToObj(number -> new UploadedSystem(
                        MachineIdentity.NONE.with(IdentityKind.FQDN, "web-" + number),
                        "web-" + number,
                        new SystemLabels(null, null, null),
                        null,
                        ProfileContent.of("{\"arch\":\"x86_64\"}".getBytes(UTF_8))))
                .toList();
        return registry.uploads().upload(OrgId.LOCAL, systems).stream()
                .map(UploadOutcome::id)
                .toList();
    }

    private static List<?> systems(StoredPortsTest test, RequestContext context) {
        List<String> ids = test.uploaded().stream().map(UUID::toString).toList();
        test.clock.start();
        return new StoredSystems(test.registry, OrgId.LOCAL, Reading.EXACT, CONTENTS).find(ids, context);
    }

    private static List<?> states(StoredPortsTest test, RequestContext context) {
        List<String> ids = test.registry.systems().find(OrgId.LOCAL, test.uploaded()).stream()
                .map(system -> system.current().id().toString())
                .toList();
        test.clock.start();
        return new StoredHistory(test.registry, OrgId.LOCAL, Reading.EXACT, CONTENTS).find(ids, context);
    }

    private static List<?> baselines(StoredPortsTest test, RequestContext context) {
        List<String> ids = IntStream.range(0, SYSTEMS)
                .mapToObj(number -> test.registry
                        .baselines()
                        .create(OrgId.LOCAL, BaselineName.parse("golden-" + number), List.of()))
                .map(baseline -> baseline.head().id().toString())
                .toList();
        test.clock.start();
        return new StoredBaselines(test.registry, OrgId.LOCAL).find(ids, context);
    }

    static Stream<Arguments> ports() {
        return Stream.<Named<BiFunction<StoredPortsTest, RequestContext, List<?>>>>of(
                        Named.of("systems", StoredPortsTest::systems),
                        Named.of("historical profiles", StoredPortsTest::states),
                        Named.of("baselines", StoredPortsTest::baselines))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("ports")
    void what_somebody_waits_for_is_read_to_its_end(BiFunction<StoredPortsTest, RequestContext, List<?>> port) {
        assertThat(port.apply(this, until(NOW.plusSeconds(1)))).hasSize(SYSTEMS);
        assertThat(clock.looks).as("before the first and before each").isEqualTo(1 + SYSTEMS);
    }

    @ParameterizedTest
    @MethodSource("ports")
    void nothing_more_is_read_when_the_client_is_gone(BiFunction<StoredPortsTest, RequestContext, List<?>> port) {
        clock.atThird = cancellation::cancel;

        assertThatThrownBy(() -> port.apply(this, until(NOW.plusSeconds(1))))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("nobody waits for the ");
        assertNothingMoreWasRead();
    }

    @ParameterizedTest
    @MethodSource("ports")
    void nothing_more_is_read_when_the_time_is_over(BiFunction<StoredPortsTest, RequestContext, List<?>> port) {
        clock.passes = Duration.ofSeconds(1);

        assertThatThrownBy(() -> port.apply(this, until(NOW.plusSeconds(3))))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("could not be read in time: ask for fewer at once");
        assertNothingMoreWasRead();
    }

    /** Each processor may be about to begin. */
    private void assertNothingMoreWasRead() {
        int parts = 4 * (ForkJoinPool.getCommonPoolParallelism() + 1);
        assertThat(clock.looks).isBetween(3, 3 + 2 * parts);
    }

    @Test
    void a_report_that_takes_too_long_is_answered_as_in_the_platform(@TempDir Path temporary) throws IOException {
        try (StandaloneDrift drift = new StandaloneDrift(temporary.resolve("data"), clock)) {
            String hosts = IntStream.range(0, SYSTEMS)
                    .mapToObj(number -> "{\"fqdn\":\"web-" + number + "\",\"system_profile\":{}}")
                    .collect(Collectors.joining(",", "[", "]"));
            drift.upload("application/json", hosts.getBytes(UTF_8));
            String report = drift.get("/api/inventory/v1/hosts").path("results").findValuesAsText("id").stream()
                    .map(id -> "system_ids%5B%5D=" + id)
                    .collect(Collectors.joining("&", "/api/drift/v1/comparison_report?", ""));
            assertThat(drift.send("GET", report).statusCode()).isEqualTo(200);

            clock.start();
            clock.passes = Duration.ofSeconds(20);
            HttpResponse<String> late = drift.send("GET", report);

            assertThat(late.statusCode()).as(late.body()).isEqualTo(504);
            assertThat(late.body()).contains("the systems could not be read in time: ask for fewer at once");
        }
    }
}
