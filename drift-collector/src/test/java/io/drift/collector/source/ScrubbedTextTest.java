package io.drift.collector.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.drift.collector.ScrubbedLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ScrubbedTextTest {

    @Test
    void the_rules_are_those_of_the_script() {
        assertThat(ScrubbedText.of(ScrubbedLines.BEFORE, any -> {})).isEqualTo(ScrubbedLines.AFTER);
    }

    @Test
    @Timeout(20)
    void an_endless_line_is_read_at_once() {
        for (String line : new String[] {
            "pass".repeat(1000) + " ".repeat(5900) + "x",
            "a" + " ".repeat(60_000) + "b",
            "pass".repeat(16_000),
            "x ".repeat(30_000),
            "://a:b".repeat(10_000),
            "-pass ".repeat(10_000),
            "a=\"".repeat(15_000)
        }) {
            assertThat(ScrubbedText.of(line, any -> {})).hasSizeLessThan(70_000);
        }
    }
}
