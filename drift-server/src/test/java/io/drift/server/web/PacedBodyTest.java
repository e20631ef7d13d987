package io.drift.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How slowly an upload may arrive. */
class PacedBodyTest {

    private static final int ALL = 2 << 20;

    private long now = -5;

    private InputStream body() {
        return PacedBody.of(new ByteArrayInputStream(new byte[ALL]), () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static void assertTooSlow(InputStream body) {
        assertThatThrownBy(() -> body.readNBytes(new byte[1024], 0, 1024))
                .isInstanceOfSatisfying(
                        Problem.class, slow -> assertThat(slow.status()).isEqualTo(408))
                .hasMessageStartingWith("nothing was kept: the body arrives too slowly");
        assertThatThrownBy(body::read).isInstanceOf(Problem.class);
    }

    @Test
    void one_that_does_not_begin_within_30_seconds_is_given_up_and_no_sooner() throws IOException {
        InputStream body = body();
        pass(Duration.ofSeconds(29));
        assertThat(body.read()).isZero();
        pass(Duration.ofSeconds(1));
        assertTooSlow(body);
    }

    @Test
    void one_that_comes_at_a_kibibyte_a_second_is_read_for_ten_minutes() throws IOException {
        InputStream body = body();
        for (int second = 1; second < 600; second++) {
            pass(Duration.ofSeconds(1));
            assertThat(body.readNBytes(1024)).hasSize(1024);
        }
        pass(Duration.ofSeconds(1));
        assertTooSlow(body);
    }

    @Test
    void one_that_comes_fast_may_end_at_any_time_before() throws IOException {
        InputStream body = body();
        assertThat(body.readNBytes(ALL)).hasSize(ALL);
        pass(Duration.ofMinutes(9));
        assertThat(body.read()).isNegative();
    }
}
