package io.drift.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallNumbersTest {

    @Test
    void are_zeros_until_they_are_put() {
        SmallNumbers numbers = new SmallNumbers(3);
        assertThat(numbers.size()).isEqualTo(3);
        assertThat(all(numbers)).containsExactly(0, 0, 0);
    }

    @Test
    void keep_what_they_have_when_one_does_not_fit_into_a_byte() {
        SmallNumbers numbers = new SmallNumbers(5);
        numbers.put(0, -1);
        numbers.put(1, Byte.MAX_VALUE);
        numbers.put(2, Byte.MAX_VALUE + 1);
        numbers.put(3, Integer.MAX_VALUE);
        numbers.put(4, -1);
        assertThat(all(numbers)).containsExactly(-1, 127, 128, Integer.MAX_VALUE, -1);
        numbers.put(2, 1);
        assertThat(all(numbers)).containsExactly(-1, 127, 1, Integer.MAX_VALUE, -1);
    }

    @Test
    void are_as_an_array_and_counted_whatever_is_put() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int[] expected = new int[1 + random.nextInt(50)];
            SmallNumbers numbers = new SmallNumbers(expected.length);
            int largest = seed % 2 == 0 ? 100 : 1000;
            for (int round = 0; round < 200; round++) {
                int place = random.nextInt(expected.length);
                expected[place] = random.nextInt(largest) - 1;
                numbers.put(place, expected[place]);
            }
            assertThat(all(numbers)).as("seed %d", seed).isEqualTo(expected);
            int[] counts = new int[largest];
            Arrays.stream(expected).filter(number -> number >= 0).forEach(number -> counts[number]++);
            assertThat(numbers.counts(largest)).as("seed %d", seed).isEqualTo(counts);
        }
    }

    private static int[] all(SmallNumbers numbers) {
        int[] all = new int[numbers.size()];
        for (int place = 0; place < all.length; place++) {
            all[place] = numbers.get(place);
        }
        return all;
    }
}
