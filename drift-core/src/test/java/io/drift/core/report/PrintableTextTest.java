package io.drift.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {

    @Test
    void what_a_terminal_would_obey_is_escaped() {
        assertThat(PrintableText.of("\u001b[2J")).isEqualTo("\\u{1b}[2J");
        assertThat(PrintableText.of("a\r\nb\tc")).isEqualTo("a\\r\\nb\\tc");
        assertThat(PrintableText.of("\u009b31m")).isEqualTo("\\u{9b}31m");
        assertThat(PrintableText.of("a\u202eb")).isEqualTo("a\\u{202e}b");
        assertThat(PrintableText.of("\ud800")).isEqualTo("\\u{d800}");
        assertThat(PrintableText.of("\udb40\udc01\u2028z")).isEqualTo("\\u{e0001}\\u{2028}z");
    }

    @Test
    void other_texts_stay_as_they_are() {
        assertThat(PrintableText.of("Grüße 日本 😀 C:\\n")).isEqualTo("Grüße 日本 😀 C:\\n");
        assertThat(PrintableText.of("")).isEmpty();
    }

    @Test
    void json_stays_the_same_document() {
        assertThat(PrintableText.ofJson("{\"é\":\"\u007f\u2028😀\udb40\udc01\"}"))
                .isEqualTo("{\"é\":\"\\u007f\\u2028😀\\udb40\\udc01\"}");
    }
}
