package io.drift.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.CompareSystems;
import io.drift.core.ComparisonQuery;
import io.drift.core.error.AccessDeniedException;
import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.DriftException;
import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.core.source.Baseline;
import io.drift.core.source.InventorySystem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FakePortTest {

    private static final DriftException DOWN = new ServiceFailureException("inventory", "down");
    private static final DriftException GONE = ItemNotReturnedException.inWords("gone");

    private final InventorySystem web = Systems.system("web-1").build();
    private final InventorySystem db = Systems.system("db-1").build();
    private final FakeInventory inventory = new FakeInventory().with(web, db);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private List<InventorySystem> find(InventorySystem... systems) {
        return inventory.find(Stream.of(systems).map(InventorySystem::id).toList(), RequestContext.local());
    }

    @Nested
    class Failures {

        @Test
        void may_last_for_some_calls_one_after_the_other() {
            inventory.failNext(2, DOWN).failNext(1, GONE);

            assertThatThrownBy(() -> find(web)).isSameAs(DOWN);
            assertThatThrownBy(() -> find(web)).isSameAs(DOWN);
            assertThatThrownBy(() -> find(web)).isSameAs(GONE);
            assertThat(find(web)).containsExactly(web);
            assertThat(inventory.calls()).hasSize(4);
        }

        @Test
        void of_the_next_calls_come_before_those_that_last() {
            inventory.failWith(DOWN).failNext(1, GONE);

            assertThatThrownBy(() -> find(web)).isSameAs(GONE);
            assertThatThrownBy(() -> find(web)).isSameAs(DOWN);
            assertThatThrownBy(() -> find(web)).isSameAs(DOWN);
        }

        @Test
        void that_last_are_replaced_by_later_ones() {
            inventory.failWith(DOWN).failWith(GONE);

            assertThatThrownBy(() -> find(web)).isSameAs(GONE);
        }

        @Test
        void may_belong_to_an_id_in_any_case() {
            inventory.failOn(db.id().toUpperCase(Locale.ROOT), DOWN);

            assertThat(find(web)).containsExactly(web);
            assertThatThrownBy(() -> find(web, db)).isSameAs(DOWN);
            assertThat(inventory.recover().find(List.of(db.id()), RequestContext.local()))
                    .containsExactly(db);
        }

        @Test
        void need_a_call_to_fail() {
            assertThatIllegalArgumentException().isThrownBy(() -> inventory.failNext(0, DOWN));
        }

        @Test
        void may_be_denials_that_say_who_denies() {
            assertThatThrownBy(() -> new FakeBaselines().deny().find(List.of(), RequestContext.local()))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessage("the fake baseline catalog denies this");
            assertThatThrownBy(() -> new FakeAccessControl().deny().find(RequestContext.local()))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessage("the fake access control denies this");
        }
    }

    @Nested
    class Held_calls {

        @Test
        void wait_until_they_are_released() throws Exception {
            HeldCalls held = inventory.hold();
            Future<List<InventorySystem>> answer = threads.submit(() -> find(web));

            assertThat(held.awaitCall().ids()).containsExactly(web.id());
            assertThat(answer).isNotDone();
            held.release();

            assertThat(answer.get()).containsExactly(web);
            assertThat(find(db)).containsExactly(db);
        }

        @Test
        void fail_once_nobody_waits_for_them() {
            HeldCalls held = inventory.hold();
            RequestContext context = RequestContext.local();
            Future<?> answer = threads.submit(() -> inventory.find(List.of(web.id()), context));
            held.awaitCall();

            context.cancellation().cancel();

            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessage("nobody waits for the fake inventory any more");
        }

        @Test
        void fail_after_they_were_released_if_the_fake_was_told_to() {
            HeldCalls held = inventory.failWith(DOWN).hold();
            Future<?> answer = threads.submit(() -> find(web));
            held.awaitCall();
            held.release();

            assertThatThrownBy(answer::get).cause().isSameAs(DOWN);
        }

        @Test
        void go_on_when_the_fake_recovers() throws Exception {
            HeldCalls held = inventory.hold();
            Future<List<InventorySystem>> answer = threads.submit(() -> find(web));
            held.awaitCall();

            inventory.recover();

            assertThat(answer.get()).containsExactly(web);
        }

        @Test
        void go_on_when_the_fake_recovers_however_often_it_was_told_to_hold() throws Exception {
            HeldCalls first = inventory.hold();
            Future<List<InventorySystem>> answer = threads.submit(() -> find(web));
            first.awaitCall();
            inventory.hold();

            inventory.recover();

            assertThat(answer.get()).containsExactly(web);
        }

        @Test
        void end_when_their_thread_is_interrupted() {
            HeldCalls held = inventory.hold();
            Future<?> answer = threads.submit(() -> find(web));
            held.awaitCall();

            List<Runnable> notStarted = threads.shutdownNow();

            assertThat(notStarted).isEmpty();
            assertThatThrownBy(answer::get)
                    .cause()
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessage("interrupted while the fake inventory was holding the call");
        }

        @Test
        void show_what_a_comparison_does_when_the_inventory_is_slower_than_the_deadline() {
            Baseline baseline = Baselines.baseline("web").with("arch", "x86_64").build();
            Instant now = Instant.parse("2024-10-21T00:00:00Z");
            RequestContext context = new RequestContext(
                    Identities.user("tester").caller(), "r", now.minusSeconds(1), new Cancellation());
            CompareSystems compareSystems = CompareSystems.of(inventory)
                    .withBaselines(new FakeBaselines().with(baseline))
                    .withExecutor(threads)
                    .withClock(Clock.fixed(now, ZoneOffset.UTC));
            HeldCalls held = inventory.hold();

            assertThatThrownBy(() -> compareSystems.compare(
                            new ComparisonQuery(List.of(web.id()), List.of(baseline.id()), List.of(), null, false),
                            context))
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessage("no answer in time while looking for systems");

            assertThat(held.awaitCall().ids()).containsExactly(web.id());
            assertThat(context.cancellation().isCancelled()).isTrue();
        }
    }

    @Test
    void builders_do_without_build() {
        SystemBuilder spare = Systems.system("spare-1").with("arch", "x86_64");

        assertThat(inventory.with(spare).find(List.of(spare.build().id()), RequestContext.local()))
                .hasSize(1);
        assertThat(new FakeBaselines()
                        .with(Baselines.baseline("a"), Baselines.baseline("b"))
                        .calls())
                .isEmpty();
        assertThat(new FakeHistoricalProfiles()
                        .with(Systems.historicalProfileOf(spare))
                        .find(List.of(Systems.historicalProfileOf(spare).build().id()), RequestContext.local()))
                .hasSize(1);
    }

    static List<FakePort<?>> fakes() {
        return List.of(new FakeInventory(), new FakeBaselines(), new FakeHistoricalProfiles(), new FakeAccessControl());
    }

    @ParameterizedTest
    @MethodSource("fakes")
    void every_fake_can_be_told_the_same(FakePort<?> fake) {
        RequestContext context = RequestContext.local();
        fake.failNext(1, DOWN).recover().calls();
        context.cancellation().cancel();

        assertThatThrownBy(() -> fake.receive(List.of(), context)).isInstanceOf(DeadlineExceededException.class);
        assertThat(fake.calls()).containsExactly(new PortCall(List.of(), context));
    }
}
