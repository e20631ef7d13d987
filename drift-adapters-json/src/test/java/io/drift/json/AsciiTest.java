package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AsciiTest {

    private static final int LENGTH = 27;

    @Test
    void one_byte_that_is_not_is_seen_wherever_it_stands() {
        byte[] bytes = new byte[LENGTH];
        Arrays.fill(bytes, (byte) 0x7f);
        assertThat(Ascii.isAll(bytes, 0, LENGTH)).isTrue();
        for (int at = 0; at < LENGTH; at++) {
            bytes[at] = (byte) 0x80;
            assertThat(Ascii.isAll(bytes, 0, LENGTH)).isFalse();
            assertThat(Ascii.isAll(bytes, 0, at)).isTrue();
            assertThat(Ascii.isAll(bytes, at + 1, LENGTH)).isTrue();
            assertThat(Ascii.isAll(bytes, at, at + 1)).isFalse();
            bytes[at] = 0;
        }
    }

    @Test
    void nothing_is() {
        assertThat(Ascii.isAll(new byte[0], 0, 0)).isTrue();
    }
}
