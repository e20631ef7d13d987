package io.drift.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How slowly an upload may arrive. */
class PacedBodyTest {

    private static final int ALL = 2 << 20;

    private long now = -5;
    private Duration nextTakes = Duration.ZERO;

    private InputStream body() {
        InputStream arriving = new FilterInputStream(new ByteArrayInputStream(new byte[ALL])) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                now += nextTakes.toNanos();
                nextTakes = Duration.ZERO;
                return super.read(into, from, length);
            }
        };
        return new PacedBody(arriving, () -> now);
    }

    /** The next read waits. */
    private void pass(Duration time) {
        nextTakes = time;
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
    void time_in_which_nobody_waits_for_it_does_not_count() throws IOException {
        InputStream body = body();
        assertThat(body.read()).isZero();
        now += Duration.ofMinutes(20).toNanos();
        assertThat(body.read()).isZero();
    }

    @Test
    void one_that_comes_fast_may_end_at_any_time_before() throws IOException {
        InputStream body = body();
        assertThat(body.readNBytes(ALL)).hasSize(ALL);
        pass(Duration.ofMinutes(9));
        assertThat(body.read()).isNegative();
    }
}
