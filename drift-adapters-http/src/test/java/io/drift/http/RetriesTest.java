package io.drift.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private static Retries retries(double random) {
        return new Retries(CLOCK, () -> random);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 50", "0, 0.5, 75", "0, 0.999, 100", "1, 0, 100", "1, 0.999, 200"})
    void wait_longer_each_time_and_never_all_the_same(int before, double random, long millis) {
        assertThat(retries(random).take(before, null, LONG)).contains(Duration.ofMillis(millis));
    }

    @Test
    void are_at_most_two() {
        assertThat(retries(0).take(2, null, LONG)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7000",
        "0, 50",
        "'Fri, 2 Jan 2026 03:04:15 GMT', 10000",
        "'Fri, 02 Jan 2026 03:04:00 GMT', 50",
        "soon, 50",
        "-3, 50",
        "99999999999999999999, 50"
    })
    void are_no_sooner_than_the_service_asks_for(String retryAfter, long millis) {
        assertThat(retries(0).take(0, retryAfter, LONG)).contains(Duration.ofMillis(millis));
    }

    @Test
    void are_not_made_when_the_answer_is_of_no_use_any_more_and_then_cost_nothing() {
        Retries retries = retries(0);
        for (int i = 0; i < 100; i++) {
            assertThat(retries.take(0, "30", Duration.ofSeconds(30))).isEmpty();
        }
        assertThat(retries.take(0, "29", Duration.ofSeconds(30))).isPresent();
    }

    @Test
    void are_ten_and_a_tenth_of_the_calls() {
        Retries retries = retries(0);
        assertThat(granted(retries)).isEqualTo(10);

        for (int i = 0; i < 55; i++) {
            retries.called();
        }
        assertThat(granted(retries)).isEqualTo(5);
    }

    @Test
    void are_not_saved_without_end() {
        Retries retries = retries(0);
        for (int i = 0; i < 100_000; i++) {
            retries.called();
        }
        assertThat(granted(retries)).isEqualTo(100);
    }

    private static int granted(Retries retries) {
        int granted = 0;
        Optional<Duration> next = retries.take(0, null, LONG);
        while (next.isPresent()) {
            granted++;
            next = retries.take(0, null, LONG);
        }
        return granted;
    }
}
