package io.drift.http;

import static io.drift.http.Breaker.Ending.ANSWERED;
import static io.drift.http.Breaker.Ending.FAILED;
import static io.drift.http.Breaker.Ending.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.drift.http.CallObserver.BreakerState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final List<BreakerState> changes = new ArrayList<>();
    private final Breaker breaker = new Breaker(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            changes::add);

    private void calls(int count, Breaker.Ending ending) {
        for (int i = 0; i < count; i++) {
            int begun = breaker.begin();
            assertThat(begun).isNotNegative();
            breaker.end(begun, ending);
        }
    }

    private void open() {
        calls(20, FAILED);
        assertThat(changes).endsWith(BreakerState.OPEN);
    }

    @Test
    void opens_when_half_of_the_last_twenty_calls_failed() {
        calls(10, FAILED);
        calls(9, ANSWERED);
        assertThat(changes).isEmpty();

        calls(1, ANSWERED);

        assertThat(changes).containsExactly(BreakerState.OPEN);
        assertThat(breaker.begin()).isNegative();
    }

    @Test
    void forgets_what_is_longer_ago() {
        calls(9, FAILED);
        calls(11, ANSWERED);
        calls(5, FAILED);
        calls(20, ANSWERED);
        calls(9, FAILED);
        calls(30, NOTHING);

        assertThat(changes).isEmpty();
    }

    @Test
    void stays_open_for_five_seconds_and_tells_how_long_still() {
        open();
        assertThat(breaker.closedFor()).isEqualTo(Duration.ofSeconds(5));

        now = now.plusMillis(4_900);

        assertThat(breaker.closedFor()).isEqualTo(Duration.ofMillis(100));
        assertThat(breaker.begin()).isNegative();
    }

    @Test
    void closes_after_three_trials_of_which_most_are_answered() {
        open();
        now = now.plusSeconds(5);
        assertThat(breaker.closedFor()).isNull();

        int first = breaker.begin();
        int second = breaker.begin();
        int third = breaker.begin();
        assertThat(breaker.begin()).isNegative();
        assertThat(breaker.closedFor()).isPositive();
        breaker.end(first, FAILED);
        breaker.end(second, ANSWERED);
        breaker.end(third, ANSWERED);

        assertThat(changes).containsExactly(BreakerState.OPEN, BreakerState.TRYING, BreakerState.CLOSED);
        calls(19, FAILED);
        assertThat(breaker.closedFor()).isNull();
    }

    @Test
    void opens_again_after_trials_that_fail() {
        open();
        now = now.plusSeconds(5);
        calls(1, ANSWERED);
        calls(2, FAILED);

        assertThat(changes).containsExactly(BreakerState.OPEN, BreakerState.TRYING, BreakerState.OPEN);
        assertThat(breaker.closedFor()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void gives_the_place_of_a_trial_that_tells_nothing_to_another() {
        open();
        now = now.plusSeconds(5);
        calls(10, NOTHING);
        calls(3, ANSWERED);

        assertThat(changes).endsWith(BreakerState.CLOSED);
    }

    @Test
    void does_not_count_what_began_before_it_changed() {
        int early = breaker.begin();
        open();
        now = now.plusSeconds(5);
        calls(2, ANSWERED);

        breaker.end(early, FAILED);
        assertThat(changes).endsWith(BreakerState.TRYING);
        calls(1, ANSWERED);

        assertThat(changes).endsWith(BreakerState.CLOSED);
    }
}
