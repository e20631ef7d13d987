package io.drift.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceIdTest {

    @Test
    void ids_that_differ_in_case_only_are_the_same_and_shown_as_given() {
        assertThat(SourceId.of("5C0D-Iı"))
                .isEqualTo(SourceId.of("5c0d-iı"))
                .hasSameHashCodeAs(SourceId.of("5c0d-iı"))
                .hasToString("5C0D-Iı");
        assertThat(SourceId.of("a")).isNotEqualTo(SourceId.of("b")).isNotEqualTo("a");
    }
}
