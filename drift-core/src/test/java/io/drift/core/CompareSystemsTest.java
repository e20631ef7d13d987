package io.drift.core;

import static io.drift.core.Sources.baseline;
import static io.drift.core.Sources.facts;
import static io.drift.core.Sources.historicalProfile;
import static io.drift.core.Sources.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.drift.core.access.Caller;
import io.drift.core.comparison.BaselineSummary;
import io.drift.core.comparison.ComparisonReport;
import io.drift.core.comparison.FactRules;
import io.drift.core.comparison.HistoricalProfileSummary;
import io.drift.core.comparison.ReportEntry;
import io.drift.core.comparison.SystemSummary;
import io.drift.core.error.AccessDeniedException;
import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.DriftException;
import io.drift.core.error.InvalidIdentityException;
import io.drift.core.error.InvalidQueryException;
import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.error.ServiceFailureException;
import io.drift.core.port.BaselineCatalog;
import io.drift.core.port.Cancellation;
import io.drift.core.port.HistoricalProfiles;
import io.drift.core.port.RequestContext;
import io.drift.core.port.SystemInventory;
import io.drift.core.profile.InsightsClient;
import io.drift.core.profile.ProfileHeader;
import io.drift.core.profile.Reading;
import io.drift.core.profile.RecordedProfile;
import io.drift.core.source.FactSource;
import io.drift.core.source.HistoricalProfile;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareSystemsTest {

    private static final String S1 = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String S2 = "aaaaaaaa-0000-4000-8000-000000000002";
    private static final String B1 = "bbbbbbbb-0000-4000-8000-000000000001";
    private static final String H1 = "cccccccc-0000-4000-8000-000000000001";
    private static final Instant NOW = Instant.parse("2024-06-01T12:00:00Z");

    private static final SystemInventory INVENTORY = (ids, context) -> ids.stream()
            .map(id -> system(id, "system " + id, facts("arch", id)))
            .toList();
    private static final BaselineCatalog BASELINES = (ids, context) -> ids.stream()
            .map(id -> baseline(id, "baseline " + id, facts("arch", id)))
            .toList();
    private static final HistoricalProfiles PROFILES = (ids, context) -> ids.stream()
            .map(id -> historicalProfile(id, "profile " + id, null, facts("arch", id)))
            .toList();

    private static final ComparisonQuery ALL_KINDS =
            new ComparisonQuery(List.of(S1, S2), List.of(B1), List.of(H1), null, false);

    private final RequestContext context = RequestContext.local();

    /** Everything on the calling thread, at a fixed time. */
    private static CompareSystems over(
            SystemInventory inventory, BaselineCatalog baselines, HistoricalProfiles profiles) {
        return CompareSystems.of(inventory)
                .withBaselines(baselines)
                .withHistoricalProfiles(profiles)
                .withExecutor(Runnable::run)
                .withClock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static ComparisonQuery systems(String... ids) {
        return new ComparisonQuery(List.of(ids), List.of(), List.of(), null, false);
    }

    @Nested
    class A_comparison {

        @Test
        void finds_all_kinds_and_compares_them() {
            ComparisonReport report = CompareSystems.of(INVENTORY)
                    .withBaselines(BASELINES)
                    .withHistoricalProfiles(PROFILES)
                    .compare(ALL_KINDS, context);

            assertThat(report.systems()).extracting(SystemSummary::id).containsExactly(S1, S2);
            assertThat(report.baselines()).extracting(BaselineSummary::id).containsExactly(B1);
            assertThat(report.historicalProfiles())
                    .extracting(HistoricalProfileSummary::id)
                    .containsExactly(H1);
            assertThat(report.facts()).extracting(ReportEntry::name).containsExactly("arch");
        }

        @Test
        void asks_each_port_for_its_ids_as_given_and_the_others_not_at_all() {
            List<Object> asked = new ArrayList<>();
            SystemInventory inventory = (ids, given) -> {
                asked.add(ids);
                asked.add(given);
                return INVENTORY.find(ids, given);
            };
            BaselineCatalog never = (ids, given) -> {
                throw new AssertionError("asked for baselines");
            };
            HistoricalProfiles noProfiles = (ids, given) -> {
                throw new AssertionError("asked for historical profiles");
            };
            String upper = S2.toUpperCase(Locale.ROOT);

            over(inventory, never, noProfiles).compare(systems(upper, S1), context);

            assertThat(asked).containsExactly(List.of(upper, S1), context);
        }

        @Test
        void goes_by_reference_mode_and_rules() {
            CompareSystems compare =
                    over(INVENTORY, (ids, any) -> List.of(baseline(B1, "b", facts("arch", "x"))), PROFILES);
            ComparisonQuery query = new ComparisonQuery(List.of(S1), List.of(B1), List.of(), S1, true);

            ComparisonReport report = compare.compare(query, context);
            assertThat(report.isWorthNotifying()).isTrue();
            assertThat(report.facts())
                    .hasToString("[arch DIFFERENT [b=x DIFFERENT, system " + S1 + "=" + S1 + " SAME]]");
            assertThat(compare.withRules(FactRules.archived().withHidden(any -> true))
                            .compare(query, context)
                            .facts())
                    .isEmpty();
        }

        @Test
        void sees_by_its_clock_what_is_stale() {
            HostRecord host = new HostRecord(S1, null, null, null, "2024-06-01T12:00:00Z");
            CompareSystems compare = over(
                    (ids, any) -> List.of(InventorySystem.of(host, Sources.profile(facts(), null), facts())),
                    BASELINES,
                    PROFILES);

            assertThat(compare.compare(systems(S1), context).systems().get(0).stale())
                    .isFalse();
            assertThat(compare.withClock(Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC))
                            .compare(systems(S1), context)
                            .systems()
                            .get(0)
                            .stale())
                    .isTrue();
        }

        @Test
        void puts_systems_before_profiles_before_baselines_where_names_are_equal() {
            ComparisonReport report = over(
                            (ids, any) -> List.of(system(S2, "n", facts()), system(S1, "n", facts())),
                            BASELINES,
                            (ids, any) -> List.of(historicalProfile(H1, "n", null, facts())))
                    .compare(ALL_KINDS, context);

            assertThat(report.columns()).extracting(FactSource::id).containsExactly(B1, S2, S1, H1);
        }
    }

    @Nested
    class The_finds {

        @Test
        void run_at_the_same_time() throws InterruptedException {
            CyclicBarrier allThree = new CyclicBarrier(3);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                CompareSystems compare = CompareSystems.of((ids, any) -> meeting(allThree, INVENTORY.find(ids, any)))
                        .withBaselines((ids, any) -> meeting(allThree, BASELINES.find(ids, any)))
                        .withHistoricalProfiles((ids, any) -> meeting(allThree, PROFILES.find(ids, any)))
                        .withExecutor(threads);

                assertThat(compare.compare(ALL_KINDS, context).columns()).hasSize(4);
            } finally {
                threads.shutdownNow();
                assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            }
        }

        private static <T> T meeting(CyclicBarrier barrier, T found) {
            try {
                barrier.await(10, TimeUnit.SECONDS);
                return found;
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new IllegalStateException("nobody else came", alone);
            }
        }

        @Test
        void are_not_waited_for_beyond_the_deadline() {
            RequestContext late = new RequestContext(Caller.LOCAL, "r", NOW.minusSeconds(5), new Cancellation());
            CompareSystems compare = over(INVENTORY, BASELINES, PROFILES).withExecutor(neverRun -> {});

            assertThatExceptionOfType(DeadlineExceededException.class)
                    .isThrownBy(() -> compare.compare(
                            new ComparisonQuery(List.of(S1), List.of(B1), List.of(), null, false), late))
                    .withMessage("no answer in time while looking for systems")
                    .satisfies(failure -> assertThat(failure.service()).isEqualTo("systems"));
            assertThat(late.cancellation().isCancelled()).isTrue();
        }

        @Test
        void that_ended_count_even_if_the_deadline_has_passed() {
            RequestContext late = new RequestContext(Caller.LOCAL, "r", NOW.minusSeconds(5), new Cancellation());

            assertThat(over(INVENTORY, BASELINES, PROFILES)
                            .compare(ALL_KINDS, late)
                            .columns())
                    .hasSize(4);
            assertThat(late.cancellation().isCancelled()).isFalse();
        }

        @Test
        void are_waited_for_until_the_deadline() throws InterruptedException {
            RequestContext soon = new RequestContext(Caller.LOCAL, "r", NOW.plusMillis(20_900), new Cancellation());
            CountDownLatch lastFindRuns = new CountDownLatch(1);
            ExecutorService threads = Executors.newSingleThreadExecutor();
            try {
                CompareSystems compare = over(
                                (ids, any) -> {
                                    awaited(lastFindRuns);
                                    return INVENTORY.find(ids, any);
                                },
                                (ids, any) -> {
                                    lastFindRuns.countDown();
                                    return BASELINES.find(ids, any);
                                },
                                PROFILES)
                        .withExecutor(threads);

                assertThat(compare.compare(new ComparisonQuery(List.of(S1), List.of(B1), List.of(), null, false), soon)
                                .columns())
                        .hasSize(2);
            } finally {
                threads.shutdownNow();
                assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            }
        }

        private static void awaited(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    @Nested
    class What_comes_back {

        @Test
        void must_be_all_that_was_asked_for() {
            assertThatExceptionOfType(ItemNotReturnedException.class)
                    .isThrownBy(() -> over((ids, any) -> INVENTORY.find(ids.subList(1, 2), any), BASELINES, PROFILES)
                            .compare(systems(S2, S1, H1), context))
                    .withMessage("ids [" + S2 + ", " + H1 + "] not available to display")
                    .satisfies(failure -> assertThat(failure.ids()).containsExactly(S2, H1));
        }

        @Test
        void may_be_in_another_order_and_case() {
            String upper = S1.toUpperCase(Locale.ROOT);
            CompareSystems compare = over(
                    (ids, any) -> List.of(system(S2, "b", facts("arch", "x")), system(upper, "a", facts("arch", "y"))),
                    BASELINES,
                    PROFILES);
            ComparisonReport report =
                    compare.compare(new ComparisonQuery(List.of(S1, S2), List.of(), List.of(), S1, false), context);

            assertThat(report.systems()).extracting(SystemSummary::id).containsExactly(upper, S2);
            assertThat(report.facts()).hasToString("[arch DIFFERENT [a=y SAME, b=x DIFFERENT]]");
        }

        @Test
        void is_ignored_if_nobody_asked_for_it_or_it_comes_twice() {
            CompareSystems compare = over(
                    (ids, any) -> List.of(
                            system(S2, "unasked", facts()), system(S1, "first", facts()), system(S1, "again", facts())),
                    BASELINES,
                    PROFILES);

            assertThat(compare.compare(systems(S1), context).systems())
                    .extracting(SystemSummary::displayName)
                    .containsExactly("first");
        }
    }

    @Nested
    class A_partial_comparison {

        private final ComparisonQuery both = systems(S1, S2).withPartial(true);

        @Test
        void goes_on_without_what_does_not_come_back() {
            ComparisonReport report = over((ids, any) -> INVENTORY.find(List.of(S2), any), BASELINES, PROFILES)
                    .compare(both.withBaselines(List.of(B1)), context);

            assertThat(report.columns()).extracting(FactSource::id).containsExactly(B1, S2);
            assertThat(report.notFound()).containsExactly(S1);
            assertThat(report.isComplete()).isFalse();
            assertThat(report.onlyDifferences().notFound()).containsExactly(S1);
        }

        /** As the platform's services do: they refuse all ids for one that is not there. */
        @Test
        void asks_again_without_what_a_port_says_is_not_there() {
            List<List<String>> asked = new ArrayList<>();
            CompareSystems compare = over(
                    (ids, any) -> {
                        asked.add(ids);
                        if (ids.contains(S2)) {
                            throw ItemNotReturnedException.ofIds(List.of(S2.toUpperCase(Locale.ROOT)));
                        }
                        return INVENTORY.find(ids, any);
                    },
                    BASELINES,
                    PROFILES);

            assertThat(compare.compare(both, context).notFound()).containsExactly(S2);
            assertThat(asked).containsExactly(List.of(S1, S2), List.of(S1));
        }

        @Test
        void is_refused_if_nothing_is_there() {
            assertThatExceptionOfType(ItemNotReturnedException.class)
                    .isThrownBy(() ->
                            over((ids, any) -> List.of(), BASELINES, PROFILES).compare(both, context))
                    .satisfies(failure -> assertThat(failure.ids()).containsExactly(S1, S2));
        }

        @Test
        void is_refused_if_a_port_does_not_say_what_is_not_there() {
            CompareSystems compare = over(
                    (ids, any) -> {
                        throw ItemNotReturnedException.inWords("not there");
                    },
                    BASELINES,
                    PROFILES);
            assertThatExceptionOfType(ItemNotReturnedException.class)
                    .isThrownBy(() -> compare.compare(both, context))
                    .withMessage("not there");
        }

        @Test
        void fails_where_a_port_fails() {
            CompareSystems compare = over(
                    (ids, any) -> {
                        throw new AccessDeniedException("no");
                    },
                    BASELINES,
                    PROFILES);
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> compare.compare(both, context));
        }

        @Test
        void with_everything_there_is_whole() {
            ComparisonReport report = over(INVENTORY, BASELINES, PROFILES).compare(both, context);
            assertThat(report.notFound()).isEmpty();
        }
    }

    @Nested
    class Operating_systems {

        private final List<String> leftOut = new ArrayList<>();

        private CompareSystems excluding(String one, String two) {
            return over(
                            (ids, any) -> List.of(system(S1, one), system(S2, two)),
                            BASELINES,
                            (ids, any) -> List.of(new HistoricalProfile(H1, "h", S1, null, profile("CentOS"))))
                    .withExcludedOperatingSystems(
                            Set.of("CentOS", "CentOS Linux"), (system, given) -> leftOut.add(system.id()));
        }

        private InventorySystem system(String id, String operatingSystem) {
            return InventorySystem.of(new HostRecord(id, id, null, null, null), profile(operatingSystem), facts());
        }

        private RecordedProfile profile(String operatingSystem) {
            return new RecordedProfile(
                    Reading.ARCHIVED,
                    facts(),
                    new ProfileHeader(true, null, operatingSystem, new InsightsClient(false, false)),
                    List.of());
        }

        @Test
        void can_be_left_out_but_never_with_historical_profiles() {
            ComparisonReport report = excluding("CentOS Linux", "RHEL").compare(ALL_KINDS, context);

            assertThat(report.systems()).extracting(SystemSummary::id).containsExactly(S2);
            assertThat(report.historicalProfiles()).hasSize(1);
            assertThat(leftOut).containsExactly(S1);
        }

        @Test
        void are_told_apart_exactly_and_may_be_unknown() {
            assertThat(excluding("centos", null).compare(ALL_KINDS, context).systems())
                    .hasSize(2);
            assertThat(leftOut).isEmpty();
        }

        @Test
        void are_looked_at_after_the_check_that_all_came_back() {
            assertThatExceptionOfType(ItemNotReturnedException.class)
                    .isThrownBy(() -> excluding("CentOS", "RHEL").compare(systems(S1, S2, B1), context));
            assertThat(leftOut).isEmpty();
        }

        @Test
        void leave_no_cell_like_a_reference_that_is_left_out() {
            CompareSystems compare = over(
                            (ids, any) -> List.of(system(S1, "CentOS")),
                            (ids, any) -> List.of(baseline(B1, "b", facts("arch", "x"))),
                            (ids, any) -> List.of(historicalProfile(H1, "h", null, facts("arch", "y"))))
                    .withExcludedOperatingSystems(Set.of("CentOS"), (system, given) -> {});

            assertThat(compare.compare(new ComparisonQuery(List.of(S1), List.of(B1), List.of(H1), S1, false), context)
                            .facts())
                    .hasToString("[arch DIFFERENT [b=x DIFFERENT, h=y DIFFERENT]]");
        }
    }

    @Nested
    class Failures {

        private DriftException failure(String kind, String message) {
            return switch (kind) {
                case "invalid" -> new InvalidQueryException(message);
                case "nobody" -> new InvalidIdentityException(message);
                case "denied" -> new AccessDeniedException(message);
                case "failed" -> new ServiceFailureException("service", message);
                case "late" -> new DeadlineExceededException("service", message);
                default -> ItemNotReturnedException.inWords(message);
            };
        }

        private Throwable raised(String systems, String profiles, String baselines) {
            CompareSystems compare = over(
                    (ids, any) -> {
                        throw failure(systems, "s");
                    },
                    (ids, any) -> {
                        throw failure(baselines, "b");
                    },
                    (ids, any) -> {
                        throw failure(profiles, "h");
                    });
            return catchThrowable(() -> compare.compare(ALL_KINDS, context));
        }

        @ParameterizedTest
        @CsvSource({
            "denied, failed, missing, AccessDeniedException, s",
            "missing, denied, denied, AccessDeniedException, 'h, b'",
            "denied, denied, denied, AccessDeniedException, 's, h, b'",
            "missing, missing, failed, ServiceFailureException, 's, h, b'",
            "failed, failed, failed, ServiceFailureException, 's, h, b'",
            "missing, failed, late, ServiceFailureException, 's, h, b'",
            "missing, late, missing, DeadlineExceededException, 's, h, b'",
            "missing, missing, missing, ItemNotReturnedException, 's, h, b'",
            "denied, nobody, late, InvalidIdentityException, 's, h, b'",
            "late, invalid, nobody, InvalidQueryException, 's, h, b'"
        })
        void are_ranked_and_their_messages_joined(
                String systems, String profiles, String baselines, String type, String message) {
            Throwable raised = raised(systems, profiles, baselines);

            assertThat(raised.getClass().getSimpleName()).isEqualTo(type);
            assertThat(raised).hasMessage(message);
            assertThat(raised.getSuppressed()).extracting(Throwable::getMessage).containsExactly("s", "h", "b");
        }

        @Test
        void come_as_they_are_if_there_is_only_one() {
            AccessDeniedException denied = new AccessDeniedException("no");

            assertThatThrownBy(() -> over(
                                    INVENTORY,
                                    (ids, any) -> {
                                        throw denied;
                                    },
                                    PROFILES)
                            .compare(ALL_KINDS, context))
                    .isSameAs(denied)
                    .hasNoSuppressedExceptions();
        }

        @Test
        void of_items_that_were_not_returned_are_all_named() {
            assertThatThrownBy(() -> over((ids, any) -> List.of(), BASELINES, (ids, any) -> List.of())
                            .compare(ALL_KINDS, context))
                    .isInstanceOf(ItemNotReturnedException.class)
                    .hasMessage("ids [%s, %s] not available to display, ids [%s] not available to display", S1, S2, H1);
        }

        @Test
        void that_nobody_foresaw_come_through_and_cancel_the_rest() {
            IllegalStateException bug = new IllegalStateException("bug");
            SystemInventory failing = (ids, any) -> {
                throw bug;
            };
            RequestContext first = RequestContext.local();
            RequestContext last = RequestContext.local();

            assertThatThrownBy(() -> over(failing, BASELINES, PROFILES).compare(ALL_KINDS, first))
                    .isSameAs(bug);
            assertThatThrownBy(() -> over(failing, BASELINES, PROFILES).compare(systems(S1), last))
                    .isSameAs(bug);
            assertThat(first.cancellation().isCancelled()).isTrue();
            assertThat(last.cancellation().isCancelled()).isTrue();
        }

        @Test
        void of_the_machine_come_through_too() {
            StackOverflowError error = new StackOverflowError();

            assertThatThrownBy(() -> over(
                                    (ids, any) -> {
                                        throw error;
                                    },
                                    BASELINES,
                                    PROFILES)
                            .compare(ALL_KINDS, context))
                    .isSameAs(error);
        }
    }
}
