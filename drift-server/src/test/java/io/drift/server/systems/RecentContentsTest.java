package io.drift.server.systems;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.registry.store.ProfileContent;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is held of contents that were read, and how much at most. */
class RecentContentsTest {

    private static final int HEAP = 16 << 20;
    private static final int ROOM = HEAP / 16;

    private final AtomicInteger again = new AtomicInteger();
    private final AtomicInteger inflated = new AtomicInteger();
    private final RecentContents recent =
            RecentContents.within(HEAP, again::incrementAndGet, inflated::incrementAndGet);

    private static ProfileContent content(int number, int size) {
        byte[] bytes = new byte[size];
        new Random(number).nextBytes(bytes);
        return ProfileContent.of(bytes);
    }

    @Test
    void a_content_that_is_read_again_is_the_same_and_not_inflated_again() throws IOException {
        byte[] given = "{\"system_profile\":{\"arch\":\"x86_64\"}}".getBytes(UTF_8);
        ProfileContent kept = ProfileContent.of(given);

        assertThat(recent.read(kept)).isEqualTo(given);
        assertThat(recent.read(ProfileContent.kept(kept.digest(), kept.deflated())))
                .isEqualTo(given);
        assertThat(inflated).hasValue(1);
        assertThat(again).hasValue(1);
        assertThat(recent.held()).isBetween((long) given.length, given.length + 1000L);
    }

    @Test
    void it_never_holds_more_than_its_room_and_lets_go_of_what_was_not_read_for_the_longest_time() throws IOException {
        List<ProfileContent> contents =
                IntStream.range(0, 50).mapToObj(i -> content(i, ROOM / 20)).toList();
        for (ProfileContent one : contents) {
            recent.read(contents.get(0));
            recent.read(one);
            assertThat(recent.held()).isLessThanOrEqualTo(ROOM);
        }
        assertThat(recent.held()).isGreaterThan(ROOM * 9L / 10);
        int before = inflated.get();
        recent.read(contents.get(0));
        recent.read(contents.get(49));
        assertThat(inflated).hasValue(before);
        recent.read(contents.get(1));
        assertThat(inflated).hasValue(before + 1);
    }

    @Test
    void a_content_that_would_drive_out_many_others_is_read_and_not_held() throws IOException {
        ProfileContent large = content(1, ROOM / 15);
        assertThat(recent.read(large)).hasSize(ROOM / 15);
        assertThat(recent.held()).isZero();
        assertThat(recent.read(large)).hasSize(ROOM / 15);
        assertThat(inflated).hasValue(2);
    }

    @Test
    void it_holds_no_more_when_many_threads_read_the_same() {
        List<ProfileContent> contents =
                IntStream.range(0, 40).mapToObj(i -> content(i, ROOM / 20)).toList();
        IntStream.range(0, 2000).parallel().forEach(i -> {
            try {
                assertThat(recent.read(contents.get(i % 40))).hasSize(ROOM / 20);
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        });
        assertThat(recent.held()).isBetween(1L, (long) ROOM);
        assertThat(again.get() + inflated.get()).isEqualTo(2000);
    }

    @Test
    void a_content_that_is_damaged_is_an_error_each_time_and_nothing_of_it_is_held() {
        byte[] deflated = content(1, 1000).deflated();
        ProfileContent cut = ProfileContent.kept("digest", Arrays.copyOf(deflated, deflated.length / 2));
        ProfileContent odd = ProfileContent.kept("digest", new byte[100]);
        for (ProfileContent damaged : List.of(cut, odd, cut)) {
            assertThatThrownBy(() -> recent.read(damaged))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the content digest is");
        }
        assertThat(recent.held()).isZero();
    }
}
