package io.drift.server.systems;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drift.core.comparison.Comparison;
import io.drift.core.error.InvalidQueryException;
import io.drift.core.error.UnavailableException;
import io.drift.core.fact.FactName;
import io.drift.core.port.Cancellation;
import io.drift.core.profile.Reading;
import io.drift.core.source.HostRecord;
import io.drift.core.source.InventorySystem;
import io.drift.json.HostDocument;
import io.drift.json.ReportJson;
import io.drift.registry.store.ProfileContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is held of documents that were read, and how much at most. */
class RecentDocumentsTest {

    private static final int HEAP = 16 << 20;
    private static final int ROOM = HEAP / 16;
    private static final String DATE = "2026-03-01T12:00:00+00:00";

    private final AtomicInteger again = new AtomicInteger();
    private final AtomicInteger inflated = new AtomicInteger();
    private final RecentDocuments recent =
            RecentDocuments.within(HEAP, again::incrementAndGet, inflated::incrementAndGet);

    private final Cancellation request = new Cancellation();

    private static ObjectNode members(int number) {
        return SystemDocument.JSON.createObjectNode().put("id", "id-" + number);
    }

    /** A profile that has facts of its own, about so many bytes of them. */
    private static ProfileContent content(int number, int size) {
        StringBuilder profile = new StringBuilder("{\"system_profile\":{\"number_of_cpus\":" + number);
        Random random = new Random(number);
        while (profile.length() < size) {
            profile.append(",\"k").append(random.nextLong()).append("\":\"v").append(random.nextLong());
            profile.append("\"");
        }
        return ProfileContent.of(profile.append("}}").toString().getBytes(UTF_8));
    }

    /** Reads for one comparison what those numbers stand for. */
    private List<HostDocument> read(int size, int... numbers) throws IOException {
        Cancellation ended = new Cancellation();
        try {
            return read(ended, size, numbers);
        } finally {
            ended.cancel();
        }
    }

    private List<HostDocument> read(Cancellation by, int size, int... numbers) throws IOException {
        RecentDocuments.OfOneFind documents = recent.forFind(Reading.EXACT, by);
        List<HostDocument> read = new ArrayList<>();
        for (int number : numbers) {
            read.add(documents.read(members(number), DATE, content(number, size)));
        }
        documents.hold();
        return read;
    }

    @Test
    void what_is_asked_for_again_is_neither_inflated_nor_read_again() throws IOException {
        HostDocument first = read(100, 1).get(0);
        assertThat(read(100, 1).get(0)).isSameAs(first);
        assertThat(inflated).hasValue(1);
        assertThat(again).hasValue(1);
        assertThat(recent.held()).isBetween(500L, 5000L);
    }

    @Test
    void whatever_else_it_is_read_from_makes_another_document() throws IOException {
        ProfileContent content = content(1, 100);
        read(100, 1);
        RecentDocuments.OfOneFind exact = recent.forFind(Reading.EXACT, request);
        exact.read(members(1).put("display_name", "web-1"), DATE, content);
        exact.read(members(1), "2026-03-02T12:00:00+00:00", content);
        exact.read(members(1), null, content);
        recent.forFind(Reading.ARCHIVED, request).read(members(1), DATE, content);
        assertThat(again).hasValue(0);
        assertThat(inflated).hasValue(5);
    }

    @Test
    void nothing_is_held_of_a_comparison_that_has_not_read_all() throws IOException {
        recent.forFind(Reading.EXACT, request).read(members(1), DATE, content(1, 100));
        assertThat(recent.held()).isZero();
        read(100, 1);
        assertThat(inflated).hasValue(2);
    }

    @Test
    void it_never_holds_more_than_its_room_and_lets_go_of_what_was_not_asked_for_for_the_longest_time()
            throws IOException {
        for (int number = 1; number < 100; number++) {
            read(2000, 0);
            read(2000, number);
            assertThat(recent.held()).isLessThanOrEqualTo(ROOM);
        }
        assertThat(recent.held()).isGreaterThan(ROOM * 9L / 10);
        int before = inflated.get();
        read(2000, 0, 99);
        assertThat(inflated).hasValue(before);
        read(2000, 1);
        assertThat(inflated).hasValue(before + 1);
    }

    @Test
    void what_would_drive_out_too_much_else_is_read_and_not_held() throws IOException {
        for (int time = 1; time <= 2; time++) {
            assertThat(read(100_000, 1)).hasSize(1);
            assertThat(recent.held()).isZero();
            assertThat(inflated).hasValue(time);
        }
    }

    @Test
    void a_content_that_is_damaged_is_an_error_each_time_and_nothing_of_it_is_held() {
        byte[] deflated = content(1, 1000).deflated();
        ProfileContent cut = ProfileContent.kept("digest", Arrays.copyOf(deflated, deflated.length / 2));
        ProfileContent odd = ProfileContent.kept("digest", new byte[100]);
        RecentDocuments.OfOneFind documents = recent.forFind(Reading.EXACT, request);
        for (ProfileContent damaged : List.of(cut, odd, cut)) {
            assertThatThrownBy(() -> documents.read(members(1), DATE, damaged))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the content digest is");
        }
        documents.hold();
        assertThat(recent.held()).isZero();
    }

    @Test
    void a_comparison_that_takes_a_quarter_of_the_heap_is_refused_and_others_are_not() throws IOException {
        assertThatThrownBy(() -> read(100_000, IntStream.range(0, 20).toArray()))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("more than the 4 MiB")
                .hasMessageContaining("ask for fewer systems");
        assertThat(recent.held()).isZero();
        assertThat(read(100_000, 1, 2)).hasSize(2);
    }

    @Test
    void comparisons_that_have_not_ended_share_that_quarter() throws IOException {
        Cancellation first = new Cancellation();
        read(first, 100_000, IntStream.range(0, 3).toArray());
        int[] others = IntStream.range(10, 13).toArray();
        assertThatThrownBy(() -> read(100_000, others))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("ask again in a few seconds");
        first.cancel();
        assertThat(read(100_000, others)).hasSize(3);
    }

    private byte[] report(int... numbers) {
        try {
            List<InventorySystem> systems = new ArrayList<>();
            for (HostDocument document : read(500, numbers)) {
                int cpus = Integer.parseInt(document.profile()
                        .facts()
                        .value(FactName.of("number_of_cpus"))
                        .texts()
                        .get(0));
                systems.add(InventorySystem.of(HostRecord.of("web-" + cpus), document.profile(), document.tags()));
            }
            ByteArrayOutputStream report = new ByteArrayOutputStream();
            new ReportJson().write(Comparison.of(systems).report(), report);
            return report.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void reports_are_the_same_whoever_read_what_is_compared_and_while_others_compare_it() {
        byte[] fresh = report(1, 2, 3, 4, 5);
        RecentDocumentsTest other = new RecentDocumentsTest();
        other.report(4, 2);
        other.report(9, 3);
        other.report(5);
        IntStream.range(0, 300).parallel().forEach(time -> {
            other.report(time % 7, 1 + time % 5, 100 + time);
            assertThat(other.report(1, 2, 3, 4, 5)).isEqualTo(fresh);
        });
        assertThat(other.again.get()).isGreaterThan(other.inflated.get());
        assertThat(other.recent.held()).isBetween(1L, (long) ROOM);
    }
}
