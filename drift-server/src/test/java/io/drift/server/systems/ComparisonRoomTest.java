package io.drift.server.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drift.core.error.DeadlineExceededException;
import io.drift.core.error.InvalidQueryException;
import io.drift.core.error.UnavailableException;
import io.drift.core.fact.MemoryShare;
import io.drift.core.port.Cancellation;
import org.junit.jupiter.api.Test;

/** What comparisons may take, and that all of it is given back. */
class ComparisonRoomTest {

    private final ComparisonRoom room = ComparisonRoom.within(400);
    private final Cancellation first = new Cancellation();
    private final Cancellation second = new Cancellation();

    @Test
    void whoever_reads_for_one_request_takes_from_one_share() {
        room.shareOf(first).take(60);
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> room.shareOf(first).take(60));
        room.shareOf(first).take(40);
    }

    @Test
    void what_was_refused_is_not_taken() {
        MemoryShare share = room.shareOf(first);
        assertThatExceptionOfType(InvalidQueryException.class).isThrownBy(() -> share.take(101));
        room.shareOf(second).take(60);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> share.take(41));
        assertThat(room.taken()).isEqualTo(60);
        share.take(40);
    }

    @Test
    void who_still_reads_for_a_request_that_has_ended_takes_nothing_and_gives_nothing_back_twice() {
        MemoryShare share = room.shareOf(first);
        share.take(60);
        first.cancel();
        assertThat(room.taken()).isZero();

        assertThatExceptionOfType(DeadlineExceededException.class).isThrownBy(() -> share.take(10));
        share.take(-60);
        assertThat(room.taken()).isZero();
        assertThatExceptionOfType(DeadlineExceededException.class)
                .isThrownBy(() -> room.shareOf(first).take(10));
    }

    @Test
    void a_request_that_has_ended_before_somebody_reads_for_it_takes_nothing() {
        first.cancel();
        MemoryShare share = room.shareOf(first);
        assertThatExceptionOfType(DeadlineExceededException.class).isThrownBy(() -> share.take(10));
        assertThat(room.taken()).isZero();
    }

    @Test
    void giving_back_never_fails_however_full_it_is() {
        MemoryShare share = room.shareOf(first);
        share.take(100);
        share.take(-1);
        assertThat(room.taken()).isEqualTo(99);
    }
}
