package io.drift.server.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.ComparisonQuery;
import io.drift.core.error.UnavailableException;
import io.drift.core.port.RequestContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunningReportsTest {

    /** Half of it is for one kind, of that 560 for large ones; the smallest report counts as 10. */
    private static final int COLUMNS = 1280;

    private static final Duration NEVER_MIND = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(50);

    private final AtomicInteger refusals = new AtomicInteger();
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

    private ReportPermit admit(RunningReports reports, ComparisonQuery query) {
        return reports.admit(query, context, () -> {});
    }

    private RunningReports room(Duration patience) {
        return new RunningReports(COLUMNS, SetLoad.idle().limit(64, 64), patience, patience);
    }

    private static ComparisonQuery profiles(int count) {
        return new ComparisonQuery(List.of(), List.of(), ids(count), null, false);
    }

    @Test
    void of_one_kind_hold_half_of_the_room() {
        RunningReports reports = room(NEVER_MIND);
        admit(reports, systems(500));
        admit(reports, systems(60));
        IntStream.range(0, 8).forEach(any -> admit(reports, systems(1)));
        assertThatThrownBy(() -> admit(reports, systems(1))).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> admit(reports, systems(1).withBaselines(ids(1))))
                .isInstanceOf(UnavailableException.class);
        admit(reports, baselines(560));
        assertThatThrownBy(() -> admit(reports, profiles(81)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("ask again");
    }

    @Test
    void leave_an_eighth_of_that_to_the_smallest() {
        RunningReports reports = room(NEVER_MIND);
        admit(reports, systems(560));
        assertThatThrownBy(() -> admit(reports, systems(11))).isInstanceOf(UnavailableException.class);
        admit(reports, systems(10));
    }

    @Test
    void that_end_make_room() {
        RunningReports reports = room(NEVER_MIND);
        ReportPermit first = admit(reports, systems(560));
        first.close();
        first.close();
        admit(reports, systems(560));
        assertThatThrownBy(() -> admit(reports, systems(20))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void of_any_size_run_when_they_are_alone() {
        RunningReports reports = room(NEVER_MIND);
        admit(reports, systems(1000)).close();
        admit(reports, systems(1000));
        assertThatThrownBy(() -> admit(reports, systems(20))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void are_not_many_however_small_they_are() {
        RunningReports reports = room(NEVER_MIND);
        IntStream.range(0, 64).forEach(any -> admit(reports, systems(1)));
        assertThatThrownBy(() -> admit(reports, systems(1))).isInstanceOf(UnavailableException.class);
    }

    /** The processors have no time for a third of the kind, but what waits for another service may need none. */
    @Test
    void of_one_kind_are_as_few_as_the_processors_are_good_for() {
        RunningReports reports = new RunningReports(COLUMNS, SetLoad.idle().limit(2, 64), NEVER_MIND, NEVER_MIND);
        admit(reports, systems(1));
        ReportPermit second = admit(reports, systems(1));
        assertThatThrownBy(() -> admit(reports, systems(1))).isInstanceOf(UnavailableException.class);
        admit(reports, baselines(1));
        second.close();
        admit(reports, systems(1));
    }

    @Test
    void that_are_small_are_not_held_up_by_large_ones() {
        RunningReports reports = new RunningReports(COLUMNS, SetLoad.idle().limit(1, 64), NEVER_MIND, NEVER_MIND);
        admit(reports, systems(100));
        assertThatThrownBy(() -> admit(reports, systems(100))).isInstanceOf(UnavailableException.class);
        admit(reports, systems(1));
        assertThatThrownBy(() -> admit(reports, systems(1))).isInstanceOf(UnavailableException.class);
    }

    /** Two large ones may run; in a crowd each of them counts as two. */
    @Test
    void that_are_large_are_fewer_once_one_of_their_kind_was_refused() {
        RunningReports reports = new RunningReports(COLUMNS, SetLoad.idle().limit(2, 64), NEVER_MIND, NEVER_MIND);
        ReportPermit first = admit(reports, systems(100));
        admit(reports, systems(100));
        admit(reports, systems(1));
        assertThatThrownBy(() -> admit(reports, systems(100))).isInstanceOf(UnavailableException.class);
        first.close();
        assertThatThrownBy(() -> admit(reports, systems(100))).isInstanceOf(UnavailableException.class);
        admit(reports, systems(1));
    }

    @Test
    void that_wait_for_their_reader_leave_the_processors_to_others() {
        RunningReports reports = new RunningReports(COLUMNS, SetLoad.idle().limit(1, 64), LONG, LONG);
        reports.admit(systems(1), context, () -> {}).sending();
        assertThat(admit(reports, systems(1))).isNotNull();
    }

    /** Those that run wait for a service: the processors are idle, so more are let in at the next look. */
    @Test
    void become_more_while_the_processors_are_idle() {
        RunningReports reports = new RunningReports(COLUMNS, SetLoad.idle().limit(1, 64), NEVER_MIND, NEVER_MIND);
        admit(reports, systems(1));
        assertThatThrownBy(() -> admit(reports, systems(1))).isInstanceOf(UnavailableException.class);
        reports.look();
        admit(reports, systems(1));
    }

    @Test
    void wait_until_there_is_room() throws Exception {
        RunningReports reports = room(LONG);
        ReportPermit first = admit(reports, systems(560));
        CompletableFuture<ReportPermit> second = CompletableFuture.supplyAsync(() -> admit(reports, systems(560)));
        first.close();
        assertThat(second.get(30, TimeUnit.SECONDS)).isNotNull();
    }

    /** Reports for which there is no room, each on a thread of its own. */
    private List<Thread> waiting(RunningReports reports, int count, ComparisonQuery query) {
        List<Thread> waiting = IntStream.range(0, count)
                .mapToObj(any -> new Thread(() -> {
                    try {
                        admit(reports, query).close();
                    } catch (UnavailableException refused) {
                        refusals.incrementAndGet();
                    }
                }))
                .toList();
        waiting.forEach(Thread::start);
        while (waiting.stream().anyMatch(thread -> thread.getState() != Thread.State.TIMED_WAITING)) {
            Thread.onSpinWait();
        }
        return waiting;
    }

    /** Sixteen of a kind wait; who would be the next is told before anybody asks who it is. */
    @Test
    void that_would_find_no_place_to_wait_are_refused_early() throws Exception {
        RunningReports reports = room(LONG);
        ReportPermit first = admit(reports, systems(560));
        Set<ReportKind> kinds = ReportKind.of(ids(1), List.of(), List.of());
        reports.refuseIfFull(560, kinds);
        List<Thread> waiting = waiting(reports, 16, systems(560));
        assertThatThrownBy(() -> reports.refuseIfFull(560, kinds)).isInstanceOf(UnavailableException.class);
        reports.refuseIfFull(2, kinds);
        first.close();
        for (Thread thread : waiting) {
            thread.join();
        }
        assertThat(refusals).hasValue(0);
    }

    /** While more come than go, nobody waits long; those of another kind are not meant. */
    @Test
    void do_not_wait_long_once_one_of_their_kind_was_refused() throws Exception {
        RunningReports reports = new RunningReports(COLUMNS, SetLoad.idle().limit(1, 64), LONG, NEVER_MIND);
        admit(reports, systems(1));
        ReportPermit other = admit(reports, baselines(1));
        List<Thread> waiting = waiting(reports, 16, systems(1));
        Thread stranger = waiting(reports, 1, baselines(1)).get(0);
        assertThatThrownBy(() -> admit(reports, systems(1))).isInstanceOf(UnavailableException.class);
        for (Thread thread : waiting) {
            thread.join();
        }
        assertThat(refusals).hasValue(16);
        other.close();
        stranger.join();
        assertThat(refusals).hasValue(16);
    }

    @Test
    void whose_client_leaves_do_not_wait() {
        RunningReports reports = room(LONG);
        admit(reports, systems(560));
        context.cancellation().cancel();
        assertThatThrownBy(() -> admit(reports, systems(560))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void whose_client_does_not_read_are_ended_when_another_needs_the_room() {
        RunningReports reports = room(LONG);
        AtomicReference<ReportPermit> stalled = new AtomicReference<>();
        stalled.set(reports.admit(systems(560), context, () -> stalled.get().close()));
        stalled.get().sending();
        assertThat(admit(reports, systems(20))).isNotNull();
    }

    @Test
    void whose_client_reads_are_not_ended() {
        RunningReports reports = room(Duration.ofSeconds(1));
        ReportPermit reading = reports.admit(systems(560), context, () -> {
            throw new AssertionError("it was read");
        });
        reading.sending();
        reading.sent();
        assertThatThrownBy(() -> admit(reports, systems(20))).isInstanceOf(UnavailableException.class);
        reports.look();
    }
}
