package io.drift.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValidUnicodeTest {

    @Test
    void the_replacement_character_stands_for_each_half_of_a_pair() {
        assertThat(ValidUnicode.of("a\ud800b\udc00")).isEqualTo("a\ufffdb\ufffd");
        assertThat(ValidUnicode.of("\udc00\ud800")).isEqualTo("\ufffd\ufffd");
    }

    @Test
    void other_texts_stay_as_they_are() {
        String text = "plain";
        assertThat(ValidUnicode.of(text)).isSameAs(text);
        assertThat(ValidUnicode.of("é 日本 😀")).isEqualTo("é 日本 😀");
    }
}
