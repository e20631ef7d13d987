package io.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now;
    private int asked;

    private Progress progress(boolean isTerminal) {
        return new Progress(
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> {
                    asked++;
                    return isTerminal;
                },
                () -> now,
                "reading",
                4);
    }

    private void step(Progress progress, long millis) {
        now += Duration.ofMillis(millis).toNanos();
        progress.step();
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8).replace("\r\u001b[K", "|");
    }

    @Test
    void says_nothing_of_what_is_done_soon() {
        Progress progress = progress(true);
        step(progress, 900);
        progress.end();
        assertThat(said()).isEmpty();
        assertThat(asked).isZero();
    }

    @Test
    void tells_how_far_long_work_is() {
        Progress progress = progress(true);
        step(progress, 1000);
        step(progress, 50);
        step(progress, 50);
        step(progress, 500);
        progress.end();
        assertThat(said()).isEqualTo("|reading 1 of 4 files|reading 3 of 4 files|");
        assertThat(asked).isOne();
    }

    @Test
    void says_nothing_where_nobody_watches() {
        Progress progress = progress(false);
        step(progress, 2000);
        step(progress, 2000);
        progress.end();
        assertThat(said()).isEmpty();
        assertThat(asked).isOne();
    }
}
