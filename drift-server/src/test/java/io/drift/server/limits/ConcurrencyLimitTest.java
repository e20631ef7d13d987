package io.drift.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

    private static final int LEAST = 4;
    private static final int MOST = 64;

    private final SetLoad load = SetLoad.idle();
    private final ConcurrencyLimit limit = load.limit(LEAST, MOST);

    /** How many are let in, one after the other, so that the last one finds the limit. */
    private int allowed() {
        return (int) IntStream.range(0, MOST + 10).filter(limit::allows).count();
    }

    private void lookOften() {
        IntStream.range(0, 100).forEach(any -> {
            limit.allows(MOST);
            limit.look();
        });
    }

    @Test
    void starts_low() {
        assertThat(allowed()).isEqualTo(LEAST);
    }

    @Test
    void grows_while_the_processors_have_time_and_somebody_waits() {
        allowed();
        limit.look();
        assertThat(allowed()).isEqualTo(5);
        lookOften();
        assertThat(allowed()).isEqualTo(MOST);
    }

    @Test
    void does_not_grow_while_nobody_waits() {
        IntStream.range(0, 100).forEach(any -> limit.look());
        assertThat(allowed()).isEqualTo(LEAST);
    }

    @Test
    void falls_while_the_processors_are_busy_but_not_to_nothing() {
        lookOften();
        load.set(0.97, 0.9);
        limit.look();
        assertThat(allowed()).isEqualTo(48);
        lookOften();
        assertThat(allowed()).isEqualTo(LEAST);
    }

    @Test
    void stays_where_the_processors_are_well_used() {
        lookOften();
        load.set(0.9, 0.9);
        lookOften();
        assertThat(allowed()).isEqualTo(MOST);
    }

    @Test
    void does_not_fall_because_of_what_other_processes_do() {
        lookOften();
        load.set(1, 0.1);
        lookOften();
        assertThat(allowed()).isEqualTo(MOST);
    }

    /** As a JVM tells that cannot tell: negative. Then what waits is let in. */
    @Test
    void grows_where_nobody_can_tell_how_busy_the_processors_are() {
        load.set(-1, -1);
        lookOften();
        assertThat(allowed()).isEqualTo(MOST);
    }

    @Test
    void of_this_process_can_be_looked_at() {
        ConcurrencyLimit own = ConcurrencyLimit.ofThisProcess(MOST);
        own.look();
        assertThat(own.allows(0)).isTrue();
    }
}
