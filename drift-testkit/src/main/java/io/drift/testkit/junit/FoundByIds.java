package io.drift.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.ItemNotReturnedException;
import io.drift.core.port.Cancellation;
import io.drift.core.port.RequestContext;
import io.drift.core.source.FactSource;
import io.drift.testkit.Identities;
import io.drift.testkit.PlatformDocument;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every port must do that finds items by their ids. */
abstract class FoundByIds<D extends PlatformDocument, T extends FactSource> {

    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final int SEVERAL_BATCHES = 95;
    private static final int THREADS = 8;
    private static final int FINDS_A_THREAD = 10;

    /** The item of a number: each number has one of its own. */
    abstract D document(int number);

    /** What the core sees of a document. */
    abstract T domainOf(D document);

    /** A port that knows these items and no others. */
    abstract Finding<T> finding(List<D> known);

    /** A port of either kind. */
    @FunctionalInterface
    interface Finding<T> {
        List<T> find(List<String> ids, RequestContext context);
    }

    /**
     * The context of the calls. Override it for an adapter that needs another caller.
     *
     * @return a user without a deadline
     */
    protected RequestContext context() {
        return new RequestContext(Identities.user("tester").caller(), "contract", Instant.MAX, new Cancellation());
    }

    @Test
    void finds_an_item_with_its_name_and_all_its_facts() {
        D known = document(1);

        List<T> found = finding(List.of(known)).find(List.of(known.id()), context());

        assertThat(found).singleElement().satisfies(item -> assertIsSame(item, domainOf(known)));
    }

    @Test
    void finds_only_what_is_asked_for() {
        Finding<T> port = finding(documents(3));

        assertThat(port.find(List.of(document(2).id()), context()))
                .extracting(FactSource::id)
                .containsExactly(document(2).id());
    }

    @Test
    void finds_more_items_than_fit_into_one_call_each_once() {
        List<D> known = documents(SEVERAL_BATCHES);
        List<String> ids = idsOf(known);

        List<T> found = finding(known).find(ids, context());

        assertThat(found).extracting(FactSource::id).containsExactlyInAnyOrderElementsOf(ids);
        Map<String, T> foundById = found.stream().collect(Collectors.toMap(FactSource::id, Function.identity()));
        assertThat(known)
                .allSatisfy(document ->
                        assertIsSame(Objects.requireNonNull(foundById.get(document.id())), domainOf(document)));
    }

    @Test
    void takes_ids_in_another_case() {
        D known = document(1);
        String upper = known.id().toUpperCase(Locale.ROOT);

        List<T> found = finding(List.of(known)).find(List.of(upper), context());

        assertThat(found).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualToIgnoringCase(known.id());
            assertThat(item.facts().asMap()).isEqualTo(domainOf(known).facts().asMap());
        });
    }

    @Test
    void finds_the_same_twice() {
        D known = document(1);
        Finding<T> port = finding(List.of(known));

        port.find(List.of(known.id()), context());
        List<T> again = port.find(List.of(known.id()), context());

        assertThat(again).singleElement().satisfies(item -> assertIsSame(item, domainOf(known)));
    }

    @Test
    void finds_nothing_for_no_ids() {
        assertThat(finding(documents(2)).find(List.of(), context())).isEmpty();
    }

    @Test
    void leaves_out_what_it_does_not_know_or_names_it() {
        D known = document(1);
        Finding<T> port = finding(List.of(known));
        try {
            List<T> found = port.find(List.of(UNKNOWN, known.id()), context());
            assertThat(found).extracting(FactSource::id).containsExactly(known.id());
        } catch (ItemNotReturnedException named) {
            assertThat(named).hasMessageContaining(UNKNOWN);
            assertThat(named.getMessage()).doesNotContain(known.id());
        }
    }

    @Test
    void gives_up_what_nobody_waits_for_any_more() {
        D known = document(1);
        Finding<T> port = finding(List.of(known));
        RequestContext given = context();
        given.cancellation().cancel();

        assertThatThrownBy(() -> port.find(List.of(known.id()), given))
                .as("a find of a request that is cancelled")
                .isInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void answers_several_threads_at_the_same_time() throws Exception {
        List<D> known = documents(THREADS);
        Finding<T> port = finding(known);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<List<T>>>> finds = known.stream()
                    .<Callable<List<List<T>>>>map(one -> () -> {
                        start.await();
                        return findAgainAndAgain(port, one.id());
                    })
                    .toList();
            List<Future<List<List<T>>>> answers = threads.invokeAll(finds);
            for (int thread = 0; thread < THREADS; thread++) {
                T expected = domainOf(known.get(thread));
                assertThat(answers.get(thread).get())
                        .allSatisfy(found ->
                                assertThat(found).singleElement().satisfies(item -> assertIsSame(item, expected)));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<List<T>> findAgainAndAgain(Finding<T> port, String id) {
        return Stream.generate(() -> port.find(List.of(id), context()))
                .limit(FINDS_A_THREAD)
                .toList();
    }

    /** The items 1 to a number. */
    final List<D> documents(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::document).toList();
    }

    private static List<String> idsOf(List<? extends PlatformDocument> documents) {
        return documents.stream().map(PlatformDocument::id).toList();
    }

    private static void assertIsSame(FactSource found, FactSource expected) {
        assertThat(found.id()).isEqualTo(expected.id());
        assertThat(found.name()).isEqualTo(expected.name());
        assertThat(found.kind()).isEqualTo(expected.kind());
        assertThat(found.facts().asMap()).isEqualTo(expected.facts().asMap());
    }
}
