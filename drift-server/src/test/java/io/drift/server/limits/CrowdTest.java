package io.drift.server.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final Set<ReportKind> SYSTEMS = EnumSet.of(ReportKind.SYSTEM);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
    private final Crowd crowd = new Crowd(now::get);

    @Test
    void is_there_for_a_second_after_a_refusal() {
        assertThat(crowd.isThere(SYSTEMS)).isFalse();
        crowd.refused(SYSTEMS);
        now.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(crowd.isThere(SYSTEMS)).isTrue();
        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(crowd.isThere(SYSTEMS)).isFalse();
    }

    @Test
    void is_one_of_those_who_ask_for_the_same() {
        crowd.refused(SYSTEMS);
        assertThat(crowd.isThere(EnumSet.of(ReportKind.BASELINE))).isFalse();
        assertThat(crowd.isThere(EnumSet.of(ReportKind.BASELINE, ReportKind.SYSTEM)))
                .isTrue();
    }
}
