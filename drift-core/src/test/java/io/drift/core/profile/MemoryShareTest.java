package io.drift.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drift.core.fact.FactRecorder;
import io.drift.core.fact.MemoryShare;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is recorded says how much memory it takes. */
class MemoryShareTest {

    private long taken;

    @Test
    void names_and_values_count_once_and_each_fact_a_little() {
        FactRecorder recorder = new FactRecorder().within(bytes -> taken += bytes);
        recorder.record("cpu_flags.fpu", "enabled").record("arch", "x86_64").end();
        long first = taken;

        recorder.record("cpu_flags.fpu", "enabled").record("arch", "x86_64").end();

        assertThat(first).isGreaterThan(1_000);
        assertThat(taken - first).isPositive().isLessThan(500);
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void what_was_not_looked_at_counts_too(Reading reading) {
        ProfileRecorder recorder = new ProfileRecorder(reading).within(bytes -> taken += bytes);
        recorder.record(Map.of("installed_packages", List.of()));
        long before = taken;

        recorder.record(Map.of("installed_packages", "x".repeat(5_000)));

        assertThat(taken - before).isGreaterThan(5_000);
    }

    @Test
    void whoever_has_no_more_of_it_ends_the_recording() {
        FactRecorder recorder = new FactRecorder().within(bytes -> {
            throw new MemoryShare.ExceededException("nothing is left");
        });

        assertThatThrownBy(() -> recorder.record("arch", "x86_64"))
                .isInstanceOf(MemoryShare.ExceededException.class)
                .hasMessage("nothing is left");
    }
}
