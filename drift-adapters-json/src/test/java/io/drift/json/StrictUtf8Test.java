package io.drift.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StrictUtf8Test {

    private static final int PIECE = 1 << 13;

    private static byte[] read(byte[] bytes) throws IOException {
        try (StrictUtf8 in = new StrictUtf8(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    /** Pieces end within characters then. */
    @Test
    void characters_of_all_lengths_may_stand_anywhere() throws IOException {
        for (String character : new String[] {"a", "\u00e9", "\u20ac", "\ud83d\ude00"}) {
            for (int before = 0; before < 4; before++) {
                byte[] text = ("x".repeat(before) + character.repeat(3 * PIECE)).getBytes(StandardCharsets.UTF_8);
                assertThat(read(text)).isEqualTo(text);
            }
        }
    }

    @Test
    void a_character_that_is_cut_or_too_long_is_found_wherever_it_stands() {
        byte[] euro = "\u20ac".getBytes(StandardCharsets.UTF_8);
        for (int before = PIECE - 4; before < PIECE + 4; before++) {
            byte[] text = Arrays.copyOf("x".repeat(before).getBytes(StandardCharsets.UTF_8), before + euro.length);
            System.arraycopy(euro, 0, text, before, euro.length);
            byte[] cut = Arrays.copyOf(text, text.length - 1);
            assertThatExceptionOfType(CharacterCodingException.class).isThrownBy(() -> read(cut));
            byte[] overlong = cut.clone();
            overlong[before] = (byte) 0xc0;
            overlong[before + 1] = (byte) 0x80;
            assertThatExceptionOfType(CharacterCodingException.class).isThrownBy(() -> read(overlong));
        }
    }

    @Test
    void single_bytes_are_checked_too() throws IOException {
        try (StrictUtf8 in = new StrictUtf8(new ByteArrayInputStream("\u20ac".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(new int[] {in.read(), in.read(), in.read(), in.read()}).containsExactly(0xe2, 0x82, 0xac, -1);
        }
        StrictUtf8 cut = new StrictUtf8(new ByteArrayInputStream(new byte[] {(byte) 0xe2}));
        assertThat(cut.read()).isEqualTo(0xe2);
        assertThatExceptionOfType(CharacterCodingException.class).isThrownBy(cut::read);
    }
}
