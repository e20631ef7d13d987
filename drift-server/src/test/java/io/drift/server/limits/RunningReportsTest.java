package io.drift.server.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.ComparisonQuery;
import io.drift.core.error.UnavailableException;
import io.drift.core.port.RequestContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunningReportsTest {

    private static final Duration NEVER_MIND = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(50);

    private final RequestContext context = RequestContext.local();

    private static List<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> String.format("00000000-0000-4000-8000-%012d", number))
                .toList();
    }

    private static ComparisonQuery systems(int count) {
        return ComparisonQuery.ofSystems(ids(count));
    }

    private static ComparisonQuery baselines(int count) {
        return new ComparisonQuery(List.of(), ids(count), List.of(), null, false);
    }

    private RunningReports.Permit admit(RunningReports reports, ComparisonQuery query) {
        return reports.admit(query, context, () -> {});
    }

    @Test
    void of_one_kind_hold_half_of_the_room() {
        RunningReports reports = new RunningReports(100, NEVER_MIND);
        admit(reports, systems(30));
        admit(reports, systems(20));
        assertThatThrownBy(() -> admit(reports, systems(1))).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> admit(reports, systems(1).withBaselines(ids(1))))
                .isInstanceOf(UnavailableException.class);
        admit(reports, baselines(50));
        assertThatThrownBy(() -> admit(reports, new ComparisonQuery(List.of(), List.of(), ids(1), null, false)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("ask again");
    }

    @Test
    void that_end_make_room() {
        RunningReports reports = new RunningReports(100, NEVER_MIND);
        RunningReports.Permit first = admit(reports, systems(50));
        first.close();
        first.close();
        admit(reports, systems(50));
        assertThatThrownBy(() -> admit(reports, systems(1))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void of_any_size_run_when_they_are_alone() {
        RunningReports reports = new RunningReports(100, NEVER_MIND);
        admit(reports, systems(1000)).close();
        admit(reports, systems(1000));
        assertThatThrownBy(() -> admit(reports, systems(1))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void are_not_many_however_small_they_are() {
        RunningReports reports = new RunningReports(1280, NEVER_MIND);
        IntStream.range(0, 64).forEach(any -> admit(reports, systems(1)));
        assertThatThrownBy(() -> admit(reports, systems(1))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void wait_until_there_is_room() throws Exception {
        RunningReports reports = new RunningReports(100, LONG);
        RunningReports.Permit first = admit(reports, systems(50));
        CompletableFuture<RunningReports.Permit> second =
                CompletableFuture.supplyAsync(() -> admit(reports, systems(50)));
        first.close();
        assertThat(second.get(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whose_client_leaves_do_not_wait() {
        RunningReports reports = new RunningReports(100, LONG);
        admit(reports, systems(50));
        context.cancellation().cancel();
        assertThatThrownBy(() -> admit(reports, systems(50))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void whose_client_does_not_read_are_ended_when_another_needs_the_room() {
        RunningReports reports = new RunningReports(100, LONG);
        AtomicReference<RunningReports.Permit> stalled = new AtomicReference<>();
        stalled.set(reports.admit(systems(50), context, () -> stalled.get().close()));
        stalled.get().sending();
        assertThat(admit(reports, systems(10))).isNotNull();
    }

    @Test
    void whose_client_reads_are_not_ended() {
        RunningReports reports = new RunningReports(100, Duration.ofSeconds(1));
        RunningReports.Permit reading = reports.admit(systems(50), context, () -> {
            throw new AssertionError("it was read");
        });
        reading.sending();
        reading.sent();
        assertThatThrownBy(() -> admit(reports, systems(10))).isInstanceOf(UnavailableException.class);
        reports.endSlowReaders();
    }
}
